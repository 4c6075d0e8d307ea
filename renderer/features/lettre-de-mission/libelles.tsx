import type { Constat } from '../../../shared/constat'
import { formatJour, partiesLocales } from '../../../shared/dates'
import { estACorriger } from '../../../shared/domain/lettre-de-mission/a-corriger'
import { usages } from '../../../shared/domain/lettre-de-mission/controle'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { formatValeur } from '../../ui/format'
import { State } from '../../ui/state'

/** The day of this computer, `AAAA-MM-JJ`. */
export const aujourdhui = (): string => partiesLocales(new Date().toISOString()).jour

/** What the findings ask for: nothing, a look, a correction. */
export function Controle({ constats }: { constats: readonly Constat[] }) {
  const alertes = constats.filter(({ gravite }) => gravite === 'alerte').length
  if (estACorriger(constats)) return <State tone="erreur">À corriger</State>
  if (alertes > 0) return <State tone="attention">{compte(alertes, 'alerte')}</State>
  return <State tone="succes">Cohérente</State>
}

/** « Total = heures dues », « 4 h de moins », « 0 h 24 de trop, toléré » when the académie's tolerance lets it be. */
export function Ecart({ ecart, tolere }: { ecart: number | null; tolere: boolean }) {
  if (ecart === null) return <State tone="neutre">Heures non réparties</State>
  if (ecart === 0) return <State tone="succes">Total = heures dues</State>
  const ecrit = `${formatValeur('heures', Math.abs(ecart))} de ${ecart > 0 ? 'trop' : 'moins'}`
  return tolere ? <State tone="succes">{`${ecrit}, toléré`}</State> : <State tone="attention">{ecrit}</State>
}

/** How long a signature has been awaited. */
export const Attente = ({ jours }: { jours: number }) => (
  <State tone={jours > usages.delaiSignatureJours ? 'erreur' : 'attention'}>{compte(jours, 'jour')}</State>
)

/** When the year's report came, or is due. */
export function Rapport({ rapport }: { rapport: NonNullable<LettreListee['rapport']> }) {
  if (rapport.recuLe !== null) return <State tone="succes">{`reçu le ${formatJour(rapport.recuLe)}`}</State>
  const tard = rapport.attenduLe < aujourdhui()
  return <State tone={tard ? 'erreur' : 'attention'}>{`attendu le ${formatJour(rapport.attenduLe)}`}</State>
}

/** « 29 lettres et 1 avenant en préparation »: an avenant counts beside the letter that it will replace. */
export const lettresEtAvenants = (lettres: number, avenants: number): string =>
  `${compte(lettres, 'lettre')}${avenants === 0 ? '' : ` et ${compte(avenants, 'avenant')} en préparation`}`
