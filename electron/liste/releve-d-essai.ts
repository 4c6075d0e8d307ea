import type { CelluleEssayee } from '../../shared/domain/liste/liste.contract'
import type { ColonneDeListe } from '../../shared/liste/colonne'
import { direValeur } from '../../shared/liste/dire-filtre'
import type { CelluleLue } from './cellules'
import type { SourceQuelconque } from './source'

/** Cells of each kind that a trial shows: one reads the first ones, the counts say the rest. */
const auPlus = 500

/** What a trial shows, row by row as it goes: the cells that it refuses, then those that it would write. */
export class ReleveDEssai {
  readonly #colonnes: ReadonlyMap<string, ColonneDeListe<unknown>>
  readonly #nom: ColonneDeListe<unknown> | undefined
  readonly #refusees: CelluleEssayee[] = []
  readonly #ecrites: CelluleEssayee[] = []

  constructor({ liste: { colonnes } }: SourceQuelconque) {
    this.#colonnes = new Map(colonnes.map((colonne) => [colonne.cle, colonne]))
    this.#nom = colonnes[0]
  }

  noter(id: string, ligne: unknown, cellules: readonly CelluleLue[]): void {
    for (const { colonne, etat, message } of cellules) {
      if (etat === 'i') continue
      const releve = etat === 'r' ? this.#refusees : this.#ecrites
      if (releve.length >= auPlus) continue
      const refus = etat === 'r' ? message : null
      releve.push({
        id,
        colonne,
        libelle: dire(this.#nom, ligne),
        avant: dire(this.#colonnes.get(colonne), ligne),
        refus,
      })
    }
  }

  get essayees(): CelluleEssayee[] {
    return [...this.#refusees, ...this.#ecrites]
  }
}

const dire = (colonne: ColonneDeListe<unknown> | undefined, ligne: unknown): string =>
  colonne === undefined || ligne === undefined ? '' : direValeur(colonne.type, colonne.valeur(ligne))
