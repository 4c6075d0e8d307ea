import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { FormatLettre } from '../../../shared/domain/lettre-de-mission/format'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import { nomFichierLettre } from '../../../shared/domain/lettre-de-mission/nom-fichier'
import { modeleDe } from '../../../shared/domain/modele-lettre/choix'
import { deroulerModele } from '../../../shared/domain/modele-lettre/deroulement'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import { rediger } from '../../../shared/domain/modele-lettre/redaction'
import { surUneLigne, valeursLettre } from '../../../shared/domain/modele-lettre/valeurs'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { nomsDistincts } from '../../../shared/nom-fichier'
import { nomAffiche } from '../../../shared/text'
import { typographier } from '../../../shared/typographie'
import type { Bloc, DocumentDecrit, PartieDecrite } from '../../documents/html-description'
import { amendement, objetDuTexte } from './amendement'
import { liste, paragraphe, titre } from './blocs'
import { contenuInsere, etablissementsDansLeTexte, tableauEtablissements } from './contenus'
import { enTete, signatures } from './en-tete'
import { numeroter } from './numerotation'

/** What all letters of an académie share. */
export interface CadreLettre {
  academie: Academie
  /** `data:` URL of the académie's logo. */
  logo: string | null
  modeles: readonly ModeleLu[]
  /** Day gone by at which the register is read; absent for the present. */
  auJour?: string
}

/** The signatures stay with the last paragraph of the letter: nobody signs an empty page. */
function finDeLettre(corps: Bloc[], cases: Bloc[]): Bloc[] {
  if (cases.length === 0) return corps
  const dernier = corps.at(-1)
  return dernier === undefined ? cases : [...corps.slice(0, -1), { genre: 'groupe', blocs: [dernier, ...cases] }]
}

function annexe(dossier: DossierLettre): Bloc[] {
  if (dossier.etablissements.length <= etablissementsDansLeTexte) return []
  return [titre(2, 'Annexe. Établissements d’intervention'), tableauEtablissements(dossier)]
}

/** One letter in administrative form (metier.md § 9.5): no formula of address, none of politeness. Pure. */
export function composerLettre(dossier: DossierLettre, { academie, logo, modeles }: CadreLettre): PartieDecrite {
  const { lettre, agent, visas } = dossier
  const { contenu: modele } = modeleDe(modeles, lettre.modele)
  const valeurs = valeursLettre(dossier, academie, modele)
  const { champs } = valeurs
  const nom = nomAffiche(agent)
  const { morceaux } = deroulerModele(modele.blocs, valeurs, agent.civilite)
  const corps = numeroter(morceaux, (contenu) => contenuInsere(contenu, dossier, modele))
  const objet = rediger(modele.objet, champs, agent.civilite).texte ?? ''
  return {
    titre: typographier(`${nom} – ${champs.role}`),
    blocs: [
      enTete(dossier, { academie, logo, modele }),
      { ...titre(1, objetDuTexte(dossier, objet)), etiquette: 'Objet' },
      ...(visas.length === 0
        ? []
        : [{ ...liste(visas.map(({ libelle }) => libelle)), style: 'references' as const, etiquette: 'Vu' }]),
      ...amendement(dossier),
      ...finDeLettre(corps, signatures(dossier, modele)),
      { ...paragraphe(modele.copies), style: 'discret' },
      ...annexe(dossier),
    ],
    pied: {
      sujet: nom,
      mention: `lettre de mission ${lettre.anneeId}`,
      premierePage: typographier(surUneLigne(academie.adresse)),
    },
  }
}

/** The document of one letter, or of all of them in order; `parties` are their pages. */
export function assembler(
  dossiers: readonly DossierLettre[],
  parties: readonly PartieDecrite[],
  anneeId: string,
): DocumentDecrit {
  const [seul] = dossiers
  const titreDocument =
    dossiers.length === 1 && seul
      ? `Lettre de mission ${anneeId} – ${nomAffiche(seul.agent)}`
      : `Lettres de mission ${anneeId}`
  return { titre: titreDocument, parties }
}

/** A file name per letter, in order; homonyms with the same role get « (2) », « (3) »… */
export const nomsFichiers = (dossiers: readonly DossierLettre[], format: FormatLettre): string[] =>
  nomsDistincts(
    dossiers.map(({ agent, lettre, role }) =>
      nomFichierLettre(agent, lettre.anneeId, accorder(role, agent.civilite).replaceAll('/', '-'), format),
    ),
  )
