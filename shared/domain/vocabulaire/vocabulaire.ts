import { z } from 'zod'
import { booleen, id, jour, ligne, ligneRequise } from '../../schema'

/** The lists that vary from one académie to the next, edited in the settings. */
export const listesVocabulaire = [
  'role',
  'statut',
  'corps',
  'regimeService',
  'typeReseau',
  'natureIntervention',
  'domaine',
  'axe',
  'signataire',
  'visa',
] as const
export type ListeVocabulaire = (typeof listesVocabulaire)[number]

export const titresVocabulaire: Record<ListeVocabulaire, string> = {
  role: 'Rôles',
  statut: 'Statuts',
  corps: 'Corps',
  regimeService: 'Régimes de service',
  typeReseau: 'Types de réseau',
  natureIntervention: 'Natures d’intervention',
  domaine: 'Domaines d’activité',
  axe: 'Axes d’activité',
  signataire: 'Signataires',
  visa: 'Visas et références',
}

/**
 * What the code branches on inside a list; the labels themselves are never compared.
 * - role: which letter the role gets, and whether the person is counted as coordonnateur or formateur
 * - statut: `contractuel` has a contract, whose end is followed for `contractuelCdd` only
 * - regimeService: what `heures` counts
 */
export const categoriesVocabulaire = {
  role: ['coordonnateur', 'formateur', 'autre'],
  statut: ['titulaire', 'contractuelCdi', 'contractuelCdd', 'autre'],
  regimeService: ['annuel', 'hebdomadaire', 'mixte'],
  typeReseau: ['foquale', 'psad', 'relais', 'autre'],
} as const satisfies Partial<Record<ListeVocabulaire, readonly string[]>>
/** What the académie reads for the categories on which the software counts. */
const libellesCategorie: Record<string, string> = {
  coordonnateur: 'Coordonnateur',
  formateur: 'Formateur',
  titulaire: 'Titulaire',
  contractuelCdi: 'Contractuel en CDI',
  contractuelCdd: 'Contractuel en CDD',
  annuel: 'Heures par an',
  hebdomadaire: 'Heures par semaine',
  mixte: 'Mixte, au prorata',
  foquale: 'Réseau FOQUALE',
  psad: 'PSAD',
  relais: 'Dispositif relais',
  autre: 'Autre',
}

export const libelleCategorie = (categorie: string | null): string =>
  categorie === null ? '' : (libellesCategorie[categorie] ?? categorie)

export type CategorieRole = (typeof categoriesVocabulaire.role)[number]
export type CategorieStatut = (typeof categoriesVocabulaire.statut)[number]
export type CategorieRegime = (typeof categoriesVocabulaire.regimeService)[number]

export const vocabulaire = z.object({
  id,
  liste: z.enum(listesVocabulaire),
  /** Stable short code, unique in its list; what imports and exports write. */
  code: ligneRequise.max(40),
  libelle: ligneRequise,
  /** « coordonnatrice » for « coordonnateur »; null when the label has one form. */
  libelleFeminin: ligneRequise.nullable(),
  /** Short form for narrow columns; null when the label is short enough. */
  abrege: ligneRequise.nullable(),
  /** One of `categoriesVocabulaire[liste]`, null in the other lists. */
  categorie: ligneRequise.nullable(),
  /** regimeService: hours at 100 %, a year or a week; corps: weekly teaching maximum (ORS). Null elsewhere. */
  heures: z.number().min(0).max(5000).nullable(),
  /** What legacy files write for it, separated by « ; ». */
  synonymes: ligne.max(2000),
  /** signataire: where drafts for them are addressed; '' elsewhere. */
  courriel: ligne,
  ordre: z.number().int(),
  actif: booleen,
  /** visa: first and last day in force, null when not known; null elsewhere. */
  debutLe: jour.nullable(),
  finLe: jour.nullable(),
  /** visa: the text that replaced it. */
  remplaceParId: id.nullable(),
})
export type Vocabulaire = z.infer<typeof vocabulaire>
