import { chevauche, couvre } from '../../periodes'
import type { CategorieStatut } from '../vocabulaire/vocabulaire'
import type { ServiceAEcrire } from '../lettre-de-mission/creation'

/** A service of the year, with what the campaign asks of it. */
export interface ServiceDeCampagne extends ServiceAEcrire {
  /** « Coord. de réseau ». */
  roleAbrege: string
  residenceType: string | null
}

/** What is known of somebody's contract. */
export interface ContratDeCampagne {
  statut: CategorieStatut | null
  contratFinLe: string | null
}

/** One letter per agent and rôle (metier.md § 3.4): the key of everything in a campaign. */
export const cleDe = ({ agentId, roleId }: { agentId: string; roleId: string }): string => `${agentId} ${roleId}`

/**
 * One service per agent and rôle: the one in force on `jour`, else the next to come, else the last. A change of quotité
 * in the year is often a second affectation: the letter follows the one that applies.
 */
export function servicesDuJour<S extends ServiceDeCampagne>(services: readonly S[], jour: string): S[] {
  const parCle = new Map<string, S[]>()
  for (const service of services) {
    const cle = cleDe(service.affectation)
    parCle.set(cle, [...(parCle.get(cle) ?? []), service])
  }
  return [...parCle.values()].flatMap((siens) => {
    const ordonnes = siens.toSorted((a, b) => (a.affectation.debutLe < b.affectation.debutLe ? -1 : 1))
    const choisi =
      ordonnes.find(({ affectation }) => couvre(affectation, jour)) ??
      ordonnes.find(({ affectation }) => affectation.debutLe > jour) ??
      ordonnes.at(-1)
    return choisi === undefined ? [] : [choisi]
  })
}

/** The other services that somebody has in the same rôle during this one: a letter can follow one only. */
export const simultanesDe = <S extends ServiceDeCampagne>(services: readonly S[], { affectation }: S): S[] =>
  services.filter(
    ({ affectation: autre }) =>
      autre.id !== affectation.id && cleDe(autre) === cleDe(affectation) && chevauche(autre, affectation),
  )
