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

/** Column of the state of a letter, in the tables that speak of letters. */
export const colonneEtatLettre = {
  cle: 'etat',
  titre: 'État',
  type: 'etat',
  valeur: ({ etat }: { etat: EtatLettre }) => libellesEtatLettre[etat],
  valeurs: Object.values(libellesEtatLettre),
  rendu: ({ etat }: { etat: EtatLettre }) => <EtatDeLettre etat={etat} />,
} as const
