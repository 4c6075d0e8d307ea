import { similarite } from './text'

/** Below this likeness (0 to 1) a suggestion would mislead more than it helps. */
const leastLikeness = 0.6

/** The candidate most like what was typed, or undefined when none is near enough to be suggested. */
export function nearestTo<T>(typed: string, candidates: readonly T[], nameOf: (candidate: T) => string): T | undefined {
  const [best] = candidates
    .map((candidate) => ({ candidate, likeness: similarite(typed, nameOf(candidate)) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
  return best?.candidate
}
