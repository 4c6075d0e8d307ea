import type { AffectationAffichee, AgentDeListe, LettreDAgent } from '../../../shared/domain/agent/agent.contract'
import { contratBientotFini } from '../../../shared/domain/agent/regles'
import { partiesLocales } from '../../../shared/dates'
import { attendSignature, libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { State } from '../../ui/state'
import { formatValeur } from '../../ui/format'
import type { Tone } from '../../ui/tone'

/** The day of this computer, `AAAA-MM-JJ`. */
export const aujourdhui = (): string => partiesLocales(new Date().toISOString()).jour

export const contratAVoir = ({ contratFinLe, statutCategorie }: AgentDeListe): boolean =>
  statutCategorie !== 'titulaire' && contratBientotFini(contratFinLe, aujourdhui())

function tonDeLettre(etat: LettreDAgent['etat']): Tone {
  if (etat === 'annulee') return 'neutre'
  if (etat === 'brouillon' || etat === 'enConcertation') return 'info'
  return attendSignature(etat) ? 'attention' : 'succes'
}

export const EtatDeLettre = ({ etat }: { etat: LettreDAgent['etat'] }) => (
  <State tone={tonDeLettre(etat)}>{libellesEtatLettre[etat]}</State>
)

/** « 1 123 h 12 », « 13 h 30/sem. », or nothing when they cannot be computed. */
export function heuresCourtes({ heuresDues }: AffectationAffichee): string {
  if (heuresDues === null) return ''
  const heures = formatValeur('heures', heuresDues.heures)
  return heuresDues.unite === 'semaine' ? `${heures}/sem.` : heures
}

/** Σ of quotités, in percent, as it is said: « 41,5 ETP ». */
export const enEtp = (quotites: number): string => `${formatValeur('nombre', quotites / 100)}\u00a0ETP`
