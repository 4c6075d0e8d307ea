import type { Civilite } from '../../../shared/domain/agent/agent'
import type { CodeBoucle } from '../../../shared/domain/modele-lettre/boucles'
import { formeAccordee, libelleChampModele } from '../../../shared/domain/modele-lettre/redaction'
import type { TourDeBoucle, ValeursLettre } from '../../../shared/domain/modele-lettre/valeurs'
import { codeConnu, estAccord, sectionAide } from '../../../shared/domain/modele-word/verification'
import { typographier } from '../../../shared/typographie'
import type { Portee } from '../../documents/docx-remplissage'

interface Lieu {
  champs: Readonly<Record<string, string>>
  boucles: Readonly<Partial<Record<CodeBoucle, readonly TourDeBoucle[]>>>
}

/**
 * The values of one letter as a Word model asks for them. A field without one is never a hole: it is marked
 * « [à compléter : …] », and its label joins `manques`.
 */
export function porteeDeLettre(
  { champs, boucles, conditions }: ValeursLettre,
  civilite: Civilite | null,
  manques: Set<string>,
): Portee {
  const estVraie = (code: string, lieu: Lieu): boolean =>
    (conditions as Readonly<Record<string, boolean>>)[code] ?? (lieu.champs[code] ?? '') !== ''

  const portee = (lieu: Lieu): Portee => {
    const ici: Portee = {
      valeur: (typee) => {
        if (estAccord(typee)) {
          const [masculin = '', feminin = ''] = typee.split('|').map((forme) => forme.trim())
          return { texte: formeAccordee(masculin, feminin, civilite), aCompleter: false }
        }
        const code = codeConnu(typee)
        const valeur = lieu.champs[code] ?? ''
        if (valeur !== '') return { texte: typographier(valeur), aCompleter: false }
        const libelle = libelleChampModele(code)
        manques.add(libelle)
        return { texte: typographier(`[à compléter : ${libelle}]`), aCompleter: true }
      },
      section: (typee) => {
        const code = codeConnu(typee)
        if (code === sectionAide) return []
        const tours = lieu.boucles[code as CodeBoucle]
        if (tours === undefined) return estVraie(code, lieu) ? [ici] : []
        return tours.map((tour) =>
          portee({ champs: { ...lieu.champs, ...tour.champs }, boucles: { ...lieu.boucles, ...tour.boucles } }),
        )
      },
    }
    return ici
  }
  return portee({ champs, boucles })
}
