import type { Analyse } from '../../../shared/analyse'
import { analyserJour, formatJour } from '../../../shared/dates'
import { elements } from '../../../shared/liste/colonne'
import type { Condition, Operateur } from '../../../shared/liste/filtre'
import { operateursDuType } from '../../../shared/liste/filtre'
import type { PeriodeRelative } from '../../../shared/liste/periode-relative'
import type { Value } from '../format'
import type { Input } from './cell-input'
import { editedText, readCell } from './cell-input'
import type { Column } from './column'
import { columnType } from './column'
import { filterType } from './filter'

/** How an operator reads in the menu, by itself. */
export const operatorWords: Record<Operateur, string> = {
  contient: 'contient',
  neContientPas: 'ne contient pas',
  commencePar: 'commence par',
  egal: 'est exactement',
  '=': 'est égal à',
  '≠': 'est différent de',
  '<': 'est inférieur à',
  '≤': 'est au plus',
  '>': 'est supérieur à',
  '≥': 'est au moins',
  entre: 'est entre',
  le: 'est le',
  avant: 'est avant le',
  apres: 'est après le',
  entreJours: 'est entre le',
  periode: 'est dans la période',
  parmi: 'est parmi',
  aucunDe: 'n’est aucun de',
  oui: 'oui',
  non: 'non',
  vide: 'est vide',
  nonVide: 'n’est pas vide',
}

export const operatorsOf = <Row>(column: Column<Row>): readonly Operateur[] => operateursDuType[filterType(column)]

/** What the fields of a condition hold while it is typed. */
export interface Draft {
  readonly op: Operateur
  readonly first: string
  readonly second: string
  readonly values: readonly string[]
  readonly period: PeriodeRelative
}

const numberInput = <Row>(column: Column<Row>): Input => {
  const type = columnType(column)
  return { genre: type === 'montant' || type === 'heures' || type === 'pourcentage' ? type : 'nombre' }
}

/** The fields filled with a condition, or ready for a new one. */
export function draftOf<Row>(column: Column<Row>, condition: Condition | undefined): Draft {
  const operators = operatorsOf(column)
  const [first = 'contient'] = operators
  const blank: Draft = { op: first, first: '', second: '', values: [], period: { dansLes: 30 } }
  // Begun on a number or a day: its operator is that of a text.
  if (!condition || !operators.includes(condition.op)) return blank
  const written = (value: number): string => editedText(numberInput(column), value, '')
  const draft = { ...blank, op: condition.op }
  if ('valeurs' in condition) return { ...draft, values: condition.valeurs }
  if ('periode' in condition) return { ...draft, period: condition.periode }
  if (condition.op === 'entre') return { ...draft, first: written(condition.debut), second: written(condition.fin) }
  if (condition.op === 'entreJours')
    return { ...draft, first: formatJour(condition.debut), second: formatJour(condition.fin) }
  if ('jour' in condition) return { ...draft, first: formatJour(condition.jour) }
  if ('valeur' in condition)
    return { ...draft, first: typeof condition.valeur === 'number' ? written(condition.valeur) : condition.valeur }
  return draft
}

/** Reads the fields; undefined when they are still empty: no condition yet. */
export function readDraft<Row>(column: Column<Row>, draft: Draft): Analyse<Condition> | undefined {
  const colonne = column.cle
  const { op, first, second } = draft
  const done = (valeur: Condition): Analyse<Condition> => ({ ok: true, valeur })
  const number = (texte: string): Analyse<number> => readCell({ input: numberInput(column) }, texte) as Analyse<number>
  switch (op) {
    case 'oui':
    case 'non':
    case 'vide':
    case 'nonVide':
      return done({ colonne, op })
    case 'parmi':
    case 'aucunDe':
      return draft.values.length === 0 ? undefined : done({ colonne, op, valeurs: [...draft.values] })
    case 'periode':
      return done({ colonne, op, periode: draft.period })
    case 'contient':
    case 'neContientPas':
    case 'commencePar':
    case 'egal':
      return first.trim() === '' ? undefined : done({ colonne, op, valeur: first.trim() })
    case 'entre':
    case 'entreJours': {
      if (first.trim() === '' || second.trim() === '') return undefined
      return op === 'entre'
        ? both(number(first), number(second), (debut, fin) => ({ colonne, op, debut, fin }))
        : both(analyserJour(first), analyserJour(second), (debut, fin) => ({ colonne, op, debut, fin }))
    }
    case 'le':
    case 'avant':
    case 'apres': {
      if (first.trim() === '') return undefined
      const jour = analyserJour(first)
      return jour.ok ? done({ colonne, op, jour: jour.valeur }) : jour
    }
    default: {
      if (first.trim() === '') return undefined
      const valeur = number(first)
      return valeur.ok ? done({ colonne, op, valeur: valeur.valeur }) : valeur
    }
  }
}

/** Bounds in whichever order they were typed. */
function both<T extends string | number>(
  a: Analyse<T>,
  b: Analyse<T>,
  make: (debut: T, fin: T) => Condition,
): Analyse<Condition> {
  if (!a.ok) return a
  if (!b.ok) return b
  return { ok: true, valeur: a.valeur <= b.valeur ? make(a.valeur, b.valeur) : make(b.valeur, a.valeur) }
}

/** The condition that keeps the rows whose cell holds the same value. */
export function sameAs<Row>(column: Column<Row>, value: Value): Condition {
  const colonne = column.cle
  const type = filterType(column)
  if (value === null || value === undefined || value === '') return { colonne, op: type === 'booleen' ? 'non' : 'vide' }
  if (type === 'booleen') return { colonne, op: value === true || value === 1 ? 'oui' : 'non' }
  if (type === 'jour') return { colonne, op: 'le', jour: String(value) }
  if (typeof value === 'number' && type !== 'liste') return { colonne, op: '=', valeur: value }
  return { colonne, op: 'parmi', valeurs: [...elements(column.separateur, value)] }
}
