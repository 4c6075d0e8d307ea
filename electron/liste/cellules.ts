import type { Analyse } from '../../shared/analyse'
import { lu, refuse } from '../../shared/analyse'
import type { EtatDeCellule } from '../../shared/domain/liste/liste.contract'
import type { ColonneDeListe, Ecriture, Valeur } from '../../shared/liste/colonne'
import { direValeur } from '../../shared/liste/dire-filtre'
import { lireCellule, type ValeurLue } from '../../shared/liste/lire-cellule'
import type { Reader } from '../database/tables'
import type { Ecrivain } from './ecrivain'
import { trouverEtablissement, trouverTerme } from './references'
import type { SourceQuelconque } from './source'

/** As given: a text, or a value already read. */
export type ValeurDeCellule = string | number | boolean | null

/** A cell as read: what to store where, or why not. */
export interface CelluleLue {
  colonne: string
  champ: string
  fiche: { table: string; id: string }
  valeur: ValeurLue
  etat: EtatDeCellule
  message: string
  suggestion: string | undefined
}

const nulleFiche = { table: '', id: '' }

/** Reads the texts of cells into what is stored, by the columns of a list. Answers repeat: each text is read once. */
export class LecteurDeCellules {
  readonly #db: Reader
  readonly #ecrivains: Readonly<Record<string, Ecrivain>>
  readonly #colonnes: ReadonlyMap<string, ColonneDeListe<unknown>>
  readonly #lus = new Map<string, Analyse<ValeurLue>>()

  constructor(db: Reader, source: SourceQuelconque, ecrivains: Readonly<Record<string, Ecrivain>>) {
    this.#db = db
    this.#ecrivains = ecrivains
    this.#colonnes = new Map(source.liste.colonnes.map((colonne) => [colonne.cle, colonne]))
  }

  async lireLigne(
    ligne: unknown,
    colonnes: readonly string[],
    valeurs: readonly ValeurDeCellule[],
  ): Promise<CelluleLue[]> {
    const cellules: CelluleLue[] = []
    for (const [rang, cle] of colonnes.entries()) {
      cellules.push(await this.#lire(ligne, cle, this.#colonnes.get(cle), valeurs[rang] ?? ''))
    }
    return cellules
  }

  async #lire(
    ligne: unknown,
    cle: string,
    colonne: ColonneDeListe<unknown> | undefined,
    brute: ValeurDeCellule,
  ): Promise<CelluleLue> {
    const refusee = (message: string, suggestion?: string): CelluleLue => ({
      ...{ colonne: cle, champ: '', fiche: nulleFiche, valeur: null, etat: 'r', message, suggestion },
    })
    if (ligne === undefined) return refusee('Cette ligne n’est plus dans la liste.')
    if (!colonne) return refusee(`La colonne « ${cle} » n’existe pas dans cette liste.`)
    const { ecriture } = colonne
    const actuelle = colonne.valeur(ligne)
    const cellule = { colonne: cle, champ: '', fiche: nulleFiche, valeur: null, message: '', suggestion: undefined }
    const texte = typeof brute === 'string' ? brute : ''
    if (typeof brute === 'string' && texte.trim() === direValeur(colonne.type, actuelle))
      return { ...cellule, etat: 'i' }
    if (!ecriture) return refusee(`« ${colonne.titre} » ne s’écrit pas ici : sa valeur vient d’ailleurs.`)
    const fiche = ecriture.fiche(ligne)
    if (!fiche)
      return refusee(`« ${colonne.titre} » réunit ici plusieurs valeurs, ou n’en a aucune à changer : ouvrez la fiche.`)
    const lecture =
      typeof brute === 'number' || typeof brute === 'boolean'
        ? this.#verifier(ecriture, fiche.table, lu(Number(brute)))
        : await this.#analyser(colonne, ecriture, fiche.table, texte)
    if (!lecture.ok) return refusee(lecture.message, lecture.suggestion)
    const { valeur } = lecture
    const etat = memeValeur(ecriture, actuelle, valeur) ? 'i' : 'e'
    return { ...cellule, champ: ecriture.champ, fiche, valeur, etat }
  }

  async #analyser(
    colonne: ColonneDeListe<unknown>,
    ecriture: Ecriture<unknown>,
    table: string,
    texte: string,
  ): Promise<Analyse<ValeurLue>> {
    const cle = `${colonne.cle}\u0000${texte}`
    const connue = this.#lus.get(cle)
    if (connue) return connue
    const lecture = this.#verifier(ecriture, table, await this.#trouver(colonne, ecriture, texte))
    this.#lus.set(cle, lecture)
    return lecture
  }

  #trouver({ type }: ColonneDeListe<unknown>, ecriture: Ecriture<unknown>, texte: string): Promise<Analyse<ValeurLue>> {
    const rempli = texte.trim() !== ''
    if (rempli && ecriture.vocabulaire !== undefined) return trouverTerme(this.#db, ecriture.vocabulaire, texte)
    if (rempli && ecriture.reference !== undefined) return trouverEtablissement(this.#db, texte)
    return Promise.resolve(lireCellule(type, ecriture, texte))
  }

  /** The field's own schema, as the form applies it. */
  #verifier({ champ }: Ecriture<unknown>, table: string, lecture: Analyse<ValeurLue>): Analyse<ValeurLue> {
    if (!lecture.ok) return lecture
    const schema = this.#ecrivains[table]?.champs[champ]
    if (!schema) return refuse('Cette valeur ne s’écrit pas dans une liste.')
    const verifiee = schema.safeParse(lecture.valeur)
    if (verifiee.success) return lu(verifiee.data as ValeurLue)
    return refuse(verifiee.error.issues[0]?.message ?? 'Valeur refusée.')
  }
}

/** Compared as stored; a label is compared as text beforehand. */
function memeValeur({ choix, vocabulaire, reference }: Ecriture<unknown>, actuelle: Valeur, lue: ValeurLue): boolean {
  if (choix !== undefined || vocabulaire !== undefined || reference !== undefined) return false
  const comparable = typeof actuelle === 'boolean' ? Number(actuelle) : actuelle
  return (comparable ?? '') === (lue ?? '')
}
