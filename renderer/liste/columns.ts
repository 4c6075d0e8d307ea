import type { CleDeListe } from '../../shared/domain/liste/listes'
import { type ColonneDeListe, type Liste, valeursFixees } from '../../shared/liste/colonne'
import type { CellValue, Input } from '../ui/table/cell-input'
import type { Column } from '../ui/table/column'
import { inputOf } from './inputs'

/** What the screen adds to a column of the list: its width, what it draws, how it is typed. */
type ColumnView<Row> = Partial<
  Pick<Column<Row>, 'titre' | 'largeur' | 'extensible' | 'rendu' | 'principale' | 'ecrireSomme' | 'cellule' | 'aide'>
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
    const valeurs = valeursFixees(colonne)
    return {
      cle,
      titre,
      type,
      valeur,
      ...(separateur !== undefined && { separateur }),
      ...(valeurs !== undefined && { valeurs }),
      ...(total !== undefined && { total }),
      ...(groupable !== undefined && { groupable }),
      ...(masquee !== undefined && { masquee }),
      ...editingOf(liste.cle, colonne, input),
      ...view,
    }
  })
}

/** The same columns, with only those of `cles` first shown, in that order: the others are there to be chosen. */
export const firstShown = <Row>(columns: readonly Column<Row>[], cles: readonly string[]): readonly Column<Row>[] => [
  ...cles.flatMap((cle) => columns.filter((column) => column.cle === cle).map(({ masquee: _, ...column }) => column)),
  ...columns.filter(({ cle }) => !cles.includes(cle)).map((column) => ({ ...column, masquee: true })),
]
