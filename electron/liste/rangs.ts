import { estNumerique, estVide, type TypeDeColonne, type Valeur } from '../../shared/liste/colonne'
import { cleTri } from '../../shared/text'

/** Each row's place among the distinct values of a column; empty cells have the greatest, `vide`. */
export interface Rangs {
  readonly de: Int32Array
  readonly vide: number
}

/** What a value is sorted by: numbers by value, texts in French order, yes after no. */
function cle(type: TypeDeColonne, valeur: Valeur): string | number {
  if (typeof valeur === 'number') return valeur
  if (typeof valeur === 'boolean') return valeur ? 1 : 0
  const texte = String(valeur)
  return type === 'jour' || estNumerique(type) ? texte : cleTri(texte)
}

/** Numbers before texts, as in a spreadsheet. */
function comparer(a: string | number, b: string | number): number {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0
  return typeof a === 'number' ? -1 : 1
}

/** The ranks of a column. `dejaDansLOrdre`: rows come already in the order of this column. */
export function rangs(type: TypeDeColonne, valeurs: readonly Valeur[], dejaDansLOrdre = false): Rangs {
  const rangDe = new Map<Valeur, number>()
  if (dejaDansLOrdre) {
    for (const valeur of valeurs) if (!estVide(valeur) && !rangDe.has(valeur)) rangDe.set(valeur, rangDe.size)
  } else {
    const distinctes = [...new Set(valeurs)].filter((valeur) => !estVide(valeur))
    const avecCles = distinctes.map((valeur) => ({ valeur, cle: cle(type, valeur) }))
    avecCles.sort((a, b) => comparer(a.cle, b.cle))
    let rang = -1
    let precedente: string | number | undefined
    for (const { valeur, cle: courante } of avecCles) {
      if (courante !== precedente) rang += 1
      rangDe.set(valeur, rang)
      precedente = courante
    }
  }
  const vide = rangDe.size
  return { de: Int32Array.from(valeurs, (valeur) => (estVide(valeur) ? vide : (rangDe.get(valeur) ?? vide))), vide }
}

/**
 * Places put in the order of one column, equal ones left as they were: applied from the last sort to the first, the whole
 * order. Counting takes the time of one reading, whatever the column. Empty cells come last both ways.
 */
export function trierPar({ de, vide }: Rangs, sens: 'asc' | 'desc', places: Int32Array): Int32Array {
  const debuts = new Int32Array(vide + 2)
  const rangDe =
    sens === 'asc'
      ? (place: number): number => de[place] ?? vide
      : (place: number): number => {
          const rang = de[place] ?? vide
          return rang === vide ? vide : vide - 1 - rang
        }
  const prendre = (rang: number): number => {
    const rendu = debuts[rang] ?? 0
    debuts[rang] = rendu + 1
    return rendu
  }
  for (const place of places) prendre(rangDe(place) + 1)
  let avant = 0
  for (const [rang, nombre] of debuts.entries()) {
    avant += nombre
    debuts[rang] = avant
  }
  const triees = new Int32Array(places.length)
  for (const place of places) triees[prendre(rangDe(place))] = place
  return triees
}
