import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { formatValeur } from '../format'
import type { DataTableModel } from './table-model'
import classes from './table.module.css'

/** The quick filter and the chips of a table, at the left of the page's bar. Several chips are combined with OR. */
export function TableFilters<Row>({ table }: { table: DataTableModel<Row> }) {
  const label = `Filtrer les ${table.noun.plusieurs}`
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search ?? ''}
        value={table.search}
        onChange={(event) => table.setSearch(event.currentTarget.value)}
        placeholder="Filtrer…"
        aria-label={label}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={
          table.search && <CloseButton size="sm" aria-label="Effacer le filtre" onClick={() => table.setSearch('')} />
        }
      />
      {table.chips.map(({ cle, titre, count, active, tone }) => (
        <button
          key={cle}
          type="button"
          className={classes.chip}
          aria-pressed={active}
          data-tone={count > 0 ? tone : undefined}
          onClick={() => table.toggleChip(cle)}
        >
          {titre} <span>{formatValeur('nombre', count)}</span>
        </button>
      ))}
    </div>
  )
}
