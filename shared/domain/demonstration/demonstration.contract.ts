import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { jeton } from '../../schema'
import type { RegistreOuvert } from '../registre/registre.contract'

/** Creates and opens a register of a fictional académie, whole and coherent; refuses to overwrite a file. */
export const creerDemonstration = operation({
  name: 'demonstration.creer',
  kind: 'command',
  input: z.object({ jeton }),
  output: returns<RegistreOuvert>(),
  long: true,
  withoutRegistre: true,
})

export const demonstrationContract = {
  [creerDemonstration.name]: creerDemonstration,
}
