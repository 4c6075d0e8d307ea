import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ColonneDeListe, Liste } from '../../shared/liste/colonne'
import type { CellValue, Input } from '../ui/table/cell-input'
import type { Column } from '../ui/table/column'
import { inputOf } from './inputs'

/** What the screen adds to a column of the list: its width, what it draws, how it is typed. */
type ColumnView<Row> = Partial<
  Pick<Column<Row>, 'titre' | 'largeur' | 'extensible' | 'rendu' | 'principale' | 'total' | 'type' | 'valeur'>
> & { readonly input?: Input }

/** The value behind a label of a choice; what is empty on the screen may stand for a value too. */
function storedOf<Row>({ type, valeur, ecriture }: ColonneDeListe<Row>): ((row: Row) => CellValue) | undefined {
  const choix = ecriture?.choix
  if (choix) return (row) => choix[String(valeur(row))] ?? null
  return type === 'booleen' ? (row) => (valeur(row) === true ? '1' : '0') : undefined
}

function editingOf<Row>(liste: CleDeListe, colonne: ColonneDeListe<Row>, input: Input | undefined) {
  const { ecriture } = colonne
  if (!ecriture) return {}
  const { champ, fiche, vide } = ecriture
  const valeur = storedOf(colonne)
  return {
    cellule: (row: Row) => {
      const where = fiche(row)
      return where && { ...where, champ }
    },
    edition: {
      input: input ?? inputOf(liste, colonne),
      ...(valeur && { valeur }),
      permise: (row: Row) => fiche(row) !== null,
      obligatoire: vide === undefined,
    },
  }
}

/** The columns of a list as the window draws them: declared once in `shared`, dressed here. */
export function columnsOf<Row>(
  liste: Liste<Row, CleDeListe>,
  views: Readonly<Record<string, ColumnView<Row>>>,
): readonly Column<Row>[] {
  return liste.colonnes.map((colonne): Column<Row> => {
    const { cle, titre, type, valeur, separateur, total, groupable, masquee } = colonne
    const { input, ...view } = views[cle] ?? {}
    return {
      cle,
      titre,
      type,
      valeur,
      ...(separateur !== undefined && { separateur }),
      ...(total !== undefined && { total }),
      ...(groupable !== undefined && { groupable }),
      ...(masquee !== undefined && { masquee }),
      ...editingOf(liste.cle, colonne, input),
      ...view,
    }
  })
}

/**
 * The columns that a screen draws itself, completed by what the list declares: how they are typed, filtered and grouped.
 * What the list declares besides is there to be chosen.
 */
export function enrichColumns<Row>(own: readonly Column<Row>[], liste: Liste<Row, CleDeListe>): readonly Column<Row>[] {
  const declared = columnsOf(liste, {})
  const known = new Map(declared.map((column) => [column.cle, column]))
  const drawn = new Set(own.map(({ cle }) => cle))
  const completed = own.map((column): Column<Row> => {
    const base = known.get(column.cle)
    if (!base) return column
    const stretches = column.extensible ?? ((column.type ?? 'texte') === 'texte' ? 1 : 0)
    return { ...base, ...column, type: base.type ?? 'texte', valeur: base.valeur, extensible: stretches }
  })
  return [
    ...completed,
    ...declared.filter(({ cle }) => !drawn.has(cle)).map((column) => ({ ...column, masquee: true })),
  ]
}
