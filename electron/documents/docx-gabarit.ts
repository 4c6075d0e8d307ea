import { accoladeSeule, type Balise, estBalise, isolerBalises, type RunBalise } from './docx-balises'
import { debutXml, ecrireXml, type ElementXml, estElement, type NoeudXml } from './xml-tree'

/** A part of a Word model made ready: what no letter changes is text already, the rest waits for values. */
export type Piece = string | { balise: ElementPret } | { champ: RunBalise } | SectionPrete

/** An element that holds something to fill in. */
interface ElementPret {
  nom: string
  debut: string
  pieces: readonly Piece[]
}

export interface SectionPrete {
  section: string
  sauf: boolean
  pieces: readonly Piece[]
}

/** Children → pieces. Sentences about tags that cannot be followed go to `fautes`, and those tags are left out. */
export function preparer(racine: ElementXml, fautes: string[]): Piece[] {
  return new Preparation(fautes).element(isolerTout(racine, fautes))
}

/** Every paragraph with its tags isolated, text boxes included. */
function isolerTout(element: ElementXml, fautes: string[]): ElementXml {
  const enfants = element.enfants.map((enfant) => (estElement(enfant) ? isolerTout(enfant, fautes) : enfant))
  if (element.nom !== 'w:p') return { ...element, enfants }
  const seule = accoladeSeule({ ...element, enfants })
  if (seule !== null) fautes.push(`Une accolade n’a pas sa pareille : « ${seule} ».`)
  return isolerBalises({ ...element, enfants })
}

/** Tags of a node, in order. */
function balisesDe(noeud: NoeudXml): RunBalise[] {
  if (!estElement(noeud)) return []
  return estBalise(noeud) ? [noeud] : noeud.enfants.flatMap(balisesDe)
}

/** Openings that nothing closes after them, and closings of nothing, in order. */
function nonAppariees(runs: readonly RunBalise[]): RunBalise[] {
  const reste: RunBalise[] = []
  for (const run of runs) {
    if (run.balise.genre === 'champ') continue
    const derniere = reste.at(-1)
    if (run.balise.genre === 'fin' && derniere && derniere.balise.genre !== 'fin' && seFerment(derniere, run))
      reste.pop()
    else reste.push(run)
  }
  return reste
}

const memeCode = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
const seFerment = ({ balise: ouvre }: RunBalise, { balise: ferme }: RunBalise): boolean =>
  ferme.code === '' || memeCode(ouvre.code, ferme.code)

/** The closing of the first opening of a list of tags. */
function fermetureDe(ouvre: RunBalise, runs: readonly RunBalise[]): RunBalise | undefined {
  let profondeur = 0
  for (const run of runs.slice(runs.indexOf(ouvre))) {
    if (run.balise.genre === 'si' || run.balise.genre === 'sauf') profondeur += 1
    if (run.balise.genre !== 'fin') continue
    profondeur -= 1
    if (profondeur === 0) return seFerment(ouvre, run) ? run : undefined
  }
  return undefined
}

const sansRuns = (noeud: NoeudXml, retires: ReadonlySet<NoeudXml>): NoeudXml =>
  estElement(noeud) && !estBalise(noeud) && balisesDe(noeud).some((run) => retires.has(run))
    ? {
        ...noeud,
        enfants: noeud.enfants.filter((enfant) => !retires.has(enfant)).map((enfant) => sansRuns(enfant, retires)),
      }
    : noeud

/** Properties of a paragraph, and marks that show nothing. */
const muets = new Set(['w:pPr', 'w:proofErr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:lastRenderedPageBreak'])

/** What a paragraph shows, in order: its tags, and what is neither white nor mute. */
const visibles = (paragraphe: ElementXml): NoeudXml[] =>
  paragraphe.enfants.filter((enfant) => {
    if (!estElement(enfant) || muets.has(enfant.nom)) return false
    return estBalise(enfant) || balisesDe(enfant).length > 0 || !estBlanc(enfant)
  })

const estBlanc = (element: ElementXml): boolean =>
  element.enfants.every((enfant) => {
    if (!estElement(enfant)) return enfant.trim() === ''
    return (
      ['w:rPr', 'w:t', 'w:r', 'w:lastRenderedPageBreak'].includes(enfant.nom) &&
      (enfant.nom === 'w:rPr' || estBlanc(enfant))
    )
  })

class Preparation {
  readonly #fautes: string[]

  constructor(fautes: string[]) {
    this.#fautes = fautes
  }

