import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { jeton } from '../../schema'
import { modeleWord } from './modele-word'
import type { VerificationModeleWord } from './verification'

const { modele } = modeleWord.shape

/** A model of letter, with the académie's document for it; null: its letters go to Word as they are printed. */
export interface ModeleWordListe {
  modele: string
  libelle: string
  fichier: { nom: string; octets: number; ajouteAt: string } | null
}

export const listerModelesWord = operation({
  name: 'modeleWord.lister',
  kind: 'query',
  input: z.object({}),
  output: returns<ModeleWordListe[]>(),
})

/** Reads a document before it is taken: what it asks for that does not exist, what it leaves unsaid. Writes nothing. */
export const verifierModeleWord = operation({
  name: 'modeleWord.verifier',
  kind: 'query',
  input: z.object({ jeton }),
  output: returns<VerificationModeleWord & { nom: string }>(),
})

/** Takes a document for a model of letter, in the place of the former one; refused with its faults. Null removes it. */
export const definirModeleWord = operation({
  name: 'modeleWord.definir',
  kind: 'command',
  input: z.object({ modele, jeton: jeton.nullable() }),
  output: returns<null>(),
})

/** Writes a copy of the document in use. */
export const copierModeleWord = operation({
  name: 'modeleWord.copier',
  kind: 'query',
  input: z.object({ modele, jeton }),
  output: returns<null>(),
})

/** Writes a document to start from: a letter with every field at its place, and the list of what can be written. */
export const ecrireModeleDeDepart = operation({
  name: 'modeleWord.ecrireDepart',
  kind: 'query',
  input: z.object({ jeton }),
  output: returns<null>(),
})

export const modeleWordContract = {
  [listerModelesWord.name]: listerModelesWord,
  [verifierModeleWord.name]: verifierModeleWord,
  [definirModeleWord.name]: definirModeleWord,
  [copierModeleWord.name]: copierModeleWord,
  [ecrireModeleDeDepart.name]: ecrireModeleDeDepart,
}
