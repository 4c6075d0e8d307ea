/** A cell of the grid; row −1 is the header. */
export interface Cell {
  readonly row: number
  readonly col: number
}

export interface Key {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
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
  | { readonly kind: 'moveColumn' | 'widenColumn'; readonly by: 1 | -1 }
  /** A character: the edition of the cell begins with it. */
  | { readonly kind: 'type'; readonly text: string }
  | {
      readonly kind:
        | 'enter'
        | 'open'
        | 'edit'
        | 'toggle'
        | 'sort'
        | 'selectAll'
        | 'clear'
        | 'erase'
        | 'fillDown'
        | 'columnMenu'
        | 'cellMenu'
    }

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

/** Alt moves the column of the header where the cursor is, Alt and Shift change its width, Alt + down opens its menu. */
function headerAction({ key, shift }: Key): GridAction | undefined {
  if (key === 'ArrowDown') return { kind: 'columnMenu' }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  const by = key === 'ArrowRight' ? 1 : -1
  return shift ? { kind: 'widenColumn', by } : { kind: 'moveColumn', by }
}

function cellAction({ key, ctrl, shift }: Key): GridAction | undefined {
  switch (key) {
    case 'Enter':
      return { kind: ctrl ? 'open' : 'enter' }
    case 'F2':
      return { kind: 'edit' }
    case 'ContextMenu':
      return { kind: 'cellMenu' }
    case 'F10':
      return shift ? { kind: 'cellMenu' } : undefined
    case 'Delete':
    case 'Backspace':
      return { kind: 'erase' }
    case ' ':
      return { kind: 'toggle' }
    default:
      break
  }
  if (ctrl && key.toLowerCase() === 'd') return { kind: 'fillDown' }
  return !ctrl && [...key].length === 1 ? { kind: 'type', text: key } : undefined
}

/** The keyboard of the grid, as a value. Shift with a move extends the block of cells from where it began. */
export function gridAction(key: Key, cell: Cell, extent: Extent): GridAction | undefined {
  const inHeader = cell.row < 0
  if (key.alt) return inHeader || key.key === 'ArrowDown' ? headerAction(key) : undefined
  const moved = target(key, cell, extent)
  if (moved) {
    const to = { row: clamp(moved.row, -1, extent.rows - 1), col: clamp(moved.col, 0, extent.cols - 1) }
    const extend = key.shift && cell.row >= 0
    return { kind: 'move', to: extend ? { ...to, row: Math.max(0, to.row) } : to, extend }
  }
  if (key.key === 'Escape') return { kind: 'clear' }
  if (key.ctrl && key.key.toLowerCase() === 'a') return { kind: 'selectAll' }
  if (!inHeader) return cellAction(key)
  if (key.key === 'Enter' || key.key === ' ') return { kind: 'sort' }
  return key.key === 'ContextMenu' || (key.key === 'F10' && key.shift) ? { kind: 'columnMenu' } : undefined
}
