import { partiesLocales } from '../shared/dates'

/** The calendar day of this computer, `AAAA-MM-JJ`. */
export const aujourdhui = (): string => partiesLocales(new Date().toISOString()).jour
