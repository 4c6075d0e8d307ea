import type { AffectationAffichee, AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { contratBientotFini } from '../../../shared/domain/agent/regles'
import { partiesLocales } from '../../../shared/dates'
import { formatValeur, heuresCourtes } from '../../ui/format'

/** The day of this computer, `AAAA-MM-JJ`. */
export const aujourdhui = (): string => partiesLocales(new Date().toISOString()).jour

export const contratAVoir = ({ contratFinLe, statutCategorie }: AgentDeListe): boolean =>
  statutCategorie !== 'titulaire' && contratBientotFini(contratFinLe, aujourdhui())

/** « 1 123 h 12 », « 13 h 30/sem. », or nothing when they cannot be computed. */
export const heuresDuService = ({ heuresDues }: AffectationAffichee): string =>
  heuresDues === null ? '' : heuresCourtes(heuresDues.heures, heuresDues.unite)

/** Σ of quotités, in percent, as it is said: « 41,5 ETP ». */
export const enEtp = (quotites: number): string => `${formatValeur('nombre', quotites / 100)}\u00a0ETP`
