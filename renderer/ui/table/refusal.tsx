import { useLayoutEffect, useRef } from 'react'
import classes from './table.module.css'

interface RefusalProps {
  message: string
  /** When a field is described by it: it is then said aloud. */
  id?: string
}

/** The rule's sentence under its cell; above it, or moved to the left, where the grid would cut it. */
export function Refusal({ message, id }: RefusalProps) {
  const box = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const sentence = box.current
    const grid = sentence?.closest<HTMLElement>(`[role="grid"], .${classes.simple ?? ''}`)
    if (!sentence || !grid) return
    sentence.style.translate = ''
    sentence.removeAttribute('data-above')
    const seen = grid.getBoundingClientRect()
    const right = seen.left + grid.clientWidth
    const totals = grid.querySelector(`.${classes.totals ?? ''}`)?.getBoundingClientRect()
    const bottom = totals?.top ?? seen.top + grid.clientHeight
    const own = sentence.getBoundingClientRect()
    sentence.style.translate = `${Math.min(0, Math.max(seen.left - own.left, right - own.right - 4))}px`
    const cell = sentence.parentElement?.getBoundingClientRect()
    const header = grid.querySelector('[role="rowgroup"], thead')?.getBoundingClientRect()
    const room = (cell?.top ?? 0) - own.height - 2 > (header?.bottom ?? seen.top)
    sentence.toggleAttribute('data-above', own.bottom > bottom && room)
  }, [message])
  return (
    <span ref={box} id={id} role={id === undefined ? undefined : 'alert'} className={classes.refusal}>
      {message}
    </span>
  )
}
