import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'

interface SeenProps {
  /** Pixels that it takes until it is drawn. */
  height: number
  /** Drawn at once: what stands at the top. */
  always?: boolean
  children: ReactNode
}

/** Draws its content when it comes near what is shown, and keeps it: a long form opens at once. */
export function Seen({ height, always = false, children }: SeenProps) {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(always)
  useEffect(() => {
    const element = place.current
    if (seen || !element) return undefined
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
      {
        root: element.closest('[role=tabpanel]'),
        rootMargin: '800px 0px',
      },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [seen])
  return seen ? children : <div ref={place} style={{ height }} />
}
