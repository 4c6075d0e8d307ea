import { type Constat, constater, type Gravite } from '../../constat'
import { formatJour, joursEntre } from '../../dates'
import { compte, formatPourcent } from '../../nombres'
import { intersection } from '../../periodes'
import { depassements } from '../affectation/quotites'

/** Share of the working time that a letter gives to an FSE operation: fixed, per month, in percent. */
export interface PartFse {
  /** « 202403127 – Persévérance », as findings name it. */
  operation: string
  pourcentage: number
  debutLe: string
  finLe: string
  missions: string
  accepteeLe: string | null
}

/** The letter's own dates. */
interface LettrePorteuse {
  dateEffetLe: string
  finLe: string
  signataires: readonly { signeLe: string | null }[]
}

const constat = (regle: string, gravite: Gravite, message: string): Constat =>
  constater(regle, gravite, message, 'partsFse')

/** Day on which the last of the signatures was given, null while one is missing. */
function signatureComplete(signataires: LettrePorteuse['signataires']): string | null {
  const jours = signataires.map(({ signeLe }) => signeLe)
  return jours.every((jour) => jour !== null) ? (jours.sort().at(-1) ?? null) : null
}

function controlerPart(part: PartFse, { dateEffetLe, finLe, signataires }: LettrePorteuse): Constat[] {
  const { operation, debutLe } = part
  const constats: Constat[] = []
  if (part.missions.trim() === '')
    constats.push(
      constat('L03', 'bloquant', `Les missions exercées au titre de l’opération ${operation} ne sont pas décrites.`),
    )
  if (part.accepteeLe === null)
    constats.push(
      constat(
        'L05',
        'alerte',
        `L’acceptation de la lettre par le service gestionnaire de l’opération ${operation} n’est pas datée.`,
      ),
    )
  const commune = intersection(part, { debutLe: dateEffetLe, finLe })
  if (commune?.debutLe !== debutLe || commune.finLe !== part.finLe)
    constats.push(
      constat('L10', 'alerte', `La période affectée à l’opération ${operation} déborde de celle de la lettre.`),
    )
  const signeeLe = signatureComplete(signataires)
  const retard = signeeLe === null ? 0 : joursEntre(debutLe, signeeLe)
  if (retard > 0)
    constats.push(
      constat(
        'L07',
        'alerte',
        `La lettre a été signée ${compte(retard, 'jour')} après le début de l’affectation à l’opération ${operation}.`,
      ),
    )
  return constats
}

/**
 * Findings on the FSE shares of a letter: missions described (L03), Σ ≤ 100 % at every moment (L04), accepted by the
 * service gestionnaire (L05), signed before the period starts (L07), inside the letter's period (L10). Source: fse.md § 4.3, § 7.
 */
export function controlerPartsFse(parts: readonly PartFse[], lettre: LettrePorteuse): Constat[] {
  const enTrop = depassements(parts.map((part) => ({ ...part, quotite: part.pourcentage, libelle: part.operation })))
  const sommes = enTrop.map(({ debutLe, finLe, total }) =>
    constat(
      'L04',
      'bloquant',
      `Du ${formatJour(debutLe)} au ${formatJour(finLe)}, les parts FSE font ${formatPourcent(total)} du temps de travail.`,
    ),
  )
  return [...parts.flatMap((part) => controlerPart(part, lettre)), ...sommes]
}
