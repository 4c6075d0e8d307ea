import { lazy, Suspense, type ReactNode } from 'react'

const AvecSigles = lazy(() => import('./avec-sigles').then(({ AvecSigles }) => ({ default: AvecSigles })))

/** The text, its acronyms explained; the glossary is read with the first screen that has some. */
export function annoterSigles(texte: string): ReactNode {
  if (!/\p{Lu}{2,}/u.test(texte)) return texte
  return (
    <Suspense fallback={texte}>
      <AvecSigles>{texte}</AvecSigles>
    </Suspense>
  )
}
