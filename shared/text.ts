const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
}

/** Apostrophes and hyphens of every keyboard: they join two words without being part of either. */
const liaisons = /['’‘ʼ′`\-‐‑‒–—]/gu
const liaison = new RegExp(liaisons.source, 'u')
const ascii = /^[\x20-\x7e]*$/
const horsMots = /[^\p{L}\p{N}]+/gu

/** Lower case without accents, ligatures opened; punctuation untouched. */
function sansAccents(texte: string): string {
  return texte
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D\uFEFF]/gu, '')
    .toLowerCase()
    .replace(/[œæßøđðłıþ]/gu, (lettre) => ligatures[lettre] ?? lettre)
}

const plierToutTexte = (texte: string): string => sansAccents(texte).replace(horsMots, ' ').trim()

/** What each Latin character folds to: ' ' for a separator, '' for one that leaves no trace; undefined: see the whole. */
const latins = Array.from({ length: 0x180 }, (_, code) => {
  const plie = plierToutTexte(`a${String.fromCharCode(code)}b`).slice(1, -1)
  return plie !== ' ' && plie !== plie.trim() ? undefined : plie
})

/**
 * Folds a text for comparison: no accent, no case, œ → oe, æ → ae, ß → ss, anything that is neither letter nor digit
 * becomes one space. « Œuvrard-D’Almeida » → « oeuvrard d almeida ». Idempotent. Source: dossier § 2.3.
 * Latin letters go through a table: five times faster, for the keys of 60 000 rows or the search of 100 000.
 */
export function plier(texte: string): string {
  let plie = ''
  let separe = false
  for (let index = 0; index < texte.length; index += 1) {
    const latin = latins[texte.charCodeAt(index)]
    if (latin === undefined) return plierToutTexte(texte)
    if (latin === ' ') {
      separe = plie !== ''
    } else if (latin !== '') {
      plie += separe ? ` ${latin}` : latin
      separe = false
    }
  }
  return plie
}

/** Folded words of one typed word, and the same glued when an apostrophe or hyphen had split it. */
function formes(mot: string): { mots: string[]; colle: string | undefined } {
  const mots = plier(mot).split(' ').filter(Boolean)
  const colle = plier(mot.replace(liaisons, ''))
  return { mots, colle: mots.length > 1 && colle !== '' && !colle.includes(' ') ? colle : undefined }
}

const motsTapes = (texte: string): string[] => texte.split(/\s+/u).filter(Boolean)

/**
 * What the search index stores: the folded words, plus the glued form of compounds, so that « dalmeida »,
 * « almeida » and « d'almeida » all find « D’Almeida ». Source: dossier § 2.3.
 */
export function cleRecherche(texte: string): string {
  if (!liaison.test(texte)) return plier(texte)
  const colles = motsTapes(texte)
    .filter((mot) => liaison.test(mot))
    .map((mot) => formes(mot).colle)
  return [plier(texte), ...new Set(colles.filter((colle) => colle !== undefined))].join(' ').trim()
}

/** A typed word: all of `mots` (each the beginning of an indexed word, see `debutsDe`), or else `colle` alone. */
export interface Terme {
  mots: string[]
  colle: string | undefined
}

/** A query, one term per typed word. */
export function termesRecherche(requete: string): Terme[] {
  return motsTapes(requete)
    .map(formes)
    .filter(({ mots }) => mots.length > 0)
}

/** « St-Malo » and « Saint-Malo » are one place: the short form of a word and the long one, folded. */
const abreges = [
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['sts', 'saints'],
  ['stes', 'saintes'],
] as const

/**
 * What a folded word is looked for as in ` ${cle} `, any of these: the beginning of a word; for « st », that of « saint »
 * too; for « sai » as for « saint », the whole word « st » too. What answers a word answers each of its beginnings. The
 * query is widened and not the key: registers already written need nothing.
 */
export function debutsDe(mot: string): string[] {
  const debut = ` ${mot}`
  if (!mot.startsWith('s')) return [debut]
  const autres = abreges.flatMap(([court, long]) => {
    if (mot === court) return [` ${long}`]
    return long.startsWith(mot) && !court.startsWith(mot) ? [` ${court} `] : []
  })
  return [debut, ...autres]
}

/** A folded text with the short forms written in full: « st malo » and « saint malo » are then equal. */
export const enToutesLettres = (plie: string): string =>
  plie.replace(/(?<![^ ])st(es?|s)?(?![^ ])/gu, (_, fin: string | undefined) => `saint${fin ?? ''}`)

/** The condition of terms on a key between two spaces, or on several of them one after the other. */
export function motsPresents(termes: readonly Terme[]): (entoure: string) => boolean {
  const cherches = termes.map(({ mots, colle }) => ({
    mots: mots.map(debutsDe),
    colle: colle === undefined ? undefined : ` ${colle}`,
  }))
  return (entoure) => {
    const contient = (debut: string): boolean => entoure.includes(debut)
    return cherches.every(
      ({ mots, colle }) => mots.every((debuts) => debuts.some(contient)) || (colle !== undefined && contient(colle)),
    )
  }
}

/** The condition of `correspond`, for many keys: the query is read once. */
export function critere(requete: string): (cle: string) => boolean {
  const repond = motsPresents(termesRecherche(requete))
  return (cle) => repond(` ${cle} `)
}

