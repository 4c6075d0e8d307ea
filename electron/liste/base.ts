import { type ColonneDeListe, elements, estRecherchee, type Valeur } from '../../shared/liste/colonne'
import type { ContexteDeListe } from '../../shared/liste/demande'
import { direValeur } from '../../shared/liste/dire-filtre'
import { cleRecherche, type Terme } from '../../shared/text'
import { type Changement, listTermes } from './liste.queries'
import { rangs, type Rangs } from './rangs'
import type { Lecture, SourceQuelconque } from './source'

/**
 * The columns of one list as arrays, in the list's own order: read when a question first needs them, kept until the
 * register changes. What is filtered, sorted and counted is arrays of values; rows are made for one page only.
 */
export class Base {
  readonly source: SourceQuelconque
  readonly contexte: ContexteDeListe
  readonly aujourdhui: string
  readonly #lecture: Lecture
  /** The last words looked for, and what they found: letters added to them are looked for there. */
  derniereRecherche: { termes: readonly Terme[]; places: Int32Array } | undefined
  readonly #colonnes = new Map<string, Promise<readonly Valeur[]>>()
  readonly #rangs = new Map<string, Promise<Rangs>>()
  readonly #gardes = new Map<string, Promise<unknown>>()
  #lignes: Promise<unknown[]> | undefined
  #recherche: Promise<readonly string[]> | undefined
  #places: Promise<ReadonlyMap<string, number>> | undefined

  constructor(source: SourceQuelconque, contexte: ContexteDeListe, lecture: Lecture) {
    this.source = source
    this.contexte = contexte
    this.#lecture = lecture
    this.aujourdhui = lecture.today()
  }

