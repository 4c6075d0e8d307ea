import { bornesAnneeScolaire } from '../../annee-scolaire'
import { type Constat, constater, type Gravite } from '../../constat'
import { formatJour, joursEntre } from '../../dates'
import { compte, formatHeures } from '../../nombres'
import type { Civilite } from '../agent/agent'
import { controlerQuotites, type PartDeTemps } from '../affectation/quotites'
import { attendSignature } from './etats'
import { type AutrePartFse, controlerPartsFse, type PartFse } from './regles-fse'
import type { EtatLettre, LettreDeMission } from './lettre-de-mission'

/** A letter and what surrounds it, as the rules need it: plain facts, no wording. */
export interface LettreAControler {
  agent: { civilite: Civilite | null }
  anneeId: string
  etat: EtatLettre
  heuresDues: number
  /** Unit of `heuresDues` and of the hours by domain: a week for the hebdomadaire régime, a year otherwise. */
  uniteHeures: 'an' | 'semaine'
  dateEffetLe: string
  finLe: string
  etablieLe: string | null
  envoyeeLe: string | null
  residenceId: string | null
  /** Decimal hours by domaine or axe, in `uniteHeures`. */
  heuresDomaines: readonly number[]
  nombreEtablissements: number
  nature: LettreDeMission['nature']
  /** `agent`: signs for themself. */
  signataires: readonly { qualite: string; agent: boolean; signeLe: string | null }[]
  partsFse: readonly PartFse[]
  /** Shares given by the agent's other active letters, of any year. */
  autresPartsFse: readonly AutrePartFse[]
  /** This letter's quotité and those of the agent's other active letters of the year. */
  quotites: readonly PartDeTemps[]
  /** Other active letters of the same agent, year and rôle; an avenant's own earlier version is not one of them. */
  autresActives: number
}

/** What the académie decides; every default lives in its settings. */
export interface ParametresLettre {
  /** Accepted gap between Σ hours by domain and hours due, in hours a year. */
  toleranceHeures: number
  /** Teaching weeks of a year, to bring the tolerance to a week. */
  semainesParAn: number
  /** Days after which a letter still unsigned is pointed out. */
  delaiSignatureJours: number
  /** Today, `AAAA-MM-JJ`. */
  aujourdhui: string
}

const constat = (regle: string, gravite: Gravite, message: string, champ: string): Constat =>
  constater(`lettre.${regle}`, gravite, message, champ)

/**
 * Σ hours by domain − hours due, in `unite`, and whether the académie's tolerance (hours a year) lets it be: the one rule
 * of the findings and of the counter of services.
 */
export function ecartDHeures(
  { reparties, dues, unite }: { reparties: number; dues: number; unite: 'an' | 'semaine' },
  { toleranceHeures, semainesParAn }: Pick<ParametresLettre, 'toleranceHeures' | 'semainesParAn'>,
): { ecart: number; tolere: boolean } {
  const ecart = Number((reparties - dues).toFixed(4))
  return { ecart, tolere: Math.abs(ecart) <= (unite === 'an' ? toleranceHeures : toleranceHeures / semainesParAn) }
}

/** True when the findings on a letter say that its hours do not add up, tolerance deducted. */
export const ecartSignale = (constats: readonly Constat[]): boolean =>
  constats.some(({ regle }) => regle === 'lettre.heures')

/** Σ hours by domain = hours due, within the tolerance; a letter without any hours by domain is fine: they are indicative. */
function controlerHeures(lettre: LettreAControler, parametres: ParametresLettre): Constat[] {
  if (lettre.heuresDomaines.length === 0) return []
  const somme = lettre.heuresDomaines.reduce((total, heures) => total + heures, 0)
  const { heuresDues: dues, uniteHeures: unite } = lettre
  const { ecart, tolere } = ecartDHeures({ reparties: somme, dues, unite }, parametres)
  if (tolere) return []
  const sens = ecart > 0 ? 'de trop' : 'de moins'
  const message =
    `La répartition fait ${formatHeures(somme)} pour ${formatHeures(lettre.heuresDues)} dues par ${lettre.uniteHeures} : ` +
    `${formatHeures(Math.abs(ecart))} ${sens}.`
  return [constat('heures', 'alerte', message, 'domaines')]
}

