import { type Analyse, citer, lu, refuse } from './analyse'

/** First and last day of a school year: « 2026-09-01 » and « 2027-08-31 ». */
export interface BornesAnnee {
  debutLe: string
  finLe: string
}

const identifiant = (debut: number): string => `${debut}-${debut + 1}`
const anneeDeDebut = (annee: string): number => Number(annee.slice(0, 4))

/** True for an identifier such as « 2026-2027 »: two consecutive years. */
export function anneeScolaireValide(annee: string): boolean {
  return /^\d{4}-\d{4}$/.test(annee) && annee === identifiant(anneeDeDebut(annee))
}

/** School year of a day `AAAA-MM-JJ`: from September on it bears the day's year first (metier.md § 9.4). */
export function anneeScolaireDe(jour: string): string {
  const annee = Number(jour.slice(0, 4))
  return identifiant(Number(jour.slice(5, 7)) >= 9 ? annee : annee - 1)
}

/** 1 September to 31 August (metier.md § 9.4). */
export function bornesAnneeScolaire(annee: string): BornesAnnee {
  const debut = anneeDeDebut(annee)
  return { debutLe: `${debut}-09-01`, finLe: `${debut + 1}-08-31` }
}

/** « année scolaire 2026-2027 »: the identifier is its own label, with the words a sentence needs. */
export const libelleAnneeScolaire = (annee: string): string => `année scolaire ${annee}`

export const anneeScolairePrecedente = (annee: string): string => identifiant(anneeDeDebut(annee) - 1)
export const anneeScolaireSuivante = (annee: string): string => identifiant(anneeDeDebut(annee) + 1)

/** The `nombre` school years that end with `annee`, oldest first: what « N-4 à N » charts compare. */
export function dernieresAnneesScolaires(annee: string, nombre: number): string[] {
  const fin = anneeDeDebut(annee)
  return Array.from({ length: nombre }, (_, rang) => identifiant(fin - nombre + 1 + rang))
}

/**
 * The first school year written in a name, « suivi-35-2025-2026.xlsx » or « Lettres 25-26 »: two years that follow each
 * other. A day (« 24-25-2026 », « 2025-11-12 ») is none.
 */
export function anneeScolaireDansUnTexte(brut: string): string | undefined {
  const texte = brut.normalize('NFKC')
  if (/(?<!\d)(\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)/u.test(texte))
    return undefined
  // Looked ahead: in « 35-2025-2026 » the second number also begins a pair.
  for (const [, debut = '', fin = ''] of texte.matchAll(
    /(?<!\d)(?=(\d{4}|\d{2})\s*[-/–—‑_]\s*(\d{4}|\d{2})(?!\d))/gu,
  )) {
    const lue = analyserAnneeScolaire(`${debut}-${fin}`)
    if (lue.ok) return lue.valeur
  }
  return undefined
}

/**
 * Reads a school year as people write it: « 2025-2026 », « 2025/2026 », « 25-26 », « 2025-26 », « Rentrée 2025 »,
 * alone or inside a title (« SUIVI DES PERSONNELS – 2025/2026 »). Two-digit years are of this century.
 */
export function analyserAnneeScolaire(brut: string): Analyse<string> {
  const texte = brut.normalize('NFKC')
  const deux = /(?<!\d)(\d{4}|\d{2})\s*[-/–—‑]\s*(\d{4}|\d{2})(?!\d)/u.exec(texte)
  const complete = (annee: string): number => (annee.length === 2 ? 2000 + Number(annee) : Number(annee))
  if (deux?.[1] !== undefined && deux[2] !== undefined) {
    const debut = complete(deux[1])
    if (complete(deux[2]) === debut + 1) return lu(identifiant(debut))
    return refuse(
      `${citer(deux[0])} n’est pas une année scolaire : les deux années doivent se suivre.`,
      identifiant(debut),
    )
  }
  const rentree = /rentr[ée]e\s+(\d{4})/iu.exec(texte)?.[1]
  if (rentree !== undefined) return lu(identifiant(Number(rentree)))
  return refuse(`${citer(brut)} n’est pas une année scolaire : écrivez-la comme 2026-2027.`)
}
