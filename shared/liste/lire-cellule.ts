import { type Analyse, citer, lu, refuse } from '../analyse'
import { analyserJour } from '../dates'
import { analyserMontant } from '../money'
import { analyserHeures, analyserNombre, analyserPourcent, net } from '../nombres'
import { plier } from '../text'
import type { Ecriture, TypeDeColonne } from './colonne'

type Regle = Pick<Ecriture<never>, 'vide' | 'choix'>

/** What a cell's text is stored as; a term or a record that it names is found by the register. */
export type ValeurLue = string | number | null

const oui = new Set(['oui', 'o', 'x', 'vrai', 'true', '1'])
const non = new Set(['non', 'n', 'faux', 'false', '0'])

const parType: Record<'nombre' | 'montant' | 'heures' | 'pourcentage', (texte: string) => Analyse<number>> = {
  nombre: analyserNombre,
  montant: analyserMontant,
  heures: analyserHeures,
  pourcentage: analyserPourcent,
}

/** « =12+3,5 », « 120 + 80 - 10 »: terms of a sum, with their sign; undefined for anything else. */
function termesDeSomme(texte: string): string[] | undefined {
  const compact = texte.replace(/^=/u, '').replace(/[−–]/gu, '-')
  if (!/\d\s*[+-]\s*\d/u.test(compact) && !texte.startsWith('=')) return undefined
  const termes = compact.match(/[+-]?[^+-]+/gu)
  return termes?.join('') === compact ? termes : undefined
}

function analyserSomme(type: keyof typeof parType, texte: string): Analyse<number> {
  const termes = termesDeSomme(texte)
  if (!termes) return parType[type](texte)
  let total = 0
  for (const terme of termes) {
    const lecture = parType[type](terme.replace(/^[+-]/u, '').trim())
    if (!lecture.ok) return refuse(`${citer(texte)} n’est pas une somme de nombres.`)
    total += terme.startsWith('-') ? -lecture.valeur : lecture.valeur
  }
  return lu(net(total))
}

function choisir(choix: Readonly<Record<string, string>>, texte: string): Analyse<string> {
  const cherche = plier(texte)
  const trouve = Object.entries(choix).find(([libelle]) => plier(libelle) === cherche)
  if (trouve) return lu(trouve[1])
  return refuse(`${citer(texte)} n’est pas un choix possible : ${Object.keys(choix).join(', ')}.`)
}

function analyserBooleen(texte: string): Analyse<number> {
  const plie = plier(texte)
  if (oui.has(plie)) return lu(1)
  return non.has(plie) ? lu(0) : refuse(`${citer(texte)} n’est pas un oui ou un non.`)
}

/**
 * Reads a cell as typed or pasted, by the type of its column: French decimals and dates, sums of numbers, labels whatever
 * their case and accents. Texts are kept as they are: « =cmd|… » is a text like another. Amounts in cents, days
 * `AAAA-MM-JJ`, yes and no as 1 and 0; an empty cell is what the column says (`vide`), or refused.
 */
export function lireCellule(type: TypeDeColonne, { vide, choix }: Regle, brut: string): Analyse<ValeurLue> {
  const texte = brut.trim()
  if (texte === '') return vide === undefined ? refuse('Cette cellule ne peut pas être vide.') : lu(vide)
  if (choix) return choisir(choix, texte)
  if (type === 'jour') return analyserJour(texte)
  if (type === 'booleen') return analyserBooleen(texte)
  if (type === 'texte' || type === 'liste') return lu(texte.replace(/\s+/gu, ' '))
  return analyserSomme(type, texte)
}
