import { z } from 'zod'
import { jour } from './schema'

/** One question to the register, as plain data: a start can ask it before any screen is there. */
const demande = z.object({
  name: z.string(),
  input: z.unknown(),
  /** A number beside the screen, which may come after it. */
  later: z.boolean(),
})
export type Demande = z.infer<typeof demande>

/** The screen that is shown, and what it is made of. */
export const ecranMontre = z.object({ adresse: z.string().max(4000), demandes: z.array(demande).max(40) })
export type EcranMontre = z.infer<typeof ecranMontre>

/**
 * What the next start begins with: the screen that was shown last, what it asks, and what the register answered when it
 * was closed. The answers hold only for the very file that they were read from, and on that day: many count from today.
 */
export const depart = ecranMontre.extend({
  chemin: z.string(),
  /** Null while the register is open, and after a crash. */
  reponses: z.object({ empreinte: z.string(), jour, valeurs: z.array(z.unknown()) }).nullable(),
})
export type Depart = z.infer<typeof depart>

/** What the page receives of it: the answers in the order of the questions, none when they do not hold. */
export interface DepartDeLaPage extends EcranMontre {
  valeurs: readonly unknown[] | null
}

/** Where it is kept, among the application's own settings. */
export const fichierDepart = 'dernier-depart.json'