/** True when every word of the query begins a word of `cle` (a `cleRecherche`); an empty query matches everything. */
export const correspond = (cle: string, requete: string): boolean => critere(requete)(cle)

/**
 * Key whose plain binary order is the French order: É with E, word by word, numbers by value (« Réseau 2 » before
 * « Réseau 10 »), accents only to break ties. Stored because SQLite sorts É after Z (dossier § 2.3).
 */
export function cleTri(texte: string): string {
  const plie = plier(texte)
  const primaire = plie.replace(/\d+/g, (chiffres) => chiffres.padStart(10, '0'))
  const fin = (ascii.test(texte) ? texte : texte.normalize('NFD')).toLowerCase().trim()
  return plie === fin ? primaire : `${primaire}\t${fin}`
}

/**
 * Damerau-Levenshtein distance between two texts taken as they are (insertions, deletions, substitutions,
 * swaps of neighbours). Stops as soon as it exceeds `max` and returns `max + 1`.
 */
export function distance(a: string, b: string, max = Infinity): number {
  const [x, y] = [[...a], [...b]]
  if (Math.abs(x.length - y.length) > max) return max + 1
  let avant: number[] = []
  let precedente = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const ligne = [i]
    for (let j = 1; j <= y.length; j++) {
      const cout = x[i - 1] === y[j - 1] ? 0 : 1
      const proche = Math.min(
        (precedente[j] ?? Infinity) + 1,
        (ligne[j - 1] ?? Infinity) + 1,
        (precedente[j - 1] ?? Infinity) + cout,
      )
      const echange = i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]
      ligne.push(echange ? Math.min(proche, (avant[j - 2] ?? Infinity) + 1) : proche)
    }
    if (Math.min(...ligne) > max && Math.min(...precedente) > max) return max + 1
    avant = precedente
    precedente = ligne
  }
  const total = precedente[y.length] ?? 0
  return total > max ? max + 1 : total
}

/** How alike two labels are, from 0 to 1, folded, whatever the order of their words (« Hamon Nadège » = « Nadège HAMON »). */
export function similarite(a: string, b: string): number {
  const proximite = (x: string, y: string): number => {
    const longueur = Math.max(x.length, y.length)
    return longueur === 0 ? 1 : 1 - distance(x, y) / longueur
  }
  const ordonner = (texte: string): string => texte.split(' ').sort().join(' ')
  const [x, y] = [plier(a), plier(b)]
  return Math.max(proximite(x, y), proximite(ordonner(x), ordonner(y)))
}

/** Capitals the French way, accents and ligatures kept: « Éloïse Lœuvre » → « ÉLOÏSE LŒUVRE ». */
export function majusculesFrancaises(texte: string): string {
  return texte.toLocaleUpperCase('fr')
}

/** A label of the académie's lists at the start of a line: « coordonnatrice MLDS » → « Coordonnatrice MLDS ». */
export const majusculeInitiale = (texte: string): string => majusculesFrancaises(texte.slice(0, 1)) + texte.slice(1)

const particule = /^(?:de|du|des|d['’]|von|van|der|den|di|da|del|della|dos|y)(?=\s|(?<=['’]))/u

/** Surname in capitals; particles typed in lower case stay so (« de La Tour » → « de LA TOUR »). */
function nomEnCapitales(nom: string): string {
  const debut = particule.exec(nom)?.[0]
  if (debut === undefined) return majusculesFrancaises(nom)
  const suite = nom.slice(debut.length)
  const espace = /^\s*/u.exec(suite)?.[0] ?? ''
  return debut + espace + nomEnCapitales(suite.slice(espace.length))
}

/** First name with its initials in capitals: « MAËLLE », « jean-noël » → « Maëlle », « Jean-Noël »; « McKenna » is kept. */
function prenomCapitalise(prenom: string): string {
  return prenom.replace(/\p{L}+/gu, (segment) => {
    const enCapitales = segment.length > 1 && segment === majusculesFrancaises(segment)
    const initiale = majusculesFrancaises(segment.slice(0, 1))
    return initiale + (enCapitales ? segment.slice(1).toLocaleLowerCase('fr') : segment.slice(1))
  })
}

const espacesSimples = (texte: string): string => texte.replace(/\s+/gu, ' ').trim()

/** A person in lists: « BEN SAÏD Loïc ». Spaces are tidied, accents kept. */
export function nomAffiche({ nom, prenom }: { nom: string; prenom: string }): string {
  return `${nomEnCapitales(espacesSimples(nom))} ${prenomCapitalise(espacesSimples(prenom))}`.trim()
}

/** A person in letters: « Loïc BEN SAÏD » (metier.md § 3.5: {Prénom NOM}). */
export function prenomNom({ nom, prenom }: { nom: string; prenom: string }): string {
  return `${prenomCapitalise(espacesSimples(prenom))} ${nomEnCapitales(espacesSimples(nom))}`.trim()
}

/** The word that agrees with `n`: in French the plural starts at two (« 0 lettre », « 1,5 heure », « 2 lettres »). */
export function pluriel(n: number, mot: string, mots = `${mot}s`): string {
  return Math.abs(n) >= 2 ? mots : mot
}

/** « a », « a et b », « a, b et c ». */
export const enumerer = (mots: readonly string[]): string =>
  mots.length < 2 ? (mots[0] ?? '') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1) ?? ''}`
