import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { LettresChoisies } from '../../../shared/domain/lettre-de-mission/vie.contract'

/** What may be done with the letters chosen. */
export function resumerChoisies(lettres: readonly LettreListee[]): LettresChoisies {
  const parEtat: LettresChoisies['parEtat'] = {}
  for (const { etat } of lettres) parEtat[etat] = (parEtat[etat] ?? 0) + 1
  const attendus = new Map(lettres.flatMap(({ attendu }) => (attendu ? [[attendu.code, attendu] as const] : [])))
  return { ids: lettres.map(({ id }) => id), parEtat, attendus: [...attendus.values()] }
}
