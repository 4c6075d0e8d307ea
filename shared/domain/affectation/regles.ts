import type { BornesAnnee } from '../../annee-scolaire'
import { AppError } from '../../app-error'
import type { Constat } from '../../constat'
import { formatJour } from '../../dates'
import type { Affectation } from './affectation'
import { heuresDues, type ServiceAgent } from './heures-dues'
import { controlerQuotites, depassements, type PartDeTemps } from './quotites'

/** What an affectation is judged with. */
export interface SituationDAffectation {
  annee: BornesAnnee & { id: string }
  /** The régime chosen; null while none is. */
  regime: ServiceAgent['regime'] | null
  /** Weekly teaching maximum of the agent's corps (ORS). */
  corpsOrsHebdo: number | null
  /** Label of the rôle, as it names this part of the service in a sentence. */
  role: string
  /** The agent's other services of the same year. */
  autres: readonly PartDeTemps[]
}

type AffectationSaisie = Pick<Affectation, 'quotite' | 'heuresEnseignementHebdo' | 'residenceId' | 'debutLe' | 'finLe'>

/** Everything the rules say of an affectation while it is typed; `bloquant` is refused by the register too. */
export function controlerAffectation(affectation: AffectationSaisie, situation: SituationDAffectation): Constat[] {
  const dates = controlerDates(affectation, situation.annee)
  const part = { ...affectation, libelle: situation.role }
  return [
    ...dates,
    ...constatHeures(affectation, situation),
    ...(dates.length === 0 ? controlerQuotites([part, ...situation.autres]) : []),
    ...constatResidence(affectation),
  ]
}

/** A service lies inside its school year, and ends after it begins. */
export function controlerDates({ debutLe, finLe }: BornesAnnee, annee: BornesAnnee & { id: string }): Constat[] {
  const bornes = `l’année ${annee.id} va du ${formatJour(annee.debutLe)} au ${formatJour(annee.finLe)}.`
  const bloquant = (regle: string, champ: string, message: string): Constat => ({
    regle,
    gravite: 'bloquant',
    message,
    champ,
  })
  if (finLe < debutLe) return [bloquant('affectation.ordre', 'finLe', 'La fin précède le début.')]
  return [
    ...(debutLe < annee.debutLe || debutLe > annee.finLe
      ? [bloquant('affectation.debut', 'debutLe', `Date hors de l’année scolaire\u00a0: ${bornes}`)]
      : []),
    ...(finLe > annee.finLe || finLe < annee.debutLe
      ? [bloquant('affectation.fin', 'finLe', `Date hors de l’année scolaire\u00a0: ${bornes}`)]
      : []),
  ]
}

/** The hours due with their calculation in words, or what is missing to compute them, under its own field. */
function constatHeures(
  { quotite, heuresEnseignementHebdo }: AffectationSaisie,
  { regime, corpsOrsHebdo }: SituationDAffectation,
): Constat[] {
  if (regime === null) return []
  try {
    const { explication } = heuresDues({ regime, quotite, corpsOrsHebdo, heuresEnseignementHebdo })
    return [{ regle: 'affectation.heuresDues', gravite: 'information', message: explication, champ: 'regimeId' }]
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [champ = 'regimeId'] = Object.keys(error.fields ?? {})
    // The corps is a field of the person, not of the service: its absence is said under the régime that needs it.
    const dansLeFormulaire = champ === 'corpsId' ? 'regimeId' : champ
    return [{ regle: 'affectation.heuresDues', gravite: 'alerte', message: error.message, champ: dansLeFormulaire }]
  }
}

function constatResidence({ residenceId }: AffectationSaisie): Constat[] {
  if (residenceId !== null) return []
  return [
    {
      regle: 'affectation.residence',
      gravite: 'alerte',
      message: 'Sans résidence administrative, la lettre de mission ne peut pas dire où l’agent est affecté.',
      champ: 'residenceId',
    },
  ]
}

/** Greatest sum of quotités held on a same day, in percent; 0 without a service. */
export const quotiteSimultanee = (parts: readonly PartDeTemps[]): number =>
  Math.max(0, ...depassements(parts, 0).map(({ total }) => total))
