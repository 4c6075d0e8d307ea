import type { ColonneDeListe, Liste } from '../../shared/liste/colonne'
import type { Editing, Input } from '../ui/table/cell-input'
import type { Column } from '../ui/table/column'

/** What the screen adds to a column of the list: its width, what it draws, how it is typed. */
export type ColumnView<Row> = Partial<
  Pick<Column<Row>, 'titre' | 'largeur' | 'extensible' | 'rendu' | 'principale' | 'total' | 'type'>
> & { readonly input?: Input }

function inputOf<Row>({ type, ecriture }: ColonneDeListe<Row>): Input {
  if (ecriture?.choix) {
    return {
      genre: 'choix',
      options: Object.entries(ecriture.choix).map(([label, value]) => ({ value, label })),
    }
  }
  if (type === 'booleen') {
    return {
      genre: 'choix',
      options: [
        { value: '1', label: 'Oui', alias: ['x', 'vrai', '1'] },
        { value: '0', label: 'Non', alias: ['faux', '0'] },
      ],
    }
  }
  return type === 'texte' || type === 'liste' ? { genre: 'texte' } : { genre: type }
}

/** The stored value behind a label of a choice. */
function storedOf<Row>({ type, valeur, ecriture }: ColonneDeListe<Row>): Pick<Editing<Row>, 'valeur'> {
  const choix = ecriture?.choix
  if (choix) return { valeur: (row) => choix[String(valeur(row))] ?? null }
  return type === 'booleen' ? { valeur: (row) => (valeur(row) === true ? '1' : '0') } : {}
}

function editingOf<Row>(colonne: ColonneDeListe<Row>, input: Input | undefined): Partial<Column<Row>> {
  const { ecriture } = colonne
  if (!ecriture) return {}
  const { champ, fiche, vide } = ecriture
  return {
    cellule: (row) => {
      const where = fiche(row)
      return where && { ...where, champ }
    },
    edition: {
      input: input ?? inputOf(colonne),
      ...storedOf(colonne),
      permise: (row) => fiche(row) !== null,
      obligatoire: vide === undefined,
    },
  }
}

/** The columns of a list as the window draws them: declared once in `shared`, dressed here. */
export function columnsOf<Row>(
  liste: Liste<Row>,
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
      ...editingOf(colonne, input),
      ...view,
    }
  })
}
