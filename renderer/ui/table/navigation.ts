/** A cell of the grid; row −1 is the header. */
export interface Cell {
  readonly row: number
  readonly col: number
}

export interface Key {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
}

export interface Extent {
  readonly rows: number
  readonly cols: number
  /** Rows seen at once: the length of a Page Up or Page Down. */
  readonly page: number
}

/** What a key does in the grid; undefined when the key is not the grid's. */
export type GridAction =
  | { readonly kind: 'move'; readonly to: Cell; readonly extend: boolean }
  | { readonly kind: 'open' | 'toggle' | 'sort' | 'selectAll' | 'clear' }

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

function target({ key, ctrl }: Key, { row, col }: Cell, { rows, cols, page }: Extent): Cell | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? Math.min(row, 0) : row - 1, col }
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, col }
    case 'ArrowLeft':
      return { row, col: ctrl ? 0 : col - 1 }
    case 'ArrowRight':
      return { row, col: ctrl ? cols - 1 : col + 1 }
    case 'Home':
      return { row: ctrl ? 0 : row, col: 0 }
    case 'End':
      return { row: ctrl ? rows - 1 : row, col: cols - 1 }
    case 'PageUp':
      return { row: row < 0 ? row : Math.max(0, row - page), col }
    case 'PageDown':
      return { row: row + page, col }
    default:
      return undefined
  }
}

/** The keyboard of the grid, as a value: arrows, Ctrl + arrows, Home, End, pages, Enter, Space, Ctrl + A, Escape. */
export function gridAction(key: Key, cell: Cell, extent: Extent): GridAction | undefined {
  const moved = target(key, cell, extent)
  if (moved) {
    const to = { row: clamp(moved.row, -1, extent.rows - 1), col: clamp(moved.col, 0, extent.cols - 1) }
    return { kind: 'move', to, extend: key.shift && to.row >= 0 && to.row !== cell.row }
  }
  if (key.key === 'Enter') return { kind: cell.row < 0 ? 'sort' : 'open' }
  if (key.key === ' ') return { kind: cell.row < 0 ? 'sort' : 'toggle' }
  if (key.key === 'Escape') return { kind: 'clear' }
  if (key.ctrl && key.key.toLowerCase() === 'a') return { kind: 'selectAll' }
  return undefined
}