function controlerDates({ anneeId, dateEffetLe, finLe }: LettreAControler): Constat[] {
  const { debutLe, finLe: dernierLe } = bornesAnneeScolaire(anneeId)
  if (finLe < dateEffetLe)
    return [
      constat(
        'dates',
        'bloquant',
        `La lettre finit le ${formatJour(finLe)}, avant son effet du ${formatJour(dateEffetLe)}.`,
        'finLe',
      ),
    ]
  const hors = (champ: string, jour: string): Constat[] =>
    jour >= debutLe && jour <= dernierLe
      ? []
      : [constat('dates', 'bloquant', `Le ${formatJour(jour)} n’est pas dans l’année scolaire ${anneeId}.`, champ)]
  return [...hors('dateEffetLe', dateEffetLe), ...hors('finLe', finLe)]
}

function controlerSignatures(
  lettre: LettreAControler,
  { aujourdhui, delaiSignatureJours }: ParametresLettre,
): Constat[] {
  const { etablieLe, envoyeeLe, etat, signataires } = lettre
  const constats = signataires.flatMap(({ qualite, signeLe }) => {
    if (signeLe !== null && etablieLe !== null && signeLe < etablieLe)
      return [
        constat(
          'signatureAvantLettre',
          'bloquant',
          `« ${qualite} » a signé le ${formatJour(signeLe)}, avant la lettre du ${formatJour(etablieLe)}.`,
          'signataires',
        ),
      ]
    if (signeLe !== null && signeLe > aujourdhui)
      return [
        constat(
          'signatureFuture',
          'alerte',
          `La signature de « ${qualite} » est datée du ${formatJour(signeLe)}, un jour à venir.`,
          'signataires',
        ),
      ]
    return []
  })
  const attendus = signataires.filter(({ signeLe }) => signeLe === null)
  const attente = envoyeeLe === null ? 0 : joursEntre(envoyeeLe, aujourdhui)
  if (!attendSignature(etat) || attendus.length === 0 || attente <= delaiSignatureJours) return constats
  const qui = attendus.map(({ qualite }) => `« ${qualite} »`).join(', ')
  return [
    ...constats,
    constat(
      'signatureEnAttente',
      'alerte',
      `Envoyée depuis ${compte(attente, 'jour')}, la lettre attend la signature de ${qui}.`,
      'signataires',
    ),
  ]
}

function controlerMentions(lettre: LettreAControler): Constat[] {
  const autres = compte(lettre.autresActives, 'autre lettre active', 'autres lettres actives')
  const constats: Constat[] = []
  if (lettre.nombreEtablissements === 0)
    constats.push(
      constat(
        'etablissement',
        'bloquant',
        'La lettre ne cite aucun établissement d’intervention : ajoutez-en au moins un.',
        'etablissements',
      ),
    )
  if (lettre.autresActives > 0)
    constats.push(constat('unique', 'bloquant', `L’agent a déjà ${autres} pour ce rôle et cette année.`, 'roleId'))
  if (lettre.residenceId === null)
    constats.push(constat('residence', 'alerte', 'La résidence administrative manque.', 'residenceId'))
  if (lettre.etablieLe === null && attendSignature(lettre.etat))
    constats.push(constat('date', 'alerte', 'La lettre est à la signature sans être datée.', 'etablieLe'))
  if (lettre.agent.civilite === null)
    constats.push(
      constat(
        'civilite',
        'information',
        'La civilité de l’agent n’est pas connue : la lettre emploie les deux genres.',
        'civilite',
      ),
    )
  return constats
}

/**
 * Everything the rules have to say about a letter, the gravest first. Source: metier.md § 3.4 « Contrôles », § 14
 * « Invariants »; fse.md § 7 for the FSE share (`regles-fse.ts`).
 */
export function controlerLettre(lettre: LettreAControler, parametres: ParametresLettre): Constat[] {
  const constats = [
    ...controlerMentions(lettre),
    ...controlerDates(lettre),
    ...controlerHeures(lettre, parametres),
    ...controlerQuotites(lettre.quotites),
    ...controlerSignatures(lettre, parametres),
    ...controlerPartsFse(lettre.partsFse, lettre, parametres.aujourdhui),
  ]
  const rang = { bloquant: 0, alerte: 1, information: 2 }
  return constats.sort((a, b) => rang[a.gravite] - rang[b.gravite])
}
