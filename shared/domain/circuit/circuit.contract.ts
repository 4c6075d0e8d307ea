import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { circuit, circuitSignataire, type ResidenceDeCircuit } from './circuit'

/** A signatory of a circuit, as the settings show it. */
export interface SignataireDeCircuit {
  signataireId: string
  libelle: string
  nom: string
  residence: ResidenceDeCircuit
}

export interface CircuitAffiche {
  modele: string
  /** Name of the model. */
  modeleLibelle: string
  /** '' : the other départements. */
  departement: string
  /** False: the académie has set nothing, this is what the model of letter says. */
  propre: boolean
  signataires: SignataireDeCircuit[]
}

/** Circuits of every model: the académie's own, else the model's. `departements` are those of its agents' résidences. */
export const listerCircuits = operation({
  name: 'circuit.lister',
  kind: 'query',
  input: z.object({}),
  output: returns<{
    circuits: CircuitAffiche[]
    modeles: { code: string; libelle: string }[]
    departements: string[]
  }>(),
})

/** Sets who signs, in order, one to five; an empty list gives back the model's own circuit. Letters written stay as they are. */
export const definirCircuit = operation({
  name: 'circuit.definir',
  kind: 'command',
  input: z.object({
    modele: circuit.shape.modele,
    departement: circuit.shape.departement,
    signataires: z.array(circuitSignataire.pick({ signataireId: true, nom: true, residence: true })).max(10),
  }),
  output: returns<null>(),
})

export const circuitContract = {
  [listerCircuits.name]: listerCircuits,
  [definirCircuit.name]: definirCircuit,
}
