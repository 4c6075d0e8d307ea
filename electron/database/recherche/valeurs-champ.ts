import { cleRecherche, critere, enToutesLettres, plier } from '../../../shared/text'

interface Valeur {
  texte: string
  cle: string
  /** Its words alone, none of them short. */
  mots: string
  fiches: number[]
}

/** The values that one field takes, each with the numbers of the records that hold it. */
export class ValeursDuChamp {
  readonly #parTexte = new Map<string, Valeur>()

  ajouter(texte: string, fiche: number): void {
    const valeur = this.#parTexte.get(texte)
    if (valeur) valeur.fiches.push(fiche)
    else this.#parTexte.set(texte, { texte, cle: cleDe(texte), mots: motsDe(texte), fiches: [fiche] })
  }

  /** Values that have, for each word of `saisie`, a word beginning so; those that are exactly it, alone, when there are. */
  trouver(saisie: string): Valeur[] {
    const exacte = motsDe(saisie)
    const trouvees = this.commencant(saisie)
    const exactes = trouvees.filter(({ mots }) => mots === exacte)
    return exactes.length > 0 ? exactes : trouvees
  }

  /** The same while the value is being typed: nothing is left out. */
  commencant(saisie: string): Valeur[] {
    const convient = critere(saisie)
    const trouvees: Valeur[] = []
    for (const valeur of this.#parTexte.values()) if (convient(valeur.cle)) trouvees.push(valeur)
    return trouvees
  }
}

const motsDe = (texte: string): string => enToutesLettres(plier(texte))

/** Only a word joined to another has a second form; the plain fold is five times cheaper. */
const cleDe = (texte: string): string =>
  /[\p{L}\p{N}][^\p{L}\p{N}\s]/u.test(texte) ? cleRecherche(texte) : plier(texte)
