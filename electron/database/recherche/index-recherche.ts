import type { ChampRecherche } from '../../../shared/domain/recherche/champs'
import type { Filtre } from '../../../shared/domain/recherche/requete'
import { debutsDe, termesRecherche } from '../../../shared/text'
import { ValeursDuChamp } from './valeurs-champ'
import { VocabulaireDesMots } from './vocabulaire-mots'

/** A record as the index holds it. */
export interface FicheIndexee<Genre extends string> {
  genre: Genre
  id: string
  /** A `cleRecherche`: its words, folded. */
  cle: string
  /** Its `cleTri`: the order among those that answer as well. */
  tri: string
  /** Closed or gone: after the others. */
  eteinte: boolean
  champs: Partial<Record<ChampRecherche, readonly string[]>>
}

export interface Demande {
  texte: string
  filtres: readonly Filtre[]
  /** Conditions met outside the index: records must be in each of these sets (`cleDeFiche`). */
  parmi: readonly ReadonlySet<string>[]
  /** How many of each kind are named; all are counted. */
  limite: number
}

export interface Trouvees {
  /** Identifiers, best first, by kind. */
  ids: string[]
  total: number
}

export const cleDeFiche = (genre: string, id: string): string => `${genre} ${id}`

type Compacte<Genre> = Pick<FicheIndexee<Genre & string>, 'genre' | 'id' | 'tri' | 'eteinte'>

/** Fewer answers than this, and what looks like the typed words is looked for too. */
const assez = 5

/** Words and fields of every record, in memory: built from the register, never stored in it. */
export class IndexRecherche<Genre extends string> {
  readonly #mots = new VocabulaireDesMots()
  readonly #champs = new Map<ChampRecherche, ValeursDuChamp>()
  readonly #fiches: (Compacte<Genre> | undefined)[] = []
  readonly #numeros = new Map<string, number>()

  /** How many numbers are no longer used: above half of them, making the index again is worth it. */
  get perdues(): number {
    return this.#fiches.length - this.#numeros.size
  }

  get taille(): number {
    return this.#numeros.size
  }

  mettre({ cle, champs, ...fiche }: FicheIndexee<Genre>): void {
    this.oter(fiche.genre, fiche.id)
    const numero = this.#fiches.push(fiche) - 1
    this.#numeros.set(cleDeFiche(fiche.genre, fiche.id), numero)
    for (const mot of cle.split(' ')) if (mot !== '') this.#mots.ajouter(mot, numero)
    for (const [champ, valeurs] of Object.entries(champs) as [ChampRecherche, readonly string[]][]) {
      let connu = this.#champs.get(champ)
      if (!connu) this.#champs.set(champ, (connu = new ValeursDuChamp()))
      for (const valeur of valeurs) connu.ajouter(valeur, numero)
    }
  }

  oter(genre: Genre, id: string): void {
    const cle = cleDeFiche(genre, id)
    const numero = this.#numeros.get(cle)
    if (numero === undefined) return
    this.#fiches[numero] = undefined
    this.#numeros.delete(cle)
  }

  /** To be called once many records were put. */
  ranger(): void {
    this.#mots.ranger()
  }

