import { similarite } from './text'

/** Below this likeness (0 to 1) a suggestion would mislead more than it helps. */
const leastLikeness = 0.6

/** The candidate one of whose names is most like what was typed, or undefined when none is near enough to be suggested. */
export function nearestTo<T>(
  typed: string,
  candidates: readonly T[],
  namesOf: (candidate: T) => string | readonly string[],
): T | undefined {
  const [best] = candidates
    .map((candidate) => ({
      candidate,
      likeness: Math.max(...[namesOf(candidate)].flat().map((name) => similarite(typed, name))),
    }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
  return best?.candidate
}
