import { partiesLocales } from '../shared/dates'
import { auJour } from './ipc/au-jour'

/** The calendar day of this computer, or the earlier one that the window looks at, `AAAA-MM-JJ`. */
export const aujourdhui = (): string => auJour() ?? partiesLocales(new Date().toISOString()).jour
