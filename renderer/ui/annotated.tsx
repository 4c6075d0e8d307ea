import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { aLEcran } from './format'

/** How the application explains the words of a text; by default, it does not. */
interface Annotation {
  /** The text with its words marked, each one a stop of the keyboard. */
  readonly annotate: (text: string) => ReactNode
  /** A hook: what the words of a title mean, for an element that has the focus itself. */
  readonly useExplanation: (text: string) => string | undefined
}

const Annotations = createContext<Annotation>({ annotate: (text) => text, useExplanation: () => undefined })

export const AnnotationProvider = Annotations.Provider

/** A text of the kit (state of a page, label of a field) with what the application has to explain in it. */
export function Annotated({ children }: { children: ReactNode }) {
  const { annotate } = useContext(Annotations)
  return typeof children === 'string' ? annotate(aLEcran(children)) : children
}

export const useExplanation = (text: string): string | undefined => {
  const { useExplanation: explain } = useContext(Annotations)
  return explain(text)
}
