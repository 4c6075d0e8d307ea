import { z } from 'zod'
import type { Constat } from '../../constat'
import { operation, returns } from '../../ipc'
import { id } from '../../schema'
import { sujetsDeDoublon, type PaireDeDoublon, type SujetDeDoublon } from './doublon'

/** One of the two records, as the screen names it. */
export interface FicheDePaire {
  id: string
  libelle: string
  /** What tells the two apart: UAI, courriel, statut. */
  detail: string
}

export interface PaireAffichee extends Pick<PaireDeDoublon, 'raison'> {
  sujet: SujetDeDoublon
  premier: FicheDePaire
  second: FicheDePaire
}

/** One field of the two records, as screens write it. */
export interface ChampCompare {
  champ: string
  libelle: string
  garde: string
  retire: string
  /** False when both hold the same. */
  differe: boolean
  /** True when the kept record is empty there and the other is not. */
  aReprendre: boolean
}

/** What a merge would do, told before. */
export interface Comparaison {
  garde: FicheDePaire
  retire: FicheDePaire
  champs: ChampCompare[]
  /** Rows that would pass to the kept record, by kind: « 2 affectations ». */
  liens: string[]
  /** Blocking ones forbid the merge; the others say what will change. */
  constats: Constat[]
}

const sujet = z.enum(sujetsDeDoublon)
const paire = z.object({ sujet, gardeId: id, retireId: id })

/** Pairs that look like one record, those set aside left out. */
export const listerDoublons = operation({
  name: 'doublon.lister',
  kind: 'query',
  input: z.object({ sujet: sujet.optional() }),
  output: returns<PaireAffichee[]>(),
})

export const comparerDoublons = operation({
  name: 'doublon.comparer',
  kind: 'query',
  input: paire,
  output: returns<Comparaison>(),
})

/**
 * Makes two records one, in one step that can be undone: `reprendre` names the fields whose value comes from the record
 * that disappears; everything that designates it designates the kept one. Refused when a rule of the trade would break.
 */
export const fusionnerDoublons = operation({
  name: 'doublon.fusionner',
  kind: 'command',
  input: paire.extend({ reprendre: z.array(z.string().max(60)).default([]) }).strict(),
  output: returns<{ id: string; liens: number }>(),
})

/** « Ce sont deux personnes différentes »: remembered. */
export const ecarterDoublon = operation({
  name: 'doublon.ecarter',
  kind: 'command',
  input: z.object({ sujet, ids: z.tuple([id, id]) }),
  output: returns<null>(),
})

export const doublonContract = {
  [listerDoublons.name]: listerDoublons,
  [comparerDoublons.name]: comparerDoublons,
  [fusionnerDoublons.name]: fusionnerDoublons,
  [ecarterDoublon.name]: ecarterDoublon,
}
