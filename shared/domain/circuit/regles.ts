import { AppError } from '../../app-error'
import { compte } from '../../nombres'
import { type Circuit, type CircuitSignataire, type ResidenceDeCircuit, typeCio } from './circuit'

/** True when the signatory is called for an agent whose résidence is of this kind (null: not known). */
export function concerneLaResidence(residence: ResidenceDeCircuit, type: string | null): boolean {
  if (residence === 'toutes') return true
  return residence === 'cio' ? type === typeCio : type !== typeCio
}

/** The circuit of a model in a département: its own, else the one for all the others; undefined: the model's. */
export const circuitPour = <C extends Pick<Circuit, 'modele' | 'departement'>>(
  circuits: readonly C[],
  modele: string,
  departement: string,
): C | undefined =>
  circuits.find((circuit) => circuit.modele === modele && departement !== '' && circuit.departement === departement) ??
  circuits.find((circuit) => circuit.modele === modele && circuit.departement === '')

const signatairesAuPlus = 5

/** One to five signatories for any agent, whatever the résidence (issue: « a circuit of 1 to 5 ordered signatories »). */
export function refuserCircuit(signataires: readonly Pick<CircuitSignataire, 'signataireId' | 'residence'>[]): void {
  if (new Set(signataires.map(({ signataireId }) => signataireId)).size < signataires.length)
    throw new AppError('invalid', 'Le même signataire figure deux fois dans le circuit. Rien n’a été enregistré.')
  for (const [residence, lieu] of [
    ['cio', 'en résidence dans un CIO'],
    ['horsCio', 'en résidence hors d’un CIO'],
  ] as const) {
    const nombre = signataires.filter((ligne) => ligne.residence === 'toutes' || ligne.residence === residence).length
    if (nombre === 0)
      throw new AppError('invalid', `Personne ne signerait la lettre d’un agent ${lieu}. Rien n’a été enregistré.`)
    if (nombre > signatairesAuPlus)
      throw new AppError(
        'invalid',
        `${compte(nombre, 'signataire')} pour un agent ${lieu} : un circuit en compte ${String(signatairesAuPlus)} au plus. Rien n’a été enregistré.`,
      )
  }
}
