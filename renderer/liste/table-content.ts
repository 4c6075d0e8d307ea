import type { exporterTableau } from '../../shared/domain/liste/tableau.contract'
import type { InputOf } from '../../shared/ipc'
import { type Column, cellText, columnType, isNumeric } from '../ui/table/column'
import { filterType } from '../ui/table/filter'
import type { MemoryTableModel } from '../ui/table/table-model'
import { toTri } from '../ui/table/view-state'

type TableContent = Omit<InputOf<typeof exporterTableau>, 'anneeId' | 'format' | 'jeton'>
type Described = TableContent['colonnes'][number]
type Cell = TableContent['lignes'][number][number]

/** What the export reads of a table. */
type Seen<Row> = Pick<
  MemoryTableModel<Row>,
  | 'label'
  | 'noun'
  | 'columns'
  | 'allColumns'
  | 'view'
  | 'search'
  | 'chips'
  | 'total'
  | 'keptRows'
  | 'selectedRows'
  | 'groups'
  | 'folded'
>

/** What a cell holds, for numbers, days and yes or no; what it reads, for all the rest. */
function cellOf<Row>(column: Column<Row>, row: Row): Cell {
  const type = columnType(column)
  if (isNumeric(column) || type === 'jour' || type === 'booleen') return column.valeur(row) ?? null
  return cellText(column, row)
}

function describe<Row>(column: Column<Row>, rows: readonly Row[], width: number | undefined): Described {
  const { cle, titre, total } = column
  const own = typeof total === 'function' ? total(rows) : undefined
  return {
    ...{ cle, titre, type: filterType(column) },
    ...(total === 'somme' && { total }),
    ...(typeof own === 'number' && { total: own }),
    ...(width !== undefined && { largeur: Math.round(width) }),
  }
}

/** The columns seen; the workbook names a group in the first one, which must then be a text or the group itself. */
function seenColumns<Row>({ columns, allColumns, view: { group } }: Seen<Row>): readonly Column<Row>[] {
  const [first] = columns
  const grouped = group && allColumns.find(({ cle }) => cle === group.cle)
  if (!grouped || (columns.includes(grouped) && first && !isNumeric(first))) return columns
  return [grouped, ...columns.filter((column) => column !== grouped)]
}

/** What is seen of a table whose rows are at hand, or the rows ticked in it: as its export asks for it. */
export function contentOfTable<Row>(table: Seen<Row>, ticked = false): TableContent {
  const { view, allColumns } = table
  const chosen = new Set(table.selectedRows)
  const rows = ticked ? table.keptRows.filter((row) => chosen.has(row)) : table.keptRows
  const columns = seenColumns(table)
  const counted = columns.flatMap(({ cle, unite }) => (unite ? [[cle, rows.map(unite)] as const] : []))
  return {
    titre: table.label,
    noun: table.noun,
    colonnes: allColumns.map((column) => describe(column, rows, view.columns.widths[column.cle])),
    vues: columns.map(({ cle }) => cle),
    lignes: rows.map((row) => columns.map((column) => cellOf(column, row))),
    unites: Object.fromEntries(counted),
    groupes: ticked
      ? []
      : (table.groups ?? []).map(({ value, start, size, totals }) => ({
          ...{ valeur: value, debut: start, nombre: size, totaux: { ...totals } },
        })),
    ...{ ensemble: table.total, choisies: ticked, recherche: table.search.trim(), filtre: view.filter },
    puces: table.chips.filter(({ active }) => active).map(({ titre }) => titre),
    tris: view.sorts.map(toTri),
    replies: [...table.folded],
    groupe: ticked ? null : view.group && toTri(view.group),
  }
}
