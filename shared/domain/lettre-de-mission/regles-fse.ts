import { type Constat, constater, type Gravite } from '../../constat'
import { ajouterJours, ajouterMois, finDeMois, formatJour, joursEntre } from '../../dates'
import { compte, formatPourcent } from '../../nombres'
import { couvre, intersection } from '../../periodes'
import { enumerer } from '../../text'
import { depassements } from '../affectation/quotites'
import { attendSignature, estFigee } from './etats'
import type { EtatLettre, LettreDeMission } from './lettre-de-mission'

/** A share of an agent's working time given to an operation by another of their letters. */
export interface AutrePartFse {
  operationId: string
  /** « 202403127 – Persévérance », as findings name it. */
  operation: string
  pourcentage: number
  debutLe: string
  finLe: string
}

/** Share of the working time that a letter gives to an FSE operation: fixed, per month, in percent. */
export interface PartFse extends AutrePartFse {
  missions: string
  accepteeLe: string | null
  /** The period of the operation's realisation. */
  operationDebutLe: string
  operationFinLe: string
  /** The operation is over: its final bilan is being made, or is made. */
  operationTerminee: boolean
  /** The operation's financial annex lists agents, and not this one. */
  horsAnnexe: boolean
}

/** The letter that carries the shares. */
interface LettrePorteuse {
  nature: LettreDeMission['nature']
  etat: EtatLettre
  dateEffetLe: string
  finLe: string
  /** `agent`: signs for themself; the others sign for the employer. */
  signataires: readonly { qualite: string; agent: boolean; signeLe: string | null }[]
  /** Shares given by the agent's other active letters, of any year. */
  autresPartsFse: readonly AutrePartFse[]
}

/** Usage: the renewal of a letter is asked for two months before its end (fse.md § 4.3). */
const preavisJours = 60
/** The final bilan is due six months after the end of the operation (fse.md § 2.4, S13). */
const moisPourLeBilan = 6

const constat = (regle: string, gravite: Gravite, message: string): Constat =>
  constater(regle, gravite, message, 'partsFse')

/** Day on which the last of the signatures was given, null while one is missing. */
function signatureComplete(signataires: LettrePorteuse['signataires']): string | null {
  const jours = signataires.map(({ signeLe }) => signeLe)
  return jours.every((jour) => jour !== null) ? (jours.sort().at(-1) ?? null) : null
}

/** L03: what the operation's work is. */
const controlerMissions = ({ missions, operation }: PartFse): Constat[] =>
  missions.trim() === ''
    ? [constat('L03', 'bloquant', `Les missions exercées au titre de l’opération ${operation} ne sont pas décrites.`)]
    : []

/** L05, L15: accepted by the service gestionnaire; an avenant or a replacement is to be accepted again. */
function controlerAcceptation(
  { accepteeLe, operation, operationTerminee }: PartFse,
  { nature }: LettrePorteuse,
): Constat[] {
  if (accepteeLe !== null) return []
  const gravite = operationTerminee ? 'bloquant' : 'alerte'
  if (nature !== 'initiale')
    return [
      constat(
        'L15',
        gravite,
        `La lettre est modifiée : le service gestionnaire de l’opération ${operation} doit l’accepter de nouveau.`,
      ),
    ]
  return [
    constat(
      'L05',
      gravite,
      `L’acceptation de la lettre par le service gestionnaire de l’opération ${operation} n’est pas datée.`,
    ),
  ]
}

/** L16: the agent is on the list of the financial annex, when there is one. */
const controlerAnnexe = ({ operation, horsAnnexe }: PartFse): Constat[] =>
  horsAnnexe
    ? [constat('L16', 'alerte', `L’agent n’est pas dans l’annexe financière de l’opération ${operation}.`)]
    : []

/** L10: whole months, inside the letter and the operation; what overflows is to be prorated or left out. */
function controlerPeriode(part: PartFse, { dateEffetLe, finLe }: LettrePorteuse): Constat[] {
  const { operation, debutLe, operationDebutLe, operationFinLe } = part
  const deborde = (periode: { debutLe: string; finLe: string }): boolean => {
    const commune = intersection(part, periode)
    return commune?.debutLe !== debutLe || commune.finLe !== part.finLe
  }
  const alerte = (message: string): Constat => constat('L10', 'alerte', message)
  const entier = debutLe.endsWith('-01') && part.finLe === finDeMois(part.finLe)
  return [
    ...(deborde({ debutLe: dateEffetLe, finLe })
      ? [alerte(`La période affectée à l’opération ${operation} déborde de celle de la lettre.`)]
      : []),
    ...(deborde({ debutLe: operationDebutLe, finLe: operationFinLe })
      ? [
          alerte(
            `La période affectée à l’opération ${operation} déborde de sa réalisation, du ${formatJour(operationDebutLe)} au ${formatJour(operationFinLe)}.`,
          ),
        ]
      : []),
    ...(entier
      ? []
      : [
          alerte(
            `L’affectation à l’opération ${operation} ne couvre pas des mois entiers : le mois entamé est à proratiser ou à exclure.`,
          ),
        ]),
  ]
}

