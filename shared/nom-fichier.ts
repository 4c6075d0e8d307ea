import { formatJour } from './dates'

/** Characters that Windows, and therefore everybody, refuses in a file name. */
const reserves = /[<>:"/\\|?*\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
/** Names of Windows devices, refused whatever the extension. */
const peripheriques = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[. ]*\.|[. ]+$)/iu

/**
 * A text as a file name that every system accepts: accents kept (NFC), reserved and invisible characters replaced by « - »
 * or dropped, ordinary single spaces, no trailing dot or space, no Windows device name, at most `maximum` characters.
 * `extension` without its dot counts in the maximum and is never cut. An empty text gives « document ».
 */
export function nomFichierSur(texte: string, extension = '', maximum = 120): string {
  const suffixe = extension === '' ? '' : `.${extension}`
  const propre = texte
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[/\\|:]/gu, '-')
    .replace(reserves, '')
    .replace(/\p{Cs}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  const borne = couper(propre, maximum - suffixe.length).replace(/[. ]+$/u, '') || 'document'
  return (peripheriques.test(borne) ? couper(`_${borne}`, maximum - suffixe.length) : borne) + suffixe
}

/** By this key, names that a folder takes for one are one: Windows and macOS see « É » and « é » as the same. */
export const cleDeNom = (nom: string): string => nom.normalize('NFC').toLocaleLowerCase('fr')

/** The same names, in order; those that a folder would hold twice get « (2) », « (3) »… before their extension. */
export function nomsDistincts(noms: readonly string[]): string[] {
  const vus = new Map<string, number>()
  return noms.map((nom) => {
    const cle = cleDeNom(nom)
    const rang = (vus.get(cle) ?? 0) + 1
    vus.set(cle, rang)
    return rang === 1 ? nom : nom.replace(/(\.[a-z0-9]+)?$/iu, ` (${String(rang)})$1`)
  })
}

/** The file name of what is read as it stood on an earlier day: « Bilan (au 31-12-2025).xlsx »; unchanged for the present. */
export function nomAuJour(nom: string, auJour: string | undefined): string {
  if (auJour === undefined) return nom
  const [debut, extension] = /^(.*?)(\.[a-z0-9]{2,5})?$/isu.exec(nom)?.slice(1) ?? [nom, '']
  return `${debut ?? nom} (au ${formatJour(auJour).replaceAll('/', '-')})${extension ?? ''}`
}

/** At most `maximum` UTF-16 units, never half a character. */
function couper(texte: string, maximum: number): string {
  let resultat = ''
  for (const caractere of texte) {
    if (resultat.length + caractere.length > maximum) break
    resultat += caractere
  }
  return resultat
}
