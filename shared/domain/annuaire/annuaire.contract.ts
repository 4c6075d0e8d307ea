import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { codeDepartement, jeton, ligneRequise } from '../../schema'
import { correctionsMax } from '../importation/classeur'
import type { Changement, DejaImporte, Signalement } from '../importation/plan'
import type { ColonneAnnuaire } from './colonnes'

/** Rows read, and what becomes of them. */
export interface ComptesAnnuaire {
  lues: number
  /** Of another place or kind, or closed and unknown to the register. */
  horsPerimetre: number
  nouvelles: number
  /** `rouvertes` are among them. */
  modifiees: number
  rouvertes: number
  inchangees: number
  rejetees: number
  /** Second row of one UAI: the first one is kept. */
  doublons: number
  /** Records that the annuaire says closed, or no longer has. */
  fermees: number
  /** Those of them that a network, a letter or a service still names. */
  fermeesUtilisees: number
}

export interface RapportAnnuaire extends ComptesAnnuaire {
  signalements: Signalement[]
  /** Whole sentences on the file or the perimeter. */
  avertissements: string[]
}

export const sortsLigne = ['nouvelle', 'modifiee', 'rouverte', 'fermee', 'rejetee', 'doublon'] as const
export type SortLigne = (typeof sortsLigne)[number]

/** One line of the preview; unchanged rows and those out of the perimeter are only counted. */
export interface LigneApercu {
  cle: string
  /** Row of the file, as a spreadsheet numbers it; null for a record the file does not have. */
  numero: number | null
  sort: SortLigne
  uai: string
  nom: string
  type: string
  commune: string
  changements: Changement[]
  /** What stands on a record that would be closed: « 1 réseau, 2 lettres de mission »; '' when nothing. */
  usages: string
  /** Why a row is refused or deserves a look. */
  signalements: Signalement[]
}

export interface ApercuAnnuaire extends RapportAnnuaire {
  nom: string
  encodage: string
  /** SHA-256 of the file: what is imported is what was shown. */
  empreinte: string
  dejaImporte: DejaImporte | null
  /** Letter of each column that was recognised: the address of a cell is that and its row. */
  lettres: Partial<Record<ColonneAnnuaire, string>>
  /** What the file says in the cells that the user corrected, by address. */
  origines: Record<string, string>
  lignes: LigneApercu[]
  /** What the file holds, for choosing: three-character codes, and kinds in the places chosen. */
  departements: { code: string; lignes: number }[]
  types: { type: string; lignes: number; retenu: boolean }[]
}

const choix = {
  jeton,
  /** None: the académie of the register. */
  departements: z.array(codeDepartement).default([]),
  /** Null: all kinds but schools. */
  types: z
    .union([z.literal('tous'), z.array(ligneRequise)])
    .nullable()
    .default(null),
  /** Closes the records of the perimeter that the file no longer has. */
  fermerAbsents: z.boolean().default(true),
  /** Cells read otherwise than the file writes them; the file itself is never touched. */
  corrections: z
    .array(z.object({ cellule: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/), valeur: z.string().max(10_000) }))
    .max(correctionsMax)
    .default([]),
}

/** Reads the annuaire and says what importing it would do. Writes nothing. */
export const apercevoirAnnuaire = operation({
  name: 'annuaire.apercevoir',
  kind: 'query',
  input: z.object(choix),
  output: returns<ApercuAnnuaire>(),
  long: true,
})

/** Writes it, in one transaction; cancelled, nothing is written. Refused when the file changed since its preview. */
export const importerAnnuaire = operation({
  name: 'annuaire.importer',
  kind: 'command',
  input: z.object({
    ...choix,
    empreinte: ligneRequise.optional(),
    /** Lines of the preview to leave aside, by their `cle`. */
    exclues: z.array(z.string().max(64)).max(200_000).default([]),
  }),
  output: returns<RapportAnnuaire & { importId: string }>(),
  long: true,
})

export const annuaireContract = {
  [apercevoirAnnuaire.name]: apercevoirAnnuaire,
  [importerAnnuaire.name]: importerAnnuaire,
}
