import { z } from 'zod'
import { jour } from '../schema'
import type { TypeDeColonne } from './colonne'
import { periodeRelative } from './periode-relative'

/** The filter of a list, as plain data: chips, saved views, exports and the register read the same. */

const colonne = z.string().min(1).max(100)
const texte = z.string().max(300)
const nombre = z.number().min(-1e15).max(1e15)

/** One condition on one column; which `op` a type of column takes: `operateursDuType`. */
export const condition = z.discriminatedUnion('op', [
  z.object({ colonne, op: z.enum(['contient', 'neContientPas', 'commencePar', 'egal']), valeur: texte }).strict(),
  z.object({ colonne, op: z.enum(['=', '≠', '<', '≤', '>', '≥']), valeur: nombre }).strict(),
  /** Both ends included; amounts in cents. */
  z.object({ colonne, op: z.literal('entre'), debut: nombre, fin: nombre }).strict(),
  z.object({ colonne, op: z.enum(['le', 'avant', 'apres']), jour }).strict(),
  z.object({ colonne, op: z.literal('entreJours'), debut: jour, fin: jour }).strict(),
  z.object({ colonne, op: z.literal('periode'), periode: periodeRelative }).strict(),
  /** As the cells show them; '' is the empty cell. */
  z.object({ colonne, op: z.enum(['parmi', 'aucunDe']), valeurs: z.array(texte).max(1000) }).strict(),
  z.object({ colonne, op: z.enum(['oui', 'non', 'vide', 'nonVide']) }).strict(),
])
export type Condition = z.infer<typeof condition>
export type Operateur = Condition['op']

/** Conditions and groups of conditions, all of them (`et`) or at least one (`ou`). No term: everything is kept. */
export interface Filtre {
  lien: 'et' | 'ou'
  termes: (Condition | Filtre)[]
}

/** How deep what somebody asks may go: groups within groups, as many as are still read at a glance. */
export const profondeurAuPlus = 4
/** What a screen puts around it: its own rows, then its chips. */
const autour = 2
const termesAuPlus = 200

const filtreRecursif: z.ZodType<Filtre> = z.lazy(() =>
  z.object({ lien: z.enum(['et', 'ou']), termes: z.array(z.union([condition, filtreRecursif])).max(termesAuPlus) }),
)

const deNiveaux = (auPlus: number): z.ZodType<Filtre> =>
  filtreRecursif.refine((lu) => profondeur(lu) <= auPlus, {
    message: `Un filtre n’a pas plus de ${String(auPlus)} niveaux.`,
  })

/** The grammar of what somebody asks, and keeps in a view. */
export const filtre = deNiveaux(profondeurAuPlus)
/** The same with what a screen puts around it. */
export const filtreDeDemande = deNiveaux(profondeurAuPlus + autour)

export const estGroupe = (terme: Condition | Filtre): terme is Filtre => 'lien' in terme

function profondeur({ termes }: Filtre): number {
  return 1 + termes.reduce((most, terme) => (estGroupe(terme) ? Math.max(most, profondeur(terme)) : most), 0)
}

const surTexte: readonly Operateur[] = ['contient', 'neContientPas', 'commencePar', 'egal', 'vide', 'nonVide']
const surNombre: readonly Operateur[] = ['=', '≠', '<', '≤', '>', '≥', 'entre', 'vide', 'nonVide']

/** The operators that each type of column takes, in the order of the menu. */
export const operateursDuType: Record<TypeDeColonne, readonly Operateur[]> = {
  texte: [...surTexte, 'parmi', 'aucunDe'],
  liste: ['parmi', 'aucunDe', ...surTexte],
  nombre: surNombre,
  montant: surNombre,
  heures: surNombre,
  pourcentage: surNombre,
  jour: ['periode', 'le', 'avant', 'apres', 'entreJours', 'vide', 'nonVide'],
  booleen: ['oui', 'non'],
}
