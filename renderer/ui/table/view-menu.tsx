import { ActionIcon, Button, Checkbox, NativeSelect, Popover, Switch } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp, IconFilter } from '@tabler/icons-react'
import { useLignesCompactes } from '../densite'
import { OnDemand } from '../on-demand'
import { isShown, moveColumn, noColumnsState, orderedColumns, showColumn } from './columns-state'
import { useSimpleView } from './simple-view'
import type { DataTableModel } from './table-model'
import { ToolButton } from './tool-button'
import classes from './table.module.css'

interface ViewMenuProps<Row> {
  table: DataTableModel<Row>
  onFilter: () => void
  /** The filter as a picture too: among the actions of a section. */
  pictures?: boolean
}

/** How the list is looked at: its filter, its columns, its groups, the height of its rows. */
export function ViewMenu<Row>({ table, onFilter, pictures = false }: ViewMenuProps<Row>) {
  const count = table.view.filter?.termes.length ?? 0
  const words = count === 0 ? 'Filtrer…' : `Filtrer (${count})…`
  return (
    <>
      {pictures ? (
        <ToolButton label={words} icon={IconFilter} onClick={onFilter} />
      ) : (
        <Button
          data-reads
          variant="default"
          leftSection={<IconFilter size={16} stroke={1.6} aria-hidden />}
          onClick={onFilter}
        >
          {words}
        </Button>
      )}
      <OnDemand popup="dialog" button={<ToolButton label="Colonnes et affichage" icon={IconAdjustmentsHorizontal} />}>
        {(layer, button) => (
          <Popover {...layer} position="bottom-start" width={320} trapFocus portalProps={{ target: '#calques' }}>
            <Popover.Target>{button}</Popover.Target>
            <Popover.Dropdown className={classes.viewMenu ?? ''}>
              <ViewFields table={table} />
            </Popover.Dropdown>
          </Popover>
        )}
      </OnDemand>
    </>
  )
}

function ViewFields<Row>({ table }: { table: DataTableModel<Row> }) {
  const { view, setView, allColumns } = table
  const [simple, setSimple] = useSimpleView()
  const preferred = useLignesCompactes()
  const groupable = allColumns.filter((column) => column.groupable)
  return (
    <>
      <Switch
        label="Lignes compactes"
        checked={view.compact || preferred}
        disabled={preferred}
        onChange={({ currentTarget: { checked } }) => setView((current) => ({ ...current, compact: checked }))}
      />
      <Switch
        label="Affichage simple"
        description="Un tableau ordinaire, page par page, pour les lecteurs d’écran. Il vaut pour toutes les listes."
        checked={simple}
        onChange={({ currentTarget: { checked } }) => setSimple(checked)}
      />
      {groupable.length > 0 && (
        <NativeSelect
          label="Grouper par"
          data={[
            { value: '', label: 'Sans groupe' },
            ...groupable.map(({ cle, titre }) => ({ value: cle, label: titre })),
          ]}
          value={view.group?.cle ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setView((current) => ({ ...current, group: value === '' ? null : { cle: value, sens: 'asc' } }))
          }
        />
      )}
      <ColumnsFields table={table} />
    </>
  )
}

function ColumnsFields<Row>({ table }: { table: DataTableModel<Row> }) {
  const { view, setColumns, allColumns } = table
  const ordered = orderedColumns(allColumns, view.columns)
  return (
    <fieldset className={classes.columnsFields}>
      <legend>Colonnes</legend>
      <div className={classes.columnsList}>
        {ordered.map((column) => {
          const shown = isShown(column, view.columns)
          return (
            <div key={column.cle} className={classes.columnField}>
              <Checkbox
                label={column.titre}
                checked={shown}
                disabled={shown && table.columns.length === 1}
                onChange={({ currentTarget: { checked } }) =>
                  setColumns((state) => showColumn(state, column.cle, checked))
                }
              />
              {shown && (
                <span className={classes.columnMoves}>
                  <ActionIcon
                    size={24}
                    aria-label={`Avancer ${column.titre}`}
                    onClick={() => setColumns((state) => moveColumn(allColumns, state, column.cle, -1))}
                  >
                    <IconArrowUp size={14} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    size={24}
                    aria-label={`Reculer ${column.titre}`}
                    onClick={() => setColumns((state) => moveColumn(allColumns, state, column.cle, 1))}
                  >
                    <IconArrowDown size={14} aria-hidden />
                  </ActionIcon>
                </span>
              )}
            </div>
          )
        })}
      </div>
      <Button data-reads variant="subtle" size="compact-sm" onClick={() => setColumns(() => noColumnsState)}>
        Colonnes d’origine
      </Button>
    </fieldset>
  )
}
