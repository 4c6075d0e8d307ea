import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'

const AvecSigles = lazy(() => import('./avec-sigles').then(({ AvecSigles }) => ({ default: AvecSigles })))
const aUnSigle = (texte: string): boolean => /\p{Lu}{2,}/u.test(texte)

/** The text, its acronyms explained; the glossary is read with the first screen that has some. */
function annoterSigles(texte: string): ReactNode {
  if (!aUnSigle(texte)) return texte
  return (
    <Suspense fallback={texte}>
      <AvecSigles>{texte}</AvecSigles>
    </Suspense>
  )
}

let expliquer: ((texte: string) => string | undefined) | undefined

/** What the acronyms of a title mean, once the glossary is read; undefined when it has none. */
function useExplicationDesSigles(texte: string): string | undefined {
  const [lu, setLu] = useState(expliquer !== undefined)
  const concerne = aUnSigle(texte)
  useEffect(() => {
    if (!concerne || lu) return
    void import('./sigles').then((glossaire) => {
      expliquer = glossaire.expliquerSigles
      setLu(true)
    })
  }, [concerne, lu])
  return concerne && lu ? expliquer?.(texte) : undefined
}

export const annotations = { annotate: annoterSigles, useExplanation: useExplicationDesSigles }
