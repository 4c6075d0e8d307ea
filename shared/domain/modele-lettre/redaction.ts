import type { Civilite } from '../agent/agent'
import { accorder, accorderParticipe } from '../lettre-de-mission/genre'
import { champInterneParCode, champParCode } from './catalogue'

/** A piece of a model's text. */
export type Segment =
  | { genre: 'texte'; texte: string }
  | { genre: 'champ'; code: string }
  | { genre: 'accord'; masculin: string; feminin: string }

const jeton = /\{(?:(\p{L}[\p{L}\d]*)|([^{}|]+)\|([^{}|]+))\}/gu

/** Texts read once: every letter of a list goes through the same ones. Few models have this many. */
const lus = new Map<string, readonly Segment[]>()
const lusAuPlus = 2000

/** « Vous êtes {affecté|affectée} à {residence}. » as pieces; a brace that is neither a field nor an agreement is text. */
export function analyser(texte: string): readonly Segment[] {
  const deja = lus.get(texte)
  if (deja) return deja
  if (lus.size >= lusAuPlus) lus.clear()
  const segments = decouper(texte)
  lus.set(texte, segments)
  return segments
}

function decouper(texte: string): Segment[] {
  const segments: Segment[] = []
  let fin = 0
  for (const trouve of texte.matchAll(jeton)) {
    const [entier, code, masculin = '', feminin = ''] = trouve
    if (trouve.index > fin) segments.push({ genre: 'texte', texte: texte.slice(fin, trouve.index) })
    segments.push(code === undefined ? { genre: 'accord', masculin, feminin } : { genre: 'champ', code })
    fin = trouve.index + entier.length
  }
  if (fin < texte.length) segments.push({ genre: 'texte', texte: texte.slice(fin) })
  return segments
}

/** The pieces as one text again: the inverse of `analyser`. */
export const ecrireSegments = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => {
      if (segment.genre === 'texte') return segment.texte
      return segment.genre === 'champ' ? `{${segment.code}}` : `{${segment.masculin}|${segment.feminin}}`
    })
    .join('')

export const libelleChampModele = (code: string): string =>
  (champParCode(code) ?? champInterneParCode(code))?.libelle ?? code

/** « affecté|affectée » → the form of the person; unknown: « affecté(e) », « formateur/formatrice ». */
export function formeAccordee(masculin: string, feminin: string, civilite: Civilite | null): string {
  return feminin === `${masculin}e`
    ? accorderParticipe(masculin, civilite)
    : accorder({ libelle: masculin, libelleFeminin: feminin }, civilite)
}

/** A text of a model with its fields filled and its agreements made. */
export interface TexteRedige {
  /** Null when one of its fields has no value: it is left out, never printed as a hole. */
  texte: string | null
  /** The fields without a value, by code. */
  manques: string[]
  /** The text as far as it goes, « … » where a value is missing: what a finding quotes. */
  extrait: string
}

/** `champs`: values by code. A field that no letter has is a fault of the model: it throws. */
export function rediger(
  texte: string,
  champs: Readonly<Record<string, string>>,
  civilite: Civilite | null,
): TexteRedige {
  const manques: string[] = []
  const extrait = analyser(texte)
    .map((segment) => {
      if (segment.genre === 'texte') return segment.texte
      if (segment.genre === 'accord') return formeAccordee(segment.masculin, segment.feminin, civilite)
      const valeur = champs[segment.code]
      if (valeur === undefined) throw new Error(`unknown field {${segment.code}} in a letter model`)
      if (valeur === '') manques.push(segment.code)
      return valeur || '…'
    })
    .join('')
  return { texte: manques.length > 0 ? null : extrait, manques, extrait }
}
