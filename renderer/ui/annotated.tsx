import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'

/** How the application explains the words of a text; by default, it does not. */
const Annotation = createContext<(text: string) => ReactNode>((text) => text)

export const AnnotationProvider = Annotation.Provider

/** A text of the kit (state of a page, description of a section) with what the application has to explain in it. */
export function Annotated({ children }: { children: ReactNode }) {
  const annotate = useContext(Annotation)
  return typeof children === 'string' ? annotate(children) : children
}
