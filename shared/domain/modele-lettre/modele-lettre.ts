import { z } from 'zod'
import { id, ligneRequise } from '../../schema'
import { codesContenu, type CodeContenu } from './contenus'

/** The models that the application ships, in the order of their list. */
export const codesLivres = ['coordonnateur', 'formateur', 'ecmlds', 'coordonnateurDepartemental', 'referent'] as const

/** Their names as shipped (a test compares them with `resources/lettres`). */
export const nomsLivres: Record<(typeof codesLivres)[number], string> = {
  coordonnateur: 'Coordonnateur, coordonnatrice',
  formateur: 'Formateur, formatrice',
  ecmlds: 'Enseignant coordonnateur (ECMLDS)',
  coordonnateurDepartemental: 'Coordonnateur départemental, coordonnatrice départementale',
  referent: 'Référent, référente décrochage scolaire',
}

/** Stable name of a model, which letters and circuits keep: a word of letters and digits. */
export const codeModele = z.string().regex(/^[\p{L}\d-]{1,60}$/u)

/** A text in which `{code}` is a field and `{affecté|affectée}` an agreement with the person. */
const texte = z.string().max(5000)

export const genresDeTexte = ['rubrique', 'sousRubrique', 'paragraphe'] as const
export type GenreDeTexte = (typeof genresDeTexte)[number]

/**
 * What a model is made of, in order. A `rubrique` and a `sousRubrique` are titles, numbered when the letter is composed and
 * left out when nothing follows them; `condition` and `boucle` hold blocks of their own.
 */
export type BlocModele =
  | { genre: GenreDeTexte; texte: string }
  | { genre: 'liste'; items: string[] }
  | { genre: 'condition'; code: string; sauf: boolean; blocs: BlocModele[] }
  | { genre: 'boucle'; code: string; blocs: BlocModele[] }
  | { genre: 'contenu'; code: CodeContenu }

const blocModele: z.ZodType<BlocModele> = z.lazy(() =>
  z.discriminatedUnion('genre', [
    z.strictObject({ genre: z.enum(genresDeTexte), texte }),
    z.strictObject({ genre: z.literal('liste'), items: z.array(texte).max(100) }),
    z.strictObject({ genre: z.literal('condition'), code: codeModele, sauf: z.boolean().default(false), blocs }),
    z.strictObject({ genre: z.literal('boucle'), code: codeModele, blocs }),
    z.strictObject({ genre: z.literal('contenu'), code: z.enum(codesContenu) }),
  ]),
)
const blocs: z.ZodType<BlocModele[]> = z.array(blocModele).max(200)

/** Who signs by default, in order; the académie's circuits take over (`circuit`). */
const signataireModele = z.strictObject({
  /** The agent: reads before signing, and is named by the letter itself. */
  agent: z.literal(true).optional(),
  /** Of the académie's list of signatories. */
  code: z.string(),
  /** Kinds of résidence (the annuaire's) for which, or except for which, this signatory is proposed. */
  siResidence: z.array(z.string()).optional(),
  saufResidence: z.array(z.string()).optional(),
  /** The letter reaches the agent « s/c » of this one. */
  voieHierarchique: z.literal(true).optional(),
  /** Named with the résidence administrative. */
  residence: z.literal(true).optional(),
  /** Signs for the head of the académie, in the words of its settings. */
  autorite: z.literal(true).optional(),
})
export type SignataireModele = z.infer<typeof signataireModele>

/** For whom the model is proposed: rôles by code, then any other rôle of a category. */
const proposition = z.strictObject({
  roles: z.array(z.string().max(60)).max(100),
  categorie: z.enum(['coordonnateur', 'formateur']).nullable(),
})
export type PropositionModele = z.infer<typeof proposition>

export const contenuModele = z.strictObject({
  propose: proposition,
  objet: texte,
  blocs,
  /** Printed where the letter leaves its own text empty. */
  instances: texte,
  moyens: texte,
  suivi: texte,
  /** Activities by code of the académie's domaines or axes, where the letter has none of its own. */
  activites: z.record(z.string(), z.array(texte).max(100)),
  mentionAgent: texte,
  copies: texte,
  signataires: z.array(signataireModele).max(10),
})
export type ContenuModele = z.infer<typeof contenuModele>

/** A model that the académie changed or added; a shipped one that it left alone has no row. `contenu` is JSON. */
export const modeleLettre = z.object({ id, code: codeModele, libelle: ligneRequise.max(120), contenu: z.string() })
export type ModeleLettre = z.infer<typeof modeleLettre>

export const origines = ['livre', 'modifie', 'ajoute'] as const
/** As shipped, shipped then changed by the académie, or its own. */
export type OrigineModele = (typeof origines)[number]

/** A model with its blocks, wherever they come from. */
export interface ModeleLu {
  code: string
  libelle: string
  contenu: ContenuModele
  origine: OrigineModele
}