  element(element: ElementXml): Piece[] {
    if (balisesDe(element).length === 0) return [ecrireXml(element)]
    const pieces = this.#enfants(element.enfants)
    return [{ balise: { nom: element.nom, debut: debutXml(element), pieces } }]
  }

  #enfants(enfants: readonly NoeudXml[]): Piece[] {
    const pieces: Piece[] = []
    for (let rang = 0; rang < enfants.length; rang++) {
      const enfant = enfants[rang] ?? ''
      const debut = this.#ouverture(enfant)
      if (debut === null) {
        pieces.push(...this.#simple(enfant))
        continue
      }
      const fin = this.#fin(enfants, rang, debut)
      const zone = enfants.slice(rang, fin.rang + 1)
      if (fin.run === null) pieces.push(...champsDe(zone))
      else pieces.push(this.#section(zone, debut, fin.run))
      rang = fin.rang
    }
    return pieces
  }

  /** The tag that begins a section at this child; null when it holds all of its sections. */
  #ouverture(enfant: NoeudXml): RunBalise | null {
    if (!estElement(enfant)) return null
    if (estBalise(enfant)) return enfant.balise.genre === 'champ' ? null : enfant
    if (enfant.nom !== 'w:p' && enfant.nom !== 'w:tr') return null
    const seule = nonAppariees(balisesDe(enfant))[0]
    if (seule || enfant.nom === 'w:p') return seule ?? null
    return enfant.enfants.flatMap((cellule) => nonAppariees(balisesDe(cellule)))[0] ?? null
  }

  #simple(enfant: NoeudXml): Piece[] {
    if (!estElement(enfant)) return [ecrireXml(enfant)]
    return estBalise(enfant) ? [{ champ: enfant }] : this.element(enfant)
  }

  /** Where the section that `debut` begins ends among these siblings, if it does; what cannot be followed is told. */
  #fin(enfants: readonly NoeudXml[], rang: number, debut: RunBalise): { rang: number; run: RunBalise | null } {
    if (debut.balise.genre === 'fin') {
      this.#fautes.push(`${debut.balise.brut} ne ferme rien : rien n’est ouvert de ce nom avant elle.`)
      return { rang, run: null }
    }
    const run = fermetureDe(debut, enfants.slice(rang).flatMap(balisesDe))
    if (run === undefined) {
      this.#fautes.push(nonFermee(debut.balise))
      return { rang, run: null }
    }
    const place = enfants.findIndex((enfant, autre) => autre >= rang && balisesDe(enfant).includes(run))
    const bornes = [enfants[rang], enfants[place]]
    if (
      bornes.every(
        (borne) => borne !== undefined && this.#peutBorner(borne, borne === bornes[0] ? debut : run, place > rang),
      )
    )
      return { rang: place, run }
    this.#fautes.push(
      `${debut.balise.brut} et ${run.balise.brut} sont mal placées : mettez-les dans le même paragraphe, chacune seule sur sa ligne, ou dans la même ligne de tableau.`,
    )
    return { rang: place, run: null }
  }

  /** A section goes from run to run, from row to row, or from the start of a paragraph to the end of another. */
  #peutBorner(borne: NoeudXml, run: RunBalise, plusieurs: boolean): boolean {
    if (!estElement(borne)) return false
    if (estBalise(borne) || borne.nom === 'w:tr') return true
    if (borne.nom !== 'w:p' || !plusieurs) return false
    const montres = visibles(borne)
    return run.balise.genre === 'fin' ? montres.at(-1) === run : montres[0] === run
  }

  #section(zone: readonly NoeudXml[], debut: RunBalise, fin: RunBalise): SectionPrete {
    const retires = new Set<NoeudXml>([debut, fin])
    const dedans = zone
      .filter((noeud) => !retires.has(noeud))
      .map((noeud) => ({ avant: noeud, apres: sansRuns(noeud, retires) }))
      .filter(
        ({ avant, apres }) =>
          avant === apres || !estElement(apres) || apres.nom !== 'w:p' || visibles(apres).length > 0,
      )
      .map(({ apres }) => apres)
    return { section: debut.balise.code, sauf: debut.balise.genre === 'sauf', pieces: this.#enfants(dedans) }
  }
}

/** What a passage that cannot be followed still names: its fields are checked like the others. */
const champsDe = (zone: readonly NoeudXml[]): Piece[] =>
  zone
    .flatMap(balisesDe)
    .filter(({ balise }) => balise.genre === 'champ')
    .map((champ) => ({ champ }))

const nonFermee = ({ brut, code }: Balise): string =>
  `${brut} n’est pas fermée : il manque {/${code}} après elle, dans le même texte ou le même tableau.`
