import { Popover, UnstyledButton } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconArrowsHorizontal,
  IconEyeOff,
  IconPin,
  IconPinnedOff,
  IconStack2,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { Anchor } from './anchor'
import type { Column } from './column'
import { ConditionForm } from './condition-form'
import { conditionOn, withCondition } from './filter'
import { isPinned, moveColumn, pinColumn, resetWidth, showColumn } from './columns-state'
import type { DataTableModel } from './table-model'
import type { GridModel } from './use-grid'
import classes from './table.module.css'

interface ColumnMenuProps<Row> {
  table: DataTableModel<Row>
  grid: GridModel<Row>
}

/** What can be done with a column: its order, its groups, its place. Alt + down, the Menu key, or the button of its header. */
export function ColumnMenu<Row>({ table, grid }: ColumnMenuProps<Row>) {
  const opened = grid.menu?.kind === 'column' ? grid.menu : undefined
  const column = opened && grid.columnAt(opened.cell.col)
  if (!opened || !column) return null
  return (
    <Popover
      opened
      onChange={(next) => !next && grid.closeMenu()}
      position="bottom-start"
      offset={2}
      trapFocus
      withRoles={false}
      portalProps={{ target: '#calques' }}
    >
      <Popover.Target>
        <Anchor cell={opened.cell} cellId={grid.cellId} />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={`Colonne ${column.titre}`}
        className={classes.columnMenu ?? ''}
        onKeyDown={(event) => event.key === 'Escape' && grid.closeMenu()}
      >
        <section className={classes.menuSection}>
          <h3 className={classes.menuTitle}>Garder les lignes où {column.titre}</h3>
          <ConditionForm
            key={column.cle}
            column={column}
            condition={conditionOn(table.view.filter, column.cle)}
            onChange={(condition) => table.setFilter(withCondition(table.view.filter, column.cle, condition))}
            valuesOf={table.valuesOf}
          />
        </section>
        <SortEntries table={table} column={column} close={grid.closeMenu} />
        <PlaceEntries table={table} column={column} close={grid.closeMenu} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface EntriesProps<Row> {
  table: DataTableModel<Row>
  column: Column<Row>
  close: () => void
}

const sortWords = {
  texte: ['Trier de A à Z', 'Trier de Z à A'],
  nombre: ['Trier du plus petit au plus grand', 'Trier du plus grand au plus petit'],
  jour: ['Trier du plus ancien au plus récent', 'Trier du plus récent au plus ancien'],
} as const

function wordsOf<Row>({ type = 'texte' }: Column<Row>): readonly [string, string] {
  if (type === 'jour') return sortWords.jour
  return type === 'texte' || type === 'liste' || type === 'etat' || type === 'booleen'
    ? sortWords.texte
    : sortWords.nombre
}

function SortEntries<Row>({ table, column, close }: EntriesProps<Row>) {
  const [up, down] = wordsOf(column)
  const order = (sens: 'asc' | 'desc', added: boolean): void => {
    const others = added ? table.sorts.filter(({ cle }) => cle !== column.cle) : []
    table.setView((view) => ({ ...view, sorts: [...others, { cle: column.cle, sens }] }))
    close()
  }
  const group = table.view.group?.cle === column.cle
  const others = table.sorts.filter(({ cle }) => cle !== column.cle)
  return (
    <div className={classes.menuSection}>
      {column.triable !== false && (
        <>
          <Entry icon={IconArrowUp} first onClick={() => order('asc', false)}>
            {up}
          </Entry>
          <Entry icon={IconArrowDown} onClick={() => order('desc', false)}>
            {down}
          </Entry>
          {others.length > 0 && (
            <Entry icon={IconArrowUp} onClick={() => order('asc', true)}>
              Ajouter au tri, en {others.length + 1}ᵉ rang
            </Entry>
          )}
        </>
      )}
      {column.groupable === true && (
        <Entry
          icon={IconStack2}
          onClick={() => {
            table.setView((view) => ({ ...view, group: group ? null : { cle: column.cle, sens: 'asc' } }))
            close()
          }}
        >
          {group ? 'Ne plus grouper' : `Grouper par ${column.titre}`}
        </Entry>
      )}
    </div>
  )
}

function PlaceEntries<Row>({ table, column, close }: EntriesProps<Row>) {
  const pinned = isPinned(column, table.view.columns)
  const index = table.columns.findIndex(({ cle }) => cle === column.cle)
  const then = (act: () => void) => () => {
    act()
    close()
  }
  const move = (by: number) =>
    then(() => table.setColumns((state) => moveColumn(table.allColumns, state, column.cle, by)))
  return (
    <div className={classes.menuSection}>
      <Entry
        icon={pinned ? IconPinnedOff : IconPin}
        onClick={then(() => table.setColumns((state) => pinColumn(state, column.cle, !pinned)))}
      >
        {pinned ? 'Ne plus garder à gauche' : 'Garder à gauche'}
      </Entry>
      {index > 0 && (
        <Entry icon={IconArrowLeft} keys="Alt + ←" onClick={move(-1)}>
          Déplacer vers la gauche
        </Entry>
      )}
      {index < table.columns.length - 1 && (
        <Entry icon={IconArrowRight} keys="Alt + →" onClick={move(1)}>
          Déplacer vers la droite
        </Entry>
      )}
      {table.view.columns.widths[column.cle] !== undefined && (
        <Entry
          icon={IconArrowsHorizontal}
          onClick={then(() => table.setColumns((state) => resetWidth(state, column.cle)))}
        >
          Largeur d’origine
        </Entry>
      )}
      {table.columns.length > 1 && (
        <Entry
          icon={IconEyeOff}
          onClick={then(() => table.setColumns((state) => showColumn(state, column.cle, false)))}
        >
          Masquer la colonne
        </Entry>
      )}
      <p className={classes.menuHint}>Au clavier : Alt + Maj + ← ou → change la largeur.</p>
    </div>
  )
}

interface EntryProps {
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  keys?: string
  first?: boolean
  onClick: () => void
  children: ReactNode
}

function Entry({ icon: Icon, keys, first, onClick, children }: EntryProps) {
  return (
    <UnstyledButton className={classes.menuEntry ?? ''} onClick={onClick} data-autofocus={first || undefined}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span>{children}</span>
      {keys !== undefined && <span className={classes.keys}>{keys}</span>}
    </UnstyledButton>
  )
}
