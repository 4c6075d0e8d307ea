import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { anneeId } from '../../schema'
import type { EtablissementCouvert, ServiceDeLettre } from './service'

export interface ServicesLus {
  services: ServiceDeLettre[]
  /** Members of the year's networks, in French order of names. */
  membres: Omit<EtablissementCouvert, 'agents'>[]
}

/** What the year's letters, in force or in preparation, make of everybody's time. */
export const lireServices = operation({
  name: 'service.lire',
  kind: 'query',
  input: z.object({ anneeId }),
  output: returns<ServicesLus>(),
})

export const serviceContract = { [lireServices.name]: lireServices }
