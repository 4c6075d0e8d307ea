import type { RefObject } from 'react'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { isPageTitle } from '../page-title'
import type { Cell } from './navigation'

export const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select, textarea, [role="combobox"]') !== null

const isCellOf = (scroller: HTMLElement, element: Element | null): boolean =>
  element !== null && element.hasAttribute('data-row') && scroller.contains(element)

/** A title stays at the top of its list; the list itself may be out of a page that scrolls (text at 200 %). */
function showTitle(scroller: HTMLElement, title: HTMLElement): void {
  const [seen, place] = [scroller.closest('main'), title].map((element) => element?.getBoundingClientRect())
  if (seen && place && (place.top < seen.top || place.bottom > seen.bottom)) scroller.scrollIntoView({ block: 'start' })
}

/** Puts the focus on the active cell after a move, and back on it when Escape leaves a control of a cell. */
export function useCellFocus(
  grid: RefObject<HTMLElement | null>,
  { active, returned }: { active: Cell; returned: boolean },
  cellId: (row: number, col: number) => string,
): () => void {
  const wanted = useRef(false)
  const focused = useRef<Element>(null)
  const met = useRef(false)
  useLayoutEffect(() => {
    const scroller = grid.current
    if (scroller === null) return
    const cell = document.getElementById(cellId(active.row, active.col))
    const { activeElement } = document
    // The order changed under the focus: it follows its row, not its line.
    const left = activeElement !== cell && isCellOf(scroller, activeElement)
    // The cell went with its line: the row that was on its way has come, or a shorter list took its place.
    const gone = activeElement === document.body && focused.current?.isConnected === false
    // Back from a record, unless the hand is already on something else than the title of the page.
    const back = returned && !met.current && (activeElement === document.body || isPageTitle(activeElement))
    met.current = returned
    if (cell && (wanted.current || left || gone || back)) {
      wanted.current = false
      cell.focus({ preventScroll: true })
      if (active.row >= 0) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      else showTitle(scroller, cell)
    }
    focused.current = isCellOf(scroller, document.activeElement) ? document.activeElement : null
  })
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || !(event.target instanceof Element) || !isControl(event.target)) return
      // The editor of a cell gives the focus back by itself: taken from it, it would write what Escape gives up.
      if (event.target.closest('[data-editing]')) return
      document.getElementById(cellId(active.row, active.col))?.focus()
    }
    const scroller = grid.current
    scroller?.addEventListener('keydown', onEscape)
    return () => scroller?.removeEventListener('keydown', onEscape)
  }, [grid, cellId, active])
  return useCallback(() => {
    wanted.current = true
  }, [])
}
