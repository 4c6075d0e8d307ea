import type { Cell } from './navigation'

/** A rectangle of cells, both ends included. */
export interface Block {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The rectangle between the cell where a selection began and the one it reaches. */
export const blockOf = (anchor: Cell, active: Cell): Block => ({
  top: Math.min(anchor.row, active.row),
  left: Math.min(anchor.col, active.col),
  bottom: Math.max(anchor.row, active.row),
  right: Math.max(anchor.col, active.col),
})

export const blockHeight = ({ top, bottom }: Block): number => bottom - top + 1
export const blockWidth = ({ left, right }: Block): number => right - left + 1
export const blockSize = (block: Block): number => blockHeight(block) * blockWidth(block)

/** Columns of the block in one row: its ends, or undefined when the row is outside. */
export const blockInRow = (block: Block | undefined, row: number): { left: number; right: number } | undefined =>
  block && row >= block.top && row <= block.bottom ? { left: block.left, right: block.right } : undefined
