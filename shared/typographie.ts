/** U+00A0: before « : » « % » « € », inside quotation marks, between a number and its unit. */
export const insecable = '\u00A0'
/** U+202F: before « ; » « ! » « ? » and between thousands. */
export const fineInsecable = '\u202F'

const mois = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
/** Spaces of the same line: a paragraph's end is never swallowed. */
const esp = '[^\\S\\n\\r]*'
const esp1 = '[^\\S\\n\\r]+'
/** What may follow a punctuation mark in prose; a URL, an hour 14:32 or a path does not qualify. */
const finDeMot = '(?=[\\s»)\\];:!?…]|$)'

/** Rules in order; each one leaves its own result unchanged. */
const regles: readonly (readonly [RegExp, string])[] = [
  [/\.{3}/gu, '…'],
  [/(?<=\p{L})'(?=[\p{L}\p{N}«"“])/gu, '’'],
  [/"([^"\n]*)"/gu, '«$1»'],
  [/“/gu, '«'],
  [/”/gu, '»'],
  [new RegExp(`«${esp}`, 'gu'), `«${insecable}`],
  [new RegExp(`${esp}»`, 'gu'), `${insecable}»`],
  [new RegExp(`(?<=[^\\s:])${esp}:${finDeMot}`, 'gu'), `${insecable}:`],
  [new RegExp(`(?<=[^\\s;!?])${esp}([;!?])${finDeMot}`, 'gu'), `${fineInsecable}$1`],
  [new RegExp(`(?<=\\d)${esp}(?=[%€])`, 'gu'), insecable],
  [/(?<![\d.,]|\d\s)(\d{1,3})[^\S\n\r](\d{3})(?!\d|[^\S\n\r]\d)/gu, `$1${fineInsecable}$2`],
  [
    /(?<![\d.,]|\d\s)(\d{1,3})[^\S\n\r](\d{3})[^\S\n\r](\d{3})(?!\d|[^\S\n\r]\d)/gu,
    `$1${fineInsecable}$2${fineInsecable}$3`,
  ],
  [new RegExp(`(?<=\\d)${esp}h${esp}(?=\\d{2}(?![\\d\\p{L}]))`, 'gu'), `${insecable}h${insecable}`],
  [new RegExp(`(?<=\\d)${esp1}(?=(?:h|min|km|ans?|jours?|heures?|places?)(?!\\p{L}))`, 'gu'), insecable],
  [new RegExp(`(?<!\\p{L})([nN]°)${esp}(?=\\d)`, 'gu'), `$1${insecable}`],
  [new RegExp(`(?<!\\d)1${esp}er(?!\\p{L})`, 'gu'), '1er'],
  [/(?<!\d)1[èe]re(?!\p{L})/gu, '1re'],
  [/(?<=\d)[èe]me(?!\p{L})/gu, 'e'],
  [new RegExp(`(?<=(?<!\\d)(?:\\d{1,2}|1er))${esp1}(?=(?:${mois})(?!\\p{L}))`, 'gu'), insecable],
  [new RegExp(`(?<!\\p{L})(M\\.|MM\\.|Mme|Mmes|Dr)${esp1}(?=\\p{Lu})`, 'gu'), `$1${insecable}`],
  [new RegExp(`(?<!\\p{L})([LRDp]\\.|art\\.|§)${esp1}(?=\\d)`, 'gu'), `$1${insecable}`],
]

/** A batch of letters says the same sentences over and over: their results are kept, up to a few hundred kilobytes. */
const connus = new Map<string, string>()
const connusAuPlus = 4000
const longueurAuPlus = 400

/**
 * French typography of a plain text for a document (metier.md § 9.5): no-break spaces before « : » « % » « € » and inside
 * quotation marks, narrow ones before « ; » « ! » « ? » and between thousands, typographic apostrophes, « n° 12 », « 1er »,
 * « 2e », « 14 h 32 », « 1er septembre ». Accents and capitals are untouched; addresses, paths and hours 14:32 too.
 * Idempotent: applying it to its own result changes nothing.
 */
export function typographier(texte: string): string {
  const connu = connus.get(texte)
  if (connu !== undefined) return connu
  const resultat = regles.reduce((ecrit, [motif, remplacement]) => ecrit.replace(motif, remplacement), texte)
  if (texte.length > longueurAuPlus) return resultat
  if (connus.size >= connusAuPlus) connus.clear()
  connus.set(texte, resultat)
  return resultat
}

/** « text »; what is already quoted in it takes the second rank: « modèle de lettre “Formateur” ». */
export const citer = (texte: string): string =>
  `« ${texte.replace(/«[\s\u00A0\u202F]*/gu, '“').replace(/[\s\u00A0\u202F]*»/gu, '”')} »`
