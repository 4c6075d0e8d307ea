import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { formatValeur } from '../format'
import { FilterBar } from './filter-bar'
import { FilterChips } from './filter-chips'
import { FilterDialog } from './filter-dialog'
import type { DataTableModel } from './table-model'
import { ViewMenu } from './view-menu'
import classes from './table.module.css'

/** Ctrl + F looks for words in the list that is in front. */
function useFindKey() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f') return
      // A list under a dialog, or in a hidden tab, is not the one in front.
      if (!input.current?.checkVisibility() || document.querySelector('[role="dialog"][aria-modal="true"]')) return
      event.preventDefault()
      input.current.focus()
      input.current.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return input
}

interface TableFiltersProps<Row> {
  table: DataTableModel<Row>
  /** Besides the filter and the view: saved views, export. */
  tools?: ReactNode
  /** The filter is a picture too: the chips are what matters. */
  pictures?: boolean
}

/** The quick filter, the chips and the view of a table, at the left of the page's bar. Chips are combined with OR. */
export function TableFilters<Row>({ table, tools, pictures = false }: TableFiltersProps<Row>) {
  const input = useFindKey()
  const [editing, setEditing] = useState(false)
  const edit = (): void => setEditing(true)
  const searching = table.search.trim() !== ''
  return (
    <div className={classes.filters}>
      <TextInput
        ref={input}
        className={classes.search ?? ''}
        value={table.search}
        onChange={(event) => table.setSearch(event.currentTarget.value)}
        placeholder="Filtrer…  Ctrl + F"
        aria-label={`Filtrer les ${table.noun.plusieurs}`}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSectionWidth={searching ? 76 : undefined}
        rightSection={
          searching && (
            <span className={classes.found}>
              {formatValeur('nombre', table.kept)}
              <CloseButton size="sm" aria-label="Effacer le filtre" onClick={() => table.setSearch('')} />
            </span>
          )
        }
      />
      <ViewMenu table={table} onFilter={edit} pictures={pictures} />
      {tools}
      <FilterChips table={table} />
      <FilterBar table={table} onEdit={edit} />
      {editing && <FilterDialog table={table} onClose={() => setEditing(false)} />}
    </div>
  )
}
