import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId } from '../../schema'
import type { Aujourdhui } from './aujourdhui'

/** What waits, late first: the first screen. Figures count exactly what the lists they open show. */
export const lireAujourdhui = operation({
  name: 'aujourdhui.lire',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<Aujourdhui>(),
})

export const aujourdhuiContract = {
  [lireAujourdhui.name]: lireAujourdhui,
}
