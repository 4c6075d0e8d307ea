import { type Analyse, citer, lu, refuse } from './analyse'
import { insecable } from './typographie'

const parPaires = (chiffres: string): string => chiffres.replace(/(\d{2})(?=\d)/g, '$1 ')

/**
 * Reads a French telephone number as typed or as found in a cell, into « 02 99 00 26 15 » (ordinary spaces, as stored).
 * Puts back the zero that a spreadsheet lost (299002615), reads « +33 2… », « 0033… », « +33 (0)2… », dots and dashes;
 * keeps numbers of other countries or of collectivités without 0 (« +687 26 61 00 ») as typed, tidied.
 */
export function analyserTelephone(brut: string | number): Analyse<string> {
  const tel = String(brut).normalize('NFKC').trim()
  if (tel === '') return refuse('Le numéro de téléphone est vide.')
  const chiffres = tel
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-–‑/()]/gu, '')
    .replace(/^00/, '+')
  const national = chiffres.replace(/^\+33/, '0')
  if (/^0[1-9]\d{8}$/.test(national)) return lu(parPaires(national))
  if (/^[1-9]\d{8}$/.test(national)) return lu(parPaires(`0${national}`))
  if (/^33[1-9]\d{8}$/.test(national)) return lu(parPaires(`0${national.slice(2)}`))
  if (/^[2-9]\d{5}$/.test(chiffres))
    return lu(
      parPaires(chiffres),
      'Numéro à six chiffres, comme en Nouvelle-Calédonie ou à Saint-Pierre-et-Miquelon : vérifiez.',
    )
  if (/^\+[1-9]\d{7,14}$/.test(chiffres)) return lu(tel.replace(/\s+/gu, ' ').replace(/^00/, '+'))
  return refuse(
    `${citer(tel)} n’est pas un numéro de téléphone : dix chiffres sont attendus, par exemple 02 99 00 00 00.`,
  )
}

/** As printed in a document: the pairs never part at the end of a line. */
export const formatTelephone = (telephone: string): string => telephone.replaceAll(' ', insecable)