/** L06, L07: both sides sign, before the period begins; after the final bilan is due it is too late. */
function controlerSignatures(
  { debutLe, operation, operationFinLe }: PartFse,
  lettre: LettrePorteuse,
  aujourdhui: string,
): Constat[] {
  const { etat, signataires } = lettre
  const signeeLe = signatureComplete(signataires)
  const parties = [
    signataires.some(({ agent }) => agent) ? '' : 'l’agent',
    signataires.some(({ agent }) => !agent) ? '' : 'l’employeur',
  ].filter((partie) => partie !== '')
  if (parties.length > 0)
    return [
      constat(
        'L06',
        'bloquant',
        `La lettre ne prévoit pas la signature de ${enumerer(parties)}, que l’opération ${operation} demande.`,
      ),
    ]
  if (signeeLe === null) {
    const manquent = signataires
      .filter((signataire) => signataire.signeLe === null)
      .map(({ qualite }) => `« ${qualite} »`)
    const attendue = (attendSignature(etat) || estFigee(etat)) && debutLe <= aujourdhui
    return attendue
      ? [
          constat(
            'L06',
            'bloquant',
            `L’affectation à l’opération ${operation} a commencé le ${formatJour(debutLe)} sans la signature de ${enumerer(manquent)}.`,
          ),
        ]
      : []
  }
  const limite = ajouterMois(operationFinLe, moisPourLeBilan)
  if (signeeLe > limite)
    return [
      constat(
        'L07',
        'bloquant',
        `La lettre a été signée le ${formatJour(signeeLe)}, après la date limite du bilan final de l’opération ${operation} (${formatJour(limite)}).`,
      ),
    ]
  const retard = joursEntre(debutLe, signeeLe)
  return retard <= 0
    ? []
    : [
        constat(
          'L07',
          'alerte',
          `La lettre a été signée ${compte(retard, 'jour')} après le début de l’affectation à l’opération ${operation}.`,
        ),
      ]
}

/** L04: the shares of all the agent's letters add up to 100 % at most, month after month. */
function controlerSomme(parts: readonly PartFse[], { autresPartsFse }: LettrePorteuse): Constat[] {
  const toutes = [...parts, ...autresPartsFse]
  const enTrop = depassements(toutes.map((part) => ({ ...part, quotite: part.pourcentage, libelle: part.operation })))
  return enTrop
    .filter((periode) => parts.some((part) => intersection(part, periode) !== undefined))
    .map(({ debutLe, finLe, total }) =>
      constat(
        'L04',
        'bloquant',
        `Du ${formatJour(debutLe)} au ${formatJour(finLe)}, les parts FSE font ${formatPourcent(total)} du temps de travail.`,
      ),
    )
}

/** L09: one share an operation, the same every month: another one asks for another version of the letter. */
function controlerConstance(parts: readonly PartFse[]): Constat[] {
  const operations = [...new Set(parts.map(({ operationId }) => operationId))]
  return operations.flatMap((operationId) => {
    const memes = parts.filter((part) => part.operationId === operationId)
    const pourcentages = [...new Set(memes.map(({ pourcentage }) => formatPourcent(pourcentage)))]
    const [premiere] = memes
    return pourcentages.length < 2 || premiere === undefined
      ? []
      : [
          constat(
            'L09',
            'bloquant',
            `La part de l’opération ${premiere.operation} varie dans la même lettre (${enumerer(pourcentages)}) : un changement demande un avenant.`,
          ),
        ]
  })
}

/** L14: the operation goes on after the letter, and nothing covers the next day. */
function controlerSuite(part: PartFse, { finLe, autresPartsFse }: LettrePorteuse, aujourdhui: string): Constat[] {
  const { operation, operationId, operationFinLe } = part
  const lendemain = ajouterJours(finLe, 1)
  const reste = joursEntre(aujourdhui, finLe)
  if (part.finLe < finLe || operationFinLe < lendemain || reste < 0 || reste > preavisJours) return []
  if (autresPartsFse.some((autre) => autre.operationId === operationId && couvre(autre, lendemain))) return []
  return [
    constat(
      'L14',
      'alerte',
      `La lettre finit dans ${compte(reste, 'jour')} et aucune autre ne couvre l’opération ${operation} à partir du ${formatJour(lendemain)}.`,
    ),
  ]
}

/**
 * Findings on the FSE shares of a letter; source: fse.md § 4.3 and § 7. Of the rules L01 to L16, these are about the letter
 * itself: L03 (missions), L04 (Σ ≤ 100 % over all the agent's letters), L05 (acceptance; blocking once the operation is over),
 * L06 (both signatures), L07 (signed before the period, with both severities), L09 (one share for every month), L10 (whole months inside
 * the letter and the operation), L14 (renewal, September), L15 (accepted again once modified), L16 (agent listed by the
 * financial annex).
 *
 * The six others cannot be decided from letters, because one of their two terms is not in the register. L01 and L02 judge a
 * line of personnel expense (does a letter cover its month; is its share the letter's): operations hold a plan by poste,
 * not a line per agent and month; of L01, `fse/annexe.ts` says the agents of the annex whom no letter names. L08 needs the timesheet that would contradict the letter; L11 the payslips and absences;
 * L12 the monthly cost; L13 the amount in which share and quotité would both be counted. What a letter itself could get
 * wrong of L13, its indicative hours, is computed once from the hours due, which hold the quotité (`heuresDePart`).
 */
export function controlerPartsFse(parts: readonly PartFse[], lettre: LettrePorteuse, aujourdhui: string): Constat[] {
  return [
    ...parts.flatMap((part) => [
      ...controlerMissions(part),
      ...controlerAcceptation(part, lettre),
      ...controlerPeriode(part, lettre),
      ...controlerSignatures(part, lettre, aujourdhui),
      ...controlerSuite(part, lettre, aujourdhui),
      ...controlerAnnexe(part),
    ]),
    ...controlerSomme(parts, lettre),
    ...controlerConstance(parts),
  ]
}
