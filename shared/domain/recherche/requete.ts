import { plier, termesRecherche } from '../../text'
import { champInconnu, champNomme, champsRecherche, clesChamps, type ChampRecherche } from './champs'

/** A field and what is looked for in it; `valeur` is as typed, never empty. */
export interface Filtre {
  champ: ChampRecherche
  valeur: string
}

/** What was typed in the search, understood. */
export interface RequeteRecherche {
  /** The words outside any field. */
  texte: string
  filtres: Filtre[]
  /** A sentence when a named field does not exist; null otherwise. */
  remarque: string | null
}

/** `champ:valeur`, `champ:"deux mots"`, `champ:« deux mots »`; French typing puts spaces around the colon. */
const partie = /(\p{L}+)\s?:[ \u00a0\u202f]?(?:"([^"]*)"?|«\s?([^»]*)»?|(\S*))/gu

/**
 * Reads a search: free words, and fields named by `champ:valeur`. A field without a value yet asks nothing; an unknown
 * one is searched as words, and said.
 */
export function lireRequete(saisie: string): RequeteRecherche {
  const filtres: Filtre[] = []
  let remarque: string | null = null
  const texte = saisie.replace(partie, (entier, nom: string, ...valeurs: (string | undefined)[]) => {
    const valeur = (valeurs.slice(0, 3).find((each) => each !== undefined) ?? '').trim()
    const champ = champNomme(nom)
    if (!champ) {
      remarque ??= champInconnu(nom)
      return ` ${entier.replace(':', ' ')} `
    }
    if (plier(valeur) !== '') filtres.push({ champ, valeur })
    return ' '
  })
  return { texte: texte.replace(/\s+/gu, ' ').trim(), filtres, remarque }
}

/** What is being typed at the end of a search: the beginning of a field's name, or of its value. */
export type FinDeSaisie =
  { avant: string; champ: ChampRecherche; valeur: string } | { avant: string; champ: null; nom: string }

/** The last word of the search, when completing it makes sense. `avant` is what stays in front of it. */
export function finDeSaisie(saisie: string): FinDeSaisie | null {
  const valeur = /^(.*?)(\p{L}+)\s?:[ \u00a0\u202f]?(?:"([^"]*)|([^\s"]*))$/su.exec(saisie)
  const champ = valeur?.[2] === undefined ? undefined : champNomme(valeur[2])
  if (valeur && champ) return { avant: valeur[1] ?? '', champ, valeur: valeur[3] ?? valeur[4] ?? '' }
  const mot = /^(.*\s)?(\p{L}{2,})$/su.exec(saisie)
  return mot?.[2] === undefined ? null : { avant: mot[1] ?? '', champ: null, nom: mot[2] }
}

/** The fields whose name begins so: offered while it is typed. */
export const champsCommencantPar = (debut: string): ChampRecherche[] =>
  clesChamps.filter((cle) => plier(champsRecherche[cle].nom).startsWith(plier(debut)))

/** The search with a field's value written in full, in quotes when it has several words. */
export function completer(avant: string, champ: ChampRecherche, valeur: string): string {
  const ecrite = /[\s:"]/u.test(valeur) ? `"${valeur.replaceAll('"', '')}"` : valeur
  return `${avant}${champsRecherche[champ].nom}:${ecrite}`
}

/** The folded words that were typed, those of the fields among them: what is marked in the results. */
export const motsTapes = (saisie: string): string[] => {
  const { texte, filtres } = lireRequete(saisie)
  const termes = [texte, ...filtres.map(({ valeur }) => valeur)].flatMap(termesRecherche)
  return termes.flatMap(({ mots, colle }) => (colle === undefined ? mots : [...mots, colle]))
}
