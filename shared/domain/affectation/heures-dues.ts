import { AppError } from '../../app-error'
import { formatHeures, formatPourcent } from '../../nombres'
import { typographier } from '../../typographie'

/** What the hours due depend on; hours are decimal, the quotité is in percent. */
export interface ServiceAgent {
  /**
   * - `annuel`: `heures` a year at 100 % (1 404 en établissement, 1 607 en services académiques);
   * - `hebdomadaire`: the weekly maximum of the corps, or `heures` when the corps has none;
   * - `mixte`: `heures` a year at 100 %, less the share spent teaching.
   */
  regime: { categorie: 'annuel' | 'hebdomadaire' | 'mixte'; heures: number | null }
  quotite: number
  /** Weekly teaching maximum of the corps (ORS). */
  corpsOrsHebdo?: number | null
  /** Weekly hours in front of pupils that a full-time service holds; the mixed régime needs them. */
  heuresEnseignementHebdo?: number | null
}

/** How hours are said to be counted. */
export const unitesDHeures = { an: 'h/an', semaine: 'h/sem.' } as const

export interface HeuresDues {
  /** Decimal hours, rounded to the hundredth. */
  heures: number
  unite: 'an' | 'semaine'
  /** The calculation, as a French sentence. */
  explication: string
}

const auCentieme = (heures: number): number => Math.round(Number((heures * 100).toPrecision(12))) / 100

function manque(sentence: string, champ: string): AppError {
  const message = typographier(sentence)
  return new AppError('invalid', message, { fields: { [champ]: message } })
}

function heuresDuRegime({ regime }: ServiceAgent): number {
  if (regime.heures === null || regime.heures <= 0)
    throw manque('Ce régime de service n’a pas d’heures : complétez-le dans les paramètres.', 'regimeId')
  return regime.heures
}

function annuelles(service: ServiceAgent): HeuresDues {
  const base = heuresDuRegime(service)
  const heures = auCentieme((base * service.quotite) / 100)
  const explication = `${formatHeures(base)} par an × ${formatPourcent(service.quotite)} = ${formatHeures(heures)} par an.`
  return { heures, unite: 'an', explication }
}

function hebdomadaires(service: ServiceAgent): HeuresDues {
  const base = service.corpsOrsHebdo ?? heuresDuRegime(service)
  const heures = auCentieme((base * service.quotite) / 100)
  const explication = `${formatHeures(base)} par semaine × ${formatPourcent(service.quotite)} = ${formatHeures(heures)} par semaine.`
  return { heures, unite: 'semaine', explication }
}

function mixtes(service: ServiceAgent): HeuresDues {
  const base = heuresDuRegime(service)
  const { corpsOrsHebdo: ors, heuresEnseignementHebdo: enseignement, quotite } = service
  if (ors === undefined || ors === null || ors <= 0)
    throw manque(
      'Un service mixte se calcule sur le maximum hebdomadaire du corps : renseignez le corps de l’agent.',
      'corpsId',
    )
  if (enseignement === undefined || enseignement === null)
    throw manque('Un service mixte demande les heures hebdomadaires devant élèves.', 'heuresEnseignementHebdo')
  if (enseignement > ors)
    throw manque(
      `Les heures devant élèves (${formatHeures(enseignement)}) dépassent le maximum du corps (${formatHeures(ors)}).`,
      'heuresEnseignementHebdo',
    )
  const heures = auCentieme(((1 - enseignement / ors) * base * quotite) / 100)
  const part = `(1 − ${formatHeures(enseignement)} / ${formatHeures(ors)})`
  const calcul = `${part} × ${formatHeures(base)} × ${formatPourcent(quotite)} = ${formatHeures(heures)} par an hors enseignement.`
  return { heures, unite: 'an', explication: calcul }
}

/**
 * Hours that an agent owes, with the calculation in words. Source: metier.md § 1.3 (obligations de service and prorata
 * formula); every figure comes from the académie's own lists. Throws `invalid`, with the field, when one is missing.
 */
export function heuresDues(service: ServiceAgent): HeuresDues {
  if (!(service.quotite > 0 && service.quotite <= 100))
    throw manque('La quotité doit être supérieure à 0 et ne pas dépasser 100 %.', 'quotite')
  if (service.regime.categorie === 'annuel') return annuelles(service)
  return service.regime.categorie === 'hebdomadaire' ? hebdomadaires(service) : mixtes(service)
}
