import type { Ref } from 'react'
import type { Cell } from './navigation'
import classes from './table.module.css'

interface AnchorProps {
  /** The cell that a menu hangs from. */
  cell: Cell
  cellId: (row: number, col: number) => string
  ref?: Ref<HTMLSpanElement>
}

/** A place on the screen, exactly over a cell: the grid cuts what it holds, so its menus hang outside of it. */
export function Anchor({ cell, cellId, ref, ...props }: AnchorProps) {
  const box = document.getElementById(cellId(cell.row, cell.col))?.getBoundingClientRect()
  return (
    <span
      {...props}
      ref={ref}
      aria-hidden="true"
      className={classes.anchor}
      style={{ left: box?.left ?? 0, top: box?.top ?? 0, width: box?.width ?? 0, height: box?.height ?? 0 }}
    />
  )
}
