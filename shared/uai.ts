import { type Analyse, citer, lu, refuse } from './analyse'

/** 23 letters: I, O and Q are never keys. Source: code UAI (ex-RNE), metier.md § 9.1. */
const lettresCles = 'ABCDEFGHJKLMNPRSTUVWXYZ'

/** Corsica keeps its own prefixes in the UAI: 620 is the département 2A, 720 the département 2B. */
const prefixesCorses: Readonly<Record<string, string>> = { '620': '02A', '720': '02B' }

/**
 * Key letter of the seven digits of a UAI: the integer modulo 23, in an alphabet without I, O, Q (metier.md § 9.1).
 * Undefined unless given exactly seven digits.
 */
export function lettreCleAttendue(septChiffres: string): string | undefined {
  return /^\d{7}$/.test(septChiffres) ? lettresCles[Number(septChiffres) % 23] : undefined
}

/** True for a UAI exactly as stored: seven digits and their key letter, in capitals, nothing around. */
export function uaiValide(uai: string): boolean {
  return /^\d{7}[A-Z]$/.test(uai) && lettreCleAttendue(uai.slice(0, 7)) === uai[7]
}

/** Reads one UAI-shaped run (seven digits, one letter, capitals) and explains a wrong key. */
function controlerCle(code: string): Analyse<string> {
  if (uaiValide(code)) return lu(code)
  const chiffres = code.slice(0, 7)
  const attendue = lettreCleAttendue(chiffres) ?? ''
  return refuse(
    `Le code UAI ${code} est faux : ses chiffres appellent la lettre ${attendue}. Vérifiez les chiffres ou corrigez la lettre.`,
    chiffres + attendue,
  )
}

/** Codes found inside a longer text: « 0352318E Lycée Jean Brito », « ce.0350894g@… », « 035 0894 G ». */
function codesDans(texte: string): string[] {
  const trouves = texte.matchAll(/(?<![0-9A-Z])(\d{3})[\s.-]?(\d{4})[\s.-]?([A-Z])(?![0-9A-Z])/g)
  return [...new Set([...trouves].map(([, debut, ordre, cle]) => `${debut}${ordre}${cle}`))]
}

/** Repairs what a spreadsheet or a hand does to a lone code; the key letter tells whether the repair is right. */
function reparer(code: string): Analyse<string> | undefined {
  if (/^\d{5,6}[A-Z]$/.test(code)) {
    const complet = code.padStart(8, '0')
    return uaiValide(complet) ? lu(complet, 'Le zéro de tête, perdu dans le tableur, a été rétabli.') : undefined
  }
  if (/^\d{5,7}$/.test(code)) {
    const chiffres = code.padStart(7, '0')
    return refuse(`Il manque la lettre du code UAI ${code}.`, chiffres + (lettreCleAttendue(chiffres) ?? ''))
  }
  if (/^[\dOI]{7}[A-Z]$/.test(code)) {
    const corrige = code.slice(0, 7).replaceAll('O', '0').replaceAll('I', '1') + code.slice(7)
    return refuse(
      `Le code UAI ${code} contient une lettre à la place d’un chiffre.`,
      uaiValide(corrige) ? corrige : undefined,
    )
  }
  return undefined
}

/**
 * Reads a UAI as people write it: lower case, spaces, a lost leading zero, inside a label or an e-mail address.
 * Returns the eight characters as stored; refuses a wrong key with the expected code as suggestion,
 * and a text that holds several codes (see `extraireUais`).
 */
export function analyserUai(brut: string): Analyse<string> {
  const texte = brut.normalize('NFKC').toUpperCase().trim()
  if (texte === '') return refuse('Le code UAI est vide.')
  const seul = texte.replace(/[\s.-]/g, '')
  if (/^\d{7}[A-Z]$/.test(seul)) return controlerCle(seul)
  const codes = codesDans(texte)
  const [premier] = codes
  if (codes.length > 1) return refuse(`${citer(brut)} contient plusieurs codes UAI : indiquez-en un seul.`)
  if (premier !== undefined) return controlerCle(premier)
  return (
    reparer(seul) ??
    refuse(`${citer(brut)} n’est pas un code UAI : sept chiffres et une lettre sont attendus, par exemple 0350760L.`)
  )
}

/** Every UAI-shaped code of a list such as « 0351852Y, 0352533N Collège… », in order, each one read or explained. */
export function extraireUais(brut: string): Analyse<string>[] {
  return codesDans(brut.normalize('NFKC').toUpperCase()).map(controlerCle)
}

/** Département of a UAI in three characters (« 035 », « 02A », « 974 »), read from its first three digits. */
export function departementDeUai(uai: string): string {
  const prefixe = uai.slice(0, 3)
  return prefixesCorses[prefixe] ?? prefixe
}
