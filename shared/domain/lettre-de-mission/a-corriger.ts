import { type Constat, estBloque } from '../../constat'

/** Rule of the finding that a field of the letter's text is empty, and that its sentence is therefore not printed. */
export const regleChampVide = 'lettre.champVide'

/** True when a sentence of the letter's text is left out for want of a value. */
export const aUnChampVide = (constats: readonly Constat[]): boolean =>
  constats.some(({ regle }) => regle === regleChampVide)

/**
 * Why a letter is « à corriger », the same wherever it is counted (lists, PDF, Word, sending): a blocking finding, which
 * keeps it from being sent, or else an empty field of its text. Undefined when it is not.
 */
export const motifDeCorrection = (constats: readonly Constat[]): Constat | undefined =>
  constats.find(({ gravite }) => gravite === 'bloquant') ?? constats.find(({ regle }) => regle === regleChampVide)

export const estACorriger = (constats: readonly Constat[]): boolean => estBloque(constats) || aUnChampVide(constats)
