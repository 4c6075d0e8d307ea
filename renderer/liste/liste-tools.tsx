import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ContexteDeListe } from '../../shared/liste/demande'
import type { Filtre } from '../../shared/liste/filtre'
import type { DataTableModel } from '../ui/table/table-model'
import { toTri } from '../ui/table/view-state'
import { ExportList } from './export-list'
import type { Demand } from './use-pages'
import { ViewsMenu } from './views-menu'

interface ListeToolsProps<Row> {
  liste: CleDeListe
  table: DataTableModel<Row>
  /** What is seen, as the register is asked for it; undefined when a chip pressed has no condition of its own. */
  demand: Demand | undefined
}

/** The saved views of a list and its export, beside its filter. */
export function ListeTools<Row>({ liste, table, demand }: ListeToolsProps<Row>) {
  return (
    <>
      <ViewsMenu liste={liste} table={table} />
      <ExportList table={table} demand={demand} />
    </>
  )
}

/** What is seen of a list whose rows are all at hand, as the register is asked for it. */
export function demandOf<Row>(
  liste: CleDeListe,
  contexte: ContexteDeListe,
  table: DataTableModel<Row>,
): Demand | undefined {
  const pressed = table.chips.filter(({ active }) => active).map(({ filtre }) => filtre)
  const conditions = pressed.filter((filtre) => filtre !== undefined)
  if (conditions.length < pressed.length) return undefined
  const termes: Filtre[] = [
    ...(conditions.length > 0 ? [{ lien: 'ou' as const, termes: conditions }] : []),
    ...(table.view.filter ? [table.view.filter] : []),
  ]
  return {
    liste,
    contexte,
    recherche: table.search.trim(),
    filtre: termes.length === 0 ? null : { lien: 'et', termes },
    tris: table.view.sorts.map(toTri),
    groupe: table.view.group && toTri(table.view.group),
  }
}
