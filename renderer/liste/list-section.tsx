import type { ReactElement, ReactNode } from 'react'
import { useState } from 'react'
import { Section } from '../ui/section'
import { DataTable } from '../ui/table/data-table'
import { FilterBar } from '../ui/table/filter-bar'
import { FilterDialog } from '../ui/table/filter-dialog'
import { TableFilters } from '../ui/table/table-filters'
import type { DataTableModel } from '../ui/table/table-model'
import { ViewMenu } from '../ui/table/view-menu'
import classes from './list-section.module.css'
import { TableTools } from './table-tools'
import type { MemoryTable } from './use-memory-table'

interface CommonProps {
  title: string
  description?: ReactNode
  /** Besides the tools of the list. */
  actions?: ReactNode
  shows?: string
  /** A list that may be long has its quick filter above it; by default its tools are pictures beside the title. */
  search?: boolean
  bulk?: ReactNode
  /** Shown when there is no row at all: the next thing to do. */
  empty: ReactNode
  /** Above the rows: the line that adds one. */
  children?: ReactNode
}

/** A list of the register brings its own tools (`ListeTools`). */
type ListSectionProps<Row> = CommonProps &
  ({ table: MemoryTable<Row>; tools?: undefined } | { table: DataTableModel<Row>; tools: ReactElement })

/** A section that is a list: as high as its rows, with the tools that every list has. */
export function ListSection<Row>(props: ListSectionProps<Row>) {
  const { title, description, actions, shows, search = false, bulk, empty, children } = props
  const { table } = props
  const [editing, setEditing] = useState(false)
  const edit = (): void => setEditing(true)
  const something = table.total > 0
  const tools = props.tools === undefined ? <TableTools table={props.table} /> : props.tools
  return (
    <Section
      title={title}
      description={description}
      {...(shows !== undefined && { shows })}
      actions={
        <>
          {actions}
          {something && !search && (
            <>
              <ViewMenu table={table} onFilter={edit} pictures />
              {tools}
            </>
          )}
        </>
      }
    >
      <div className={classes.list} data-list>
        {children}
        {something && search && <TableFilters table={table} tools={tools} />}
        {!search && <FilterBar table={table} onEdit={edit} />}
        <DataTable table={table} height="content" bulk={bulk} empty={empty} />
      </div>
      {editing && <FilterDialog table={table} onClose={() => setEditing(false)} />}
    </Section>
  )
}
