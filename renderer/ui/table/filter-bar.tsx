import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { direCondition, direFiltre } from '../../../shared/liste/dire-filtre'
import { estGroupe } from '../../../shared/liste/filtre'
import { leaveFocusBeside } from '../dialog'
import { filterColumns, withoutTerm } from './filter'
import type { DataTableModel } from './table-model'
import classes from './table.module.css'

/** What keeps rows out, in words: each condition is taken away by its cross. */
export function FilterBar<Row>({ table, onEdit }: { table: DataTableModel<Row>; onEdit: () => void }) {
  const { filter } = table.view
  const columns = filterColumns(table.allColumns)
  if (!filter && table.dropped.length === 0) return null
  return (
    <div className={classes.filterBar} role="group" aria-label="Conditions du filtre">
      {filter?.termes.map((terme, index) => {
        const words = estGroupe(terme) ? `(${direFiltre(columns, terme)})` : direCondition(columns, terme)
        return (
          <span key={`${index} ${words}`} className={classes.term}>
            {index > 0 && <span className={classes.link}>{filter.lien}</span>}
            <button type="button" className={classes.termWords} onClick={onEdit}>
              {words}
            </button>
            <button
              type="button"
              className={classes.termRemove}
              aria-label={`Retirer la condition ${words}`}
              onClick={({ currentTarget }) => {
                leaveFocusBeside(currentTarget)
                table.setFilter(withoutTerm(filter, index))
              }}
            >
              <IconX size={14} aria-hidden />
            </button>
          </span>
        )
      })}
      <Button
        data-reads
        variant="subtle"
        size="compact-sm"
        // What is no more is forgotten with the rest.
        onClick={({ currentTarget }) => {
          leaveFocusBeside(currentTarget)
          table.setView(() => ({ ...table.view, filter: null }))
        }}
      >
        Tout effacer
      </Button>
      {table.dropped.map((sentence) => (
        <p key={sentence} role="status" className={classes.dropped}>
          {sentence}
        </p>
      ))}
    </div>
  )
}
