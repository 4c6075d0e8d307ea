import { type LettreDeMission, lettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'

const champs = {
  modele: true,
  reference: true,
  etablieLe: true,
  dateEffetLe: true,
  finLe: true,
  quotite: true,
  regimeId: true,
  heuresDues: true,
  heuresMasquees: true,
  residenceId: true,
  perimetre: true,
  instances: true,
  moyens: true,
  suivi: true,
  observations: true,
} as const

/** What is typed in a letter; its rows have forms of their own. */
export const schemaLettre = lettreDeMission.pick(champs)
export type ChampsLettre = Pick<LettreDeMission, keyof typeof champs>

export const champsLettre = (lettre: LettreDeMission): ChampsLettre =>
  Object.fromEntries(
    Object.keys(champs).map((champ) => [champ, lettre[champ as keyof ChampsLettre]]),
  ) as unknown as ChampsLettre
