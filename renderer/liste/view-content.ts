import { type ContenuDeVue, contenuDeVue } from '../../shared/domain/vue/vue'
import { colonnesDuFiltre } from '../../shared/liste/retenir'
import { compte } from '../../shared/nombres'
import { enumerer } from '../../shared/text'
import { isPinned, isShown, leastWidth, mostWidth, orderedColumns } from '../ui/table/columns-state'
import type { DataTableModel } from '../ui/table/table-model'
import type { ViewState } from '../ui/table/view-state'
import { toTri } from '../ui/table/view-state'

type Seen<Row> = Pick<DataTableModel<Row>, 'view' | 'search' | 'chips' | 'allColumns'>

/** What is seen, as a saved view keeps it: every column with its place. */
export function contentOf<Row>({ view, search, chips, allColumns: columns }: Seen<Row>): ContenuDeVue {
  return {
    recherche: search,
    filtre: view.filter,
    puces: chips.filter(({ active }) => active).map(({ cle }) => cle),
    tris: view.sorts.map(toTri),
    groupe: view.group && toTri(view.group),
    colonnes: orderedColumns(columns, view.columns).map((column) => {
      const largeur = view.columns.widths[column.cle]
      return {
        cle: column.cle,
        ...(largeur !== undefined && { largeur }),
        epinglee: isPinned(column, view.columns),
        masquee: !isShown(column, view.columns),
      }
    }),
    densite: view.compact ? 'compacte' : 'normale',
  }
}

/** A saved view as the list takes it; columns that are no more are dropped by the list itself, with a sentence. */
export function viewOf({ filtre, tris, groupe, colonnes, densite }: ContenuDeVue): ViewState {
  const sortOf = ({ colonne, sens }: ContenuDeVue['tris'][number]) => ({ cle: colonne, sens })
  const widths = colonnes.flatMap(({ cle, largeur }) =>
    largeur === undefined ? [] : [[cle, Math.max(leastWidth, Math.min(mostWidth, largeur))] as const],
  )
  return {
    columns: {
      order: colonnes.map(({ cle }) => cle),
      shown: Object.fromEntries(colonnes.map(({ cle, masquee }) => [cle, !masquee])),
      widths: Object.fromEntries(widths),
      pins: Object.fromEntries(colonnes.map(({ cle, epinglee }) => [cle, epinglee])),
    },
    sorts: tris.map(sortOf),
    group: groupe && sortOf(groupe),
    compact: densite === 'compacte',
    filter: filtre,
  }
}

/** What a saved view shows is what is seen: a column that is no more, or that came since, is left aside. */
export function isSeen<Row>(contenu: ContenuDeVue, table: Seen<Row>): boolean {
  const known = new Set(contenu.colonnes.map(({ cle }) => cle))
  const seen = contentOf(table)
  const saved = {
    ...contenu,
    colonnes: contenu.colonnes.filter(({ cle }) => table.allColumns.some((c) => c.cle === cle)),
  }
  const now = { ...seen, colonnes: seen.colonnes.filter(({ cle }) => known.has(cle)) }
  return JSON.stringify(contenuDeVue.parse(saved)) === JSON.stringify(contenuDeVue.parse(now))
}

/** The columns and the chips that a saved view names and that the list no longer has, in words; its filter says its own. */
export function goneFrom<Row>(
  { colonnes, puces, filtre, tris, groupe }: ContenuDeVue,
  { allColumns, chips }: Pick<Seen<Row>, 'allColumns' | 'chips'>,
): string | undefined {
  const said = [...(filtre ? colonnesDuFiltre(filtre) : []), ...tris.map(({ colonne }) => colonne), groupe?.colonne]
  const columns = colonnes.filter(({ cle }) => !said.includes(cle) && !allColumns.some((column) => column.cle === cle))
  const lost = puces.filter((cle) => !chips.some((chip) => chip.cle === cle)).length
  const parts = [
    ...columns.map(({ cle }) => `la colonne « ${cle} »`),
    ...(lost === 0 ? [] : [lost === 1 ? 'une pastille' : compte(lost, 'pastille')]),
  ]
  return parts.length === 0 ? undefined : enumerer(parts)
}