  /** Empties the place of a kind whose every record is about to be put again. */
  oterGenre(genre: Genre): void {
    for (const fiche of this.#fiches) if (fiche?.genre === genre) this.oter(genre, fiche.id)
  }

  /** What answers; when hardly anything does, what looks like it (`approche`). */
  chercher(demande: Demande): { parGenre: Map<Genre, Trouvees>; approche: boolean } {
    const admises = this.#admises(demande)
    const exactes = this.#evaluer(demande, admises, false)
    if (exactes.nombre >= assez || demande.texte === '') return { parGenre: exactes.parGenre, approche: false }
    const proches = this.#evaluer(demande, admises, true)
    return { parGenre: proches.parGenre, approche: exactes.nombre === 0 && proches.nombre > 0 }
  }

  /** Values of a field beginning so, the most frequent first. */
  valeurs(champ: ChampRecherche, debut: string): { valeur: string; nombre: number }[] {
    const trouvees = this.#champs.get(champ)?.commencant(debut) ?? []
    return trouvees
      .map(({ texte, fiches }) => ({ valeur: texte, nombre: fiches.filter((n) => this.#fiches[n]).length }))
      .filter(({ nombre }) => nombre > 0)
      .sort((a, b) => b.nombre - a.nombre)
  }

  /** Records whose field has a value answering `saisie`. */
  avecValeur(champ: ChampRecherche, saisie: string): Compacte<Genre>[] {
    const valeurs = this.#champs.get(champ)?.trouver(saisie) ?? []
    return valeurs.flatMap(({ fiches }) => fiches.map((n) => this.#fiches[n])).filter((fiche) => fiche !== undefined)
  }

  /** 1 for each record that meets every condition other than words; null when there is none. */
  #admises({ filtres, parmi }: Demande): Uint8Array | null {
    if (filtres.length + parmi.length === 0) return null
    const vues = new Uint8Array(this.#fiches.length)
    for (const { champ, valeur } of filtres) {
      const numeros = new Set((this.#champs.get(champ)?.trouver(valeur) ?? []).flatMap(({ fiches }) => fiches))
      for (const numero of numeros) vues[numero] = (vues[numero] ?? 0) + 1
    }
    for (const cles of parmi) {
      for (const cle of cles) {
        const numero = this.#numeros.get(cle)
        if (numero !== undefined) vues[numero] = (vues[numero] ?? 0) + 1
      }
    }
    const toutes = filtres.length + parmi.length
    return vues.map((vue) => (vue === toutes ? 1 : 0))
  }

  #evaluer({ texte, limite }: Demande, admises: Uint8Array | null, proches: boolean) {
    const termes = termesRecherche(texte).map(({ mots, colle }) => {
      const notes = mots.map((mot) => this.#noter(mot, debutsDe(mot), proches)).reduce(lesDeux)
      return colle === undefined ? notes : lUneOuLAutre(notes, this.#noter(colle, [` ${colle}`], proches))
    })
    const parGenre = new Map<Genre, { meilleures: Note<Genre>[]; total: number }>()
    let nombre = 0
    for (const [numero, fiche] of this.#fiches.entries()) {
      if (!fiche || (admises && admises[numero] === 0)) continue
      const note = total(termes, numero)
      if (note < 0) continue
      nombre += 1
      let groupe = parGenre.get(fiche.genre)
      if (!groupe) parGenre.set(fiche.genre, (groupe = { meilleures: [], total: 0 }))
      groupe.total += 1
      retenir(groupe.meilleures, { fiche, note }, limite)
    }
    const trouvees = [...parGenre].map(([genre, { meilleures, total }]): [Genre, Trouvees] => [
      genre,
      { ids: meilleures.map(({ fiche }) => fiche.id), total },
    ])
    return { parGenre: new Map(trouvees), nombre }
  }

  /** What each record is worth for a typed word, looked for as any of `debuts` (`debutsDe`). */
  #noter(mot: string, debuts: readonly string[], proches: boolean): Uint8Array {
    const notes = new Uint8Array(this.#fiches.length)
    if (proches) this.#mots.noterProches(mot, notes)
    for (const debut of debuts) this.#mots.noter(debut, notes)
    return notes
  }
}

interface Note<Genre> {
  fiche: Compacte<Genre>
  note: number
}

const lesDeux = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((note, i) => Math.min(note, b[i] ?? 0))
const lUneOuLAutre = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((note, i) => Math.max(note, b[i] ?? 0))

/** Sum of the words' notes, -1 when one of them does not answer. */
function total(termes: readonly Uint8Array[], numero: number): number {
  let somme = 0
  for (const notes of termes) {
    const note = notes[numero] ?? 0
    if (note === 0) return -1
    somme += note
  }
  return somme
}

const devant = <Genre>(a: Note<Genre>, b: Note<Genre>): boolean => {
  if (a.note !== b.note) return a.note > b.note
  if (a.fiche.eteinte !== b.fiche.eteinte) return b.fiche.eteinte
  return a.fiche.tri < b.fiche.tri
}

/** Keeps the best ones in their order: a list of a few, where most candidates end at the first comparison. */
function retenir<Genre>(meilleures: Note<Genre>[], candidate: Note<Genre>, limite: number): void {
  const derniere = meilleures[limite - 1]
  if (derniere && !devant(candidate, derniere)) return
  let place = meilleures.length
  while (place > 0 && devant(candidate, meilleures[place - 1] ?? candidate)) place -= 1
  meilleures.splice(place, 0, candidate)
  if (meilleures.length > limite) meilleures.pop()
}
