import { attendSignature, libellesEtatLettre } from '../shared/domain/lettre-de-mission/etats'
import type { EtatLettre } from '../shared/domain/lettre-de-mission/lettre-de-mission'
import { State } from './ui/state'
import type { Tone } from './ui/tone'

function ton(etat: EtatLettre): Tone {
  if (etat === 'annulee') return 'neutre'
  if (etat === 'brouillon' || etat === 'enConcertation') return 'info'
  return attendSignature(etat) ? 'attention' : 'succes'
}

/** Where a letter stands, the same on every screen. */
export const EtatDeLettre = ({ etat }: { etat: EtatLettre }) => (
  <State tone={ton(etat)}>{libellesEtatLettre[etat]}</State>
)
