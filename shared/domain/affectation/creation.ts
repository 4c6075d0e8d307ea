import { AppError, type FieldErrors } from '../../app-error'
import type { Constat } from '../../constat'
import type { AnneeScolaire } from '../annee-scolaire/annee-scolaire'
import type { Affectation, AffectationReseau } from './affectation'
import { controlerDates } from './regles'

interface SaisieAffectation extends Omit<Affectation, 'id' | 'debutLe' | 'finLe'> {
  debutLe?: string | undefined
  finLe?: string | undefined
  reseauIds: readonly string[]
}

/** A new service with its networks, its dates defaulting to those of the school year. Throws `invalid` on wrong dates. */
export function etablirAffectation(
  { reseauIds, ...saisie }: SaisieAffectation,
  annee: AnneeScolaire,
  newId: () => string,
): { affectation: Affectation; reseaux: AffectationReseau[] } {
  const affectation = {
    ...saisie,
    id: newId(),
    debutLe: saisie.debutLe ?? annee.debutLe,
    finLe: saisie.finLe ?? annee.finLe,
  }
  refuserDates(affectation, annee)
  return { affectation, reseaux: rattacher(affectation.id, reseauIds, newId) }
}

/** The networks of a service, each once. */
export const rattacher = (
  affectationId: string,
  reseauIds: readonly string[],
  newId: () => string,
): AffectationReseau[] => [...new Set(reseauIds)].map((reseauId) => ({ id: newId(), affectationId, reseauId }))

/** Refuses dates that no service of the school year can have, each reason under its field. */
export function refuserDates(affectation: Pick<Affectation, 'debutLe' | 'finLe'>, annee: AnneeScolaire): void {
  const constats = controlerDates(affectation, annee)
  if (constats.length === 0) return
  throw new AppError('invalid', `L’affectation n’a pas été enregistrée. ${phrases(constats)}`, {
    fields: parChamp(constats),
  })
}

const phrases = (constats: readonly Constat[]): string => [...new Set(constats.map(({ message }) => message))].join(' ')

const parChamp = (constats: readonly Constat[]): FieldErrors =>
  Object.fromEntries(constats.flatMap(({ champ, message }) => (champ === undefined ? [] : [[champ, message]])))
