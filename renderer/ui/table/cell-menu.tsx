import { Menu } from '@mantine/core'
import {
  IconArrowBarDown,
  IconCopy,
  IconEraser,
  IconExternalLink,
  IconFilter,
  IconPencil,
  IconTableAlias,
} from '@tabler/icons-react'
import { Anchor } from './anchor'
import type { CellAction } from './cell-actions'
import { useCellActions } from './cell-actions'
import { canEdit } from './cell-input'
import { cellText } from './column'
import { sameAs } from './condition'
import { withCondition } from './filter'
import { rowOnLine } from './lines'
import type { DataTableModel } from './table-model'
import type { GridModel } from './use-grid'
import classes from './table.module.css'

interface CellMenuProps<Row> {
  table: DataTableModel<Row>
  grid: GridModel<Row>
}

/** The menu of a cell (right click, Menu key, Shift + F10): what the grid and the application can do with it. */
export function CellMenu<Row>({ table, grid }: CellMenuProps<Row>) {
  const opened = grid.menu?.kind === 'cell' ? grid.menu : undefined
  const makers = useCellActions()
  const keyed = opened && rowOnLine(table, opened.cell.row)
  if (!opened || !keyed) return null
  const { row } = keyed
  const column = grid.columnAt(opened.cell.col)
  const name = table.columns.find(({ principale }) => principale) ?? table.columns[0]
  const texte = column ? cellText(column, row) : ''
  const own = ownActions({ table, grid }, row, opened.cell)
  const others = column
    ? makers.flatMap((make) =>
        make({
          liste: table.label,
          colonne: column.cle,
          titre: column.titre,
          ligne: name ? cellText(name, row) : '',
          texte,
          cellule: column.cellule?.(row) ?? null,
        }),
      )
    : []
  return (
    <Menu
      opened
      onChange={(next) => !next && grid.closeMenu()}
      offset={2}
      returnFocus={false}
      // Not the key pressed: it is the one that opened it, still on its way up.
      clickOutsideEvents={['mousedown', 'touchstart']}
      withInitialFocusPlaceholder={false}
      portalProps={{ target: '#calques' }}
    >
      <Menu.Target>
        <Anchor cell={opened.cell} cellId={grid.cellId} />
      </Menu.Target>
      <Menu.Dropdown aria-label={column ? `${column.titre} : ${texte === '' ? 'vide' : texte}` : 'Menu de la ligne'}>
        {own.map((action, index) => (
          <Entry key={action.cle} action={action} first={index === 0} />
        ))}
        {others.length > 0 && <Menu.Divider />}
        {others.map((action) => (
          <Entry key={action.cle} action={action} first={false} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Entry({
  action: { libelle, icone: Icon, raccourci, onSelect },
  first,
}: {
  action: CellAction
  first: boolean
}) {
  return (
    <Menu.Item
      data-autofocus={first || undefined}
      leftSection={Icon && <Icon size={16} stroke={1.6} aria-hidden />}
      rightSection={raccourci !== undefined && <span className={classes.keys}>{raccourci}</span>}
      onClick={onSelect}
    >
      {libelle}
    </Menu.Item>
  )
}

function ownActions<Row>(
  { table, grid }: CellMenuProps<Row>,
  row: Row,
  cell: { row: number; col: number },
): CellAction[] {
  const column = grid.columnAt(cell.col)
  const typed = table.onWrite !== undefined && column !== undefined && canEdit(column, row)
  const later = (act: () => void) => () => {
    // Once the menu is closed and the focus is back on its cell.
    setTimeout(act, 0)
  }
  return [
    ...(table.onOpen
      ? [
          {
            cle: 'ouvrir',
            libelle: 'Ouvrir la fiche',
            icone: IconExternalLink,
            raccourci: 'Ctrl + Entrée',
            onSelect: () => grid.open(cell.row),
          },
        ]
      : []),
    ...(typed
      ? [
          {
            cle: 'modifier',
            libelle: 'Modifier',
            icone: IconPencil,
            raccourci: 'F2',
            onSelect: later(() => grid.edition.begin(cell)),
          },
        ]
      : []),
    ...(column && table.memory !== undefined
      ? [
          {
            cle: 'filtrer',
            libelle: 'Filtrer sur cette valeur',
            icone: IconFilter,
            onSelect: () =>
              table.setFilter(withCondition(table.view.filter, column.cle, sameAs(column, column.valeur(row)))),
          },
        ]
      : []),
    {
      cle: 'copier',
      libelle: 'Copier',
      icone: IconCopy,
      raccourci: 'Ctrl + C',
      onSelect: later(() => grid.copy(false)),
    },
    {
      cle: 'copierTitres',
      libelle: 'Copier avec les titres',
      icone: IconTableAlias,
      onSelect: later(() => grid.copy(true)),
    },
    ...(typed
      ? [
          {
            cle: 'recopier',
            libelle: 'Recopier vers le bas',
            icone: IconArrowBarDown,
            raccourci: 'Ctrl + D',
            onSelect: () => void grid.bulk.fillDown(grid.block),
          },
          {
            cle: 'effacer',
            libelle: 'Effacer',
            icone: IconEraser,
            raccourci: 'Suppr',
            onSelect: () => void grid.bulk.erase(grid.block),
          },
        ]
      : []),
  ]
}
