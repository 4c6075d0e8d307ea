import { designerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
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

/** Signs of text kept with the signatures: with five boxes, half a page. */
const signesAvecSignatures = 1200

/** How much of a page a block takes, in signs; a line of a list or of a table is half full. */
function signes(bloc: Bloc | undefined): number {
  if (bloc === undefined) return 0
  if (bloc.genre === 'paragraphe' || bloc.genre === 'titre') return bloc.texte.length
  if (bloc.genre === 'liste') return bloc.items.reduce((total, item) => total + Math.max(item.length, 50), 0)
  if (bloc.genre === 'embleme') return 300
  return bloc.genre === 'tableau' ? 100 * (bloc.lignes.length + 1) : signesAvecSignatures
}

/** Where the end of the text begins: its last rubrique, or the last blocks of a long one, two at least. */
function debutDeLaFin(corps: readonly Bloc[]): number {
  const rubrique = corps.findLastIndex((bloc) => bloc.genre === 'titre' && bloc.niveau === 2)
  let debut = corps.length
  for (let total = 0; debut > Math.max(rubrique, 0); debut--) {
    total += signes(corps[debut - 1])
    if (total > signesAvecSignatures && corps.length - debut >= 2) break
  }
  return debut
}

/** The signatures and the copies stay with the end of the text: nobody signs under one lost sentence, nor an empty page. */
function finDeLettre(corps: readonly Bloc[], suite: readonly Bloc[]): Bloc[] {
  const debut = debutDeLaFin(corps)
  return [...corps.slice(0, debut), { genre: 'groupe', blocs: [...corps.slice(debut), ...suite] }]
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
  const corps = numeroter(morceaux, (contenu) => contenuInsere(contenu, dossier, { modele, academie }))
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
      ...finDeLettre(corps, [
        ...signatures(dossier, modele),
        ...(modele.copies.trim() === '' ? [] : [{ ...paragraphe(modele.copies), style: 'discret' as const }]),
      ]),
      ...annexe(dossier),
    ],
    pied: {
      sujet: nom,
      mention: typographier(`l${designerTexte(lettre).slice(1)}`),
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
      ? `${designerTexte(seul.lettre)} – ${nomAffiche(seul.agent)}`
      : `Lettres de mission ${anneeId}`
  return { titre: titreDocument, parties }
}

/** A file name per letter, in order; homonyms with the same role get « (2) », « (3) »… */
export const nomsFichiers = (dossiers: readonly DossierLettre[], format: FormatLettre): string[] =>
  nomsDistincts(
    dossiers.map(({ agent, lettre, role }) => nomFichierLettre(agent, lettre, accorder(role, agent.civilite), format)),
  )
