import { useLayoutEffect, useRef, useState } from 'react'
import type { DataTableModel } from './table-model'
import type { After } from './use-cell-editing'
import { useCellEditing } from './use-cell-editing'
import { useCellWriting } from './use-cell-writing'

const steps: Partial<Record<After, number>> = { right: 1, left: -1 }

/** Writing in an ordinary table: each cell that may be typed is a button, which takes the focus back. */
export function useSimpleEditing<Row>(table: DataTableModel<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const wanted = useRef<{ cell: string; step: number }>(undefined)
  const [message, say] = useState('')
  const writing = useCellWriting(table)
  const edition = useCellEditing({
    table,
    writing,
    columnAt: (col) => table.columns[col],
    say,
    leave: ({ row, col }, after) => {
      wanted.current = { cell: cellName(row, col), step: steps[after] ?? 0 }
    },
  })
  useLayoutEffect(() => {
    if (!wanted.current || !body.current) return
    const { cell, step } = wanted.current
    wanted.current = undefined
    const buttons = [...body.current.querySelectorAll<HTMLElement>('[data-cell]')]
    const index = buttons.findIndex(({ dataset }) => dataset['cell'] === cell)
    const next = buttons[index + step] ?? buttons[index]
    next?.focus()
  })
  return { body, message, say, writing, edition }
}

export const cellName = (line: number, col: number): string => `${line} ${col}`

export type SimpleEditing<Row> = ReturnType<typeof useSimpleEditing<Row>>
