import { fautesAdmises, ligneDeDistance } from '../../../shared/domain/recherche/faute'

/** Above this many new words, sorting all of them again costs less than putting each in its place. */
const ajoutsUnParUn = 400

/** How well a word of a record answers a typed one: the whole word, its beginning, with one mistake, with two, begun with a mistake. */
export const qualites = { entier: 6, debut: 5, uneFaute: 4, deuxFautes: 3, debutFautif: 2 } as const

/** Every word of the records, in alphabetical order, each with the numbers of the records that hold it. */
export class VocabulaireDesMots {
  readonly #fiches = new Map<string, number[]>()
  #mots: string[] = []
  #nouveaux: string[] = []

  ajouter(mot: string, fiche: number): void {
    const fiches = this.#fiches.get(mot)
    if (fiches === undefined) {
      this.#fiches.set(mot, [fiche])
      this.#nouveaux.push(mot)
    } else if (fiches[fiches.length - 1] !== fiche) fiches.push(fiche)
  }

  /** Gives each record, in `notes`, how well it answers a beginning of word (« ␠sai »), or a word (« ␠st␠ »); 0 when it does not. */
  noter(debut: string, notes: Uint8Array): void {
    const mot = debut.trim()
    if (debut.endsWith(' ')) {
      this.#donner(mot, qualites.entier, notes)
      return
    }
    this.ranger()
    for (let i = this.#rang(mot); i < this.#mots.length; i += 1) {
      const candidat = this.#mots[i] ?? ''
      if (!candidat.startsWith(mot)) break
      this.#donner(candidat, candidat.length === mot.length ? qualites.entier : qualites.debut, notes)
    }
  }

  /** The same for what looks like the typed word (see `fautesAdmises`). */
  noterProches(mot: string, notes: Uint8Array): void {
    const fautes = fautesAdmises(mot)
    if (fautes === 0) return
    this.ranger()
    this.#parcourir(mot, fautes, (candidat, qualite) => this.#donner(candidat, qualite, notes))
  }

  /**
   * Reads the words as a tree: what two neighbours begin with is compared once, and a beginning that is already too far is
   * left with all that follows it. 30 000 words in about a millisecond, ten times less than one by one.
   */
  #parcourir(mot: string, fautes: number, trouve: (candidat: string, qualite: number) => void): void {
    const mots = this.#mots
    const rangs: Uint8Array[] = [Uint8Array.from({ length: mot.length + 1 }, (_, j) => j)]
    // The best that each beginning of the present word has reached: it holds for all that continues it.
    const meilleurs = [mot.length]
    let precedent = ''
    let i = this.#rang('a')
    while (i < mots.length) {
      const candidat = mots[i] ?? ''
      let profondeur = communs(precedent, candidat)
      let trop = false
      while (profondeur < candidat.length) {
        profondeur += 1
        const rang = (rangs[profondeur] ??= new Uint8Array(mot.length + 1))
        const avant = rangs[profondeur - 1] ?? rang
        const avant2 = profondeur > 1 ? rangs[profondeur - 2] : undefined
        const lettre = candidat.charAt(profondeur - 1)
        const moindre = ligneDeDistance(mot, lettre, candidat.charAt(profondeur - 2), avant, avant2, rang)
        meilleurs[profondeur] = Math.min(meilleurs[profondeur - 1] ?? 255, rang[mot.length] ?? 255)
        if (moindre > fautes && (meilleurs[profondeur] ?? 255) > fautes) {
          trop = true
          break
        }
      }
      if (trop) {
        const debut = candidat.slice(0, profondeur)
        i = this.#rang(`${debut}\uffff`)
        precedent = debut
        continue
      }
      const enEntier = rangs[candidat.length]?.[mot.length] ?? 255
      if (enEntier <= fautes) trouve(candidat, enEntier <= 1 ? qualites.uneFaute : qualites.deuxFautes)
      else if ((meilleurs[candidat.length] ?? 255) <= fautes) trouve(candidat, qualites.debutFautif)
      precedent = candidat
      i += 1
    }
  }

  #donner(mot: string, qualite: number, notes: Uint8Array): void {
    for (const fiche of this.#fiches.get(mot) ?? []) if ((notes[fiche] ?? 0) < qualite) notes[fiche] = qualite
  }

  /** Puts the new words in their places: done before the first question rather than at it. */
  ranger(): void {
    if (this.#nouveaux.length > ajoutsUnParUn) this.#mots = [...this.#fiches.keys()].sort(ordre)
    else for (const mot of this.#nouveaux) this.#mots.splice(this.#rang(mot), 0, mot)
    this.#nouveaux = []
  }

  /** Where a word is, or would be. */
  #rang(mot: string): number {
    let [bas, haut] = [0, this.#mots.length]
    while (bas < haut) {
      const milieu = (bas + haut) >> 1
      if ((this.#mots[milieu] ?? '') < mot) bas = milieu + 1
      else haut = milieu
    }
    return bas
  }
}

const ordre = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function communs(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a.charCodeAt(n) === b.charCodeAt(n)) n += 1
  return n
}
