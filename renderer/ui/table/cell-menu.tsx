import { Menu } from '@mantine/core'
import { useState } from 'react'
import { formatValeur } from '../format'
import type { CellAction, CellTarget } from './cell-actions'
import { useCellActions } from './cell-actions'
import type { Column } from './column'
import { columnType } from './column'
import classes from './table.module.css'

interface Opened {
  /** Names the menu for those who do not see where it opens. */
  label: string
  actions: readonly CellAction[]
  x: number
  y: number
  /** Where the focus comes back. */
  cell: HTMLElement
}

export interface CellMenuState {
  opened: Opened | null
  /** Opens the menu of a cell at a point of the window; false when nothing can be done with it. */
  open: <Row>(column: Column<Row>, row: Row, at: { x: number; y: number; cell: HTMLElement }) => boolean
  close: () => void
}

/** The menu of a cell (right click, Menu key, Shift + F10): what the application can do with it. */
export function useCellMenu<Row>(liste: string, name: Column<Row> | undefined): CellMenuState {
  const makers = useCellActions()
  const [opened, setOpened] = useState<Opened | null>(null)
  return {
    opened,
    open: (column, row, at) => {
      const texte = shownText(column, row)
      const target: CellTarget = {
        liste,
        colonne: column.cle,
        titre: column.titre,
        ligne: name ? shownText(name, row as unknown as Row) : '',
        texte,
        cellule: column.cellule?.(row) ?? null,
      }
      const actions = makers.flatMap((make) => make(target))
      if (actions.length > 0) setOpened({ ...at, actions, label: `${column.titre} : ${texte === '' ? 'vide' : texte}` })
      return actions.length > 0
    },
    close: () => setOpened(null),
  }
}

/** What a cell shows, when it is a text; else its value. */
function shownText<Row>(column: Column<Row>, row: Row): string {
  const shown = column.rendu?.(row)
  return typeof shown === 'string' ? shown : formatValeur(columnType(column), column.valeur(row))
}

const outside = ['mousedown', 'touchstart']

export function CellMenu({ menu: { opened, close } }: { menu: CellMenuState }) {
  if (!opened) return null
  const shut = (): void => {
    close()
    opened.cell.focus({ preventScroll: true })
  }
  return (
    <Menu
      opened
      onChange={(next) => !next && shut()}
      offset={2}
      // Not the key pressed: it is the one that opened it, still on its way up.
      clickOutsideEvents={outside}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={opened.label}
          className={classes.menuAt}
          style={{ left: opened.x, top: opened.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {opened.actions.map(({ cle, libelle, icone: Icon, raccourci, onSelect }, index) => (
          <Menu.Item
            key={cle}
            data-autofocus={index === 0 || undefined}
            leftSection={Icon && <Icon size={16} stroke={1.6} aria-hidden />}
            rightSection={raccourci !== undefined && <span className={classes.keys}>{raccourci}</span>}
            onClick={onSelect}
          >
            {libelle}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
