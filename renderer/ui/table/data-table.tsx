import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyState } from '../empty-state'
import { CellMenu } from './cell-menu'
import { ColumnMenu } from './column-menu'
import type { GridProps } from './grid'
import { Grid } from './grid'
import { PasteDialog } from './paste-dialog'
import { SimpleTable } from './simple-table'
import { useSimpleView } from './simple-view'
import type { DataTableModel } from './table-model'

interface DataTableProps<Row> extends Omit<GridProps<Row>, 'layers'> {
  /** Shown when there is no row at all: the next thing to do. */
  empty: ReactNode
}

/** The table of every list: the grid with its menus, what it pastes and what to do when it is empty. */
export function DataTable<Row>({ bulk, empty, ...props }: DataTableProps<Row>) {
  const { table, rowTone, notesOf } = props
  const [simple] = useSimpleView()
  const nothing = table.total === 0 ? empty : <NothingFound table={table} />
  if (simple) return <SimpleTable {...{ table, bulk, rowTone, notesOf }} empty={nothing} />
  return (
    <Grid
      {...props}
      empty={nothing}
      bulk={bulk}
      layers={(grid) => (
        <>
          <ColumnMenu table={table} grid={grid} />
          <CellMenu table={table} grid={grid} />
          <PasteDialog table={table} bulk={grid.bulk} />
        </>
      )}
    />
  )
}

function NothingFound<Row>({ table }: { table: DataTableModel<Row> }) {
  const action = (
    <Button data-reads variant="default" onClick={table.clearFilters}>
      Effacer la recherche et les filtres
    </Button>
  )
  return <EmptyState title="Aucune ligne ne correspond" action={action} />
}