  async ensemble(): Promise<number> {
    const { longue } = this.source
    if (!longue) return (await this.#toutes()).length
    return this.garder('ensemble', () => longue.compter(this.#lecture, this.contexte))
  }

  /** Rows by their places in the list's own order. */
  async lignes(places: readonly number[]): Promise<unknown[]> {
    if (places.length === 0) return []
    if (!this.source.longue) {
      const toutes = await this.#toutes()
      return places.map((place) => toutes[place])
    }
    const ids = await this.ids()
    return this.#lireIds(places.map((place) => ids[place] ?? ''))
  }

  /** Rows from `debut`, in the list's own order. */
  async tranche(debut: number, nombre: number): Promise<unknown[]> {
    const { longue } = this.source
    if (!longue) return (await this.#toutes()).slice(debut, debut + nombre)
    return this.#lireIds(await longue.ids(this.#lecture, this.contexte, debut, nombre))
  }

  async #lireIds(ids: readonly string[]): Promise<unknown[]> {
    if (ids.length === 0) return []
    const { lire, id } = this.source
    const parId = new Map((await lire(this.#lecture, this.contexte, ids)).map((ligne) => [id(ligne), ligne]))
    return ids.map((each) => parId.get(each)).filter((ligne) => ligne !== undefined)
  }

  #toutes(): Promise<unknown[]> {
    return (this.#lignes ??= this.source.lire(this.#lecture, this.contexte))
  }

  async ids(): Promise<readonly string[]> {
    if (this.source.longue) return (await this.colonne('id')) as readonly string[]
    return this.garder('ids', async () => (await this.#toutes()).map(this.source.id))
  }

  async place(id: string): Promise<number | undefined> {
    this.#places ??= this.ids().then((ids) => new Map(ids.map((each, place) => [each, place])))
    return (await this.#places).get(id)
  }

  decrire(cle: string): ColonneDeListe<unknown> | undefined {
    return this.source.liste.colonnes.find((colonne) => colonne.cle === cle)
  }

  /** The words in use of one of the académie's lists, in every form that a cell may write. */
  async mots(liste: string): Promise<string[]> {
    const termes = await listTermes(this.#lecture.db, liste)
    return termes.flatMap(({ libelle, libelleFeminin, abrege }) => [libelle, libelleFeminin ?? '', abrege ?? ''])
  }

  /** The values of a column, read once. */
  async colonne(cle: string): Promise<readonly Valeur[]> {
    await this.charger([cle])
    return (await this.#colonnes.get(cle)) ?? []
  }

  /** Reads the columns that are not there yet, together: one reading of the table. */
  async charger(cles: readonly string[]): Promise<void> {
    const manquantes = [...new Set(cles)].filter((cle) => !this.#colonnes.has(cle))
    if (manquantes.length > 0) {
      const lues = this.#lireColonnes(manquantes)
      manquantes.forEach((cle, rang) => {
        const colonne = lues.then((colonnes) => colonnes[rang] ?? [])
        this.#colonnes.set(cle, colonne)
        // Whoever waits for it is told; it is only not kept.
        colonne.catch(() => this.#colonnes.delete(cle))
      })
    }
    for (const cle of cles) await this.#colonnes.get(cle)
  }

  async #lireColonnes(cles: readonly string[]): Promise<(readonly Valeur[])[]> {
    const { longue } = this.source
    if (longue) {
      const stockees = await longue.colonnes(this.#lecture, this.contexte, cles)
      const rangs = await this.garder('stockage', () => longue.stockage(this.#lecture, this.contexte))
      return stockees.map((valeurs) => Array.from(rangs, (rang) => valeurs[rang]))
    }
    const lignes = await this.#toutes()
    return cles.map((cle) => {
      const colonne = this.decrire(cle)
      return colonne ? lignes.map((ligne) => colonne.valeur(ligne)) : []
    })
  }

  /** The order of a column, as ranks. */
  rangs(cle: string): Promise<Rangs> {
    const connus = this.#rangs.get(cle)
    if (connus) return connus
    const dejaDansLOrdre = this.source.longue?.ordre === cle
    const faits = this.colonne(cle).then((valeurs) =>
      rangs(this.decrire(cle)?.type ?? 'texte', valeurs, dejaDansLOrdre),
    )
    this.#rangs.set(cle, faits)
    return faits
  }

  /** Each row's folded words, between spaces: what the search is looked for in. */
  recherche(): Promise<readonly string[]> {
    return (this.#recherche ??= this.#composerRecherche())
  }

  /** Once a long list is shown, the words typed next are made ready: the first keystroke does not wait for them. */
  preparerRecherche(ensemble: number): void {
    if (ensemble < longueListe || this.#recherche) return
    setTimeout(() => {
      // The register may have been closed meanwhile; whoever searches then is told so.
      this.recherche().catch(() => (this.#recherche = undefined))
    }, attenteMs).unref()
  }

  async #composerRecherche(): Promise<readonly string[]> {
    const composer = await this.#rechercheDe()
    return Array.from({ length: await this.ensemble() }, (_, place) => composer(place))
  }

  /** How the folded words of one row are put together, from columns read at once. */
  async #rechercheDe(): Promise<(place: number) => string> {
    const { longue, liste } = this.source
    const cles = liste.colonnes
      .filter((colonne) => estRecherchee(colonne) && longue?.dansRecherche.includes(colonne.cle) !== true)
      .map(({ cle }) => cle)
    await this.charger(longue ? ['recherche', ...cles] : cles)
    const stockee = longue ? ((await this.colonne('recherche')) as readonly string[]) : null
    const colonnes = await Promise.all(cles.map((cle) => this.colonne(cle)))
    const plier = plieur()
    return (place) => {
      let texte = stockee ? ` ${stockee[place] ?? ''} ` : ''
      for (const colonne of colonnes) texte += plier(colonne[place])
      return texte
    }
  }

  /**
   * The same list after some changes, without reading it again: the rows changed are read, put at their places in copies
   * of the columns. Null when that would not do: rows came, went or moved, or there are too many.
   */
  async apres(changements: readonly Changement[]): Promise<Base | null> {
    const { longue, lire, id } = this.source
    if (!longue) return null
    const { table, ordre, liees } = longue.dependances
    const siennes = changements.filter((changement) => changement.table === table)
    if (siennes.some(({ operation, champs }) => operation !== 'U' || champs.includes(ordre))) return null
    const ids = [...new Set(siennes.map((changement) => changement.id))]
    if (ids.length > rafraichiesAuPlus) return null
    const perdues = new Set(changements.flatMap((changement) => liees[changement.table] ?? []))
    if (siennes.some(({ champs }) => champs.includes('cleRecherche'))) perdues.add('recherche')
    if (ids.length === 0 && perdues.size === 0) return this
    const neuve = new Base(this.source, this.contexte, this.#lecture)
    for (const nom of ['ensemble', 'stockage']) {
      const garde = this.#gardes.get(nom)
      if (garde) neuve.#gardes.set(nom, garde)
    }
    if (this.#colonnes.size === 0) return neuve
    const lues = await lire(this.#lecture, this.contexte, ids)
    const places = await Promise.all(lues.map(async (ligne) => [(await this.place(id(ligne))) ?? -1, ligne] as const))
    if (this.#places) neuve.#places = this.#places
    for (const [cle, colonne] of this.#colonnes) {
      if (perdues.has(cle)) continue
      const rafraichie = rafraichir(await colonne, this.decrire(cle), places)
      neuve.#colonnes.set(cle, Promise.resolve(rafraichie))
      const rangs = this.#rangs.get(cle)
      if (rangs && rafraichie === (await colonne)) neuve.#rangs.set(cle, rangs)
    }
    await this.#rafraichirRecherche(
      neuve,
      perdues,
      places.map(([place]) => place),
    )
    return neuve
  }

  async #rafraichirRecherche(neuve: Base, perdues: ReadonlySet<string>, places: readonly number[]): Promise<void> {
    const connue = this.#recherche
    const touchee = [...perdues].some((cle) => {
      const colonne = this.decrire(cle)
      return cle === 'recherche' || (colonne !== undefined && estRecherchee(colonne))
    })
    if (!connue || touchee) return
    const textes = [...(await connue)]
    const composer = await neuve.#rechercheDe()
    for (const place of places) textes[place] = composer(place)
    neuve.#recherche = Promise.resolve(textes)
  }

  /** What a column shows, folded for the search, between spaces. */
  async textesDe(cle: string): Promise<readonly string[]> {
    return this.garder(`textes ${cle}`, async () => {
      const plier = plieur()
      const type = this.decrire(cle)?.type ?? 'texte'
      return (await this.colonne(cle)).map((valeur) =>
        plier(typeof valeur === 'string' ? valeur : direValeur(type, valeur)),
      )
    })
  }

  /** An answer kept with the columns, under a name; the oldest go when there are many. */
  garder<T>(nom: string, faire: () => Promise<T>): Promise<T> {
    const connu = this.#gardes.get(nom)
    this.#gardes.delete(nom)
    const garde =
      (connu as Promise<T> | undefined) ??
      faire().catch((error: unknown) => {
        this.#gardes.delete(nom)
        throw error
      })
    this.#gardes.set(nom, garde)
    const [plusAncien] = this.#gardes.keys()
    if (this.#gardes.size > gardesAuPlus && plusAncien !== undefined) this.#gardes.delete(plusAncien)
    return garde
  }
}

/** A column with the cells of some rows read again; the same array when none of them differs. */
function rafraichir(
  valeurs: readonly Valeur[],
  colonne: ColonneDeListe<unknown> | undefined,
  lignes: readonly (readonly [number, unknown])[],
): readonly Valeur[] {
  if (!colonne) return valeurs
  const changees = lignes.filter(([place, ligne]) => colonne.valeur(ligne) !== valeurs[place])
  if (changees.length === 0) return valeurs
  const copie = [...valeurs]
  for (const [place, ligne] of changees) copie[place] = colonne.valeur(ligne)
  return copie
}

const gardesAuPlus = 60
/** Beyond, reading the whole list again costs less. */
const rafraichiesAuPlus = 500
const longueListe = 5000
/** The page goes to the window first. */
const attenteMs = 30

/** Folds the texts of cells, each different one once and between spaces. */
function plieur(): (valeur: Valeur) => string {
  const connus = new Map<Valeur, string>()
  return (valeur) => {
    const connu = connus.get(valeur)
    if (connu !== undefined) return connu
    const plie = elements(undefined, valeur).reduce(
      (all, texte) => (texte === '' ? all : `${all} ${cleRecherche(texte)} `),
      '',
    )
    connus.set(valeur, plie)
    return plie
  }
}
