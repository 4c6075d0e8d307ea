import type { BornesAnnee } from '../../annee-scolaire'
import { AppError } from '../../app-error'
import { ajouterJours, formatJour } from '../../dates'
import { compte, formatHeures, formatPourcent } from '../../nombres'
import { enumerer, nomAffiche } from '../../text'
import { typographier } from '../../typographie'
import { aUnContrat, contratFiniAvant } from '../agent/regles'
import type { NouvelleLettre } from '../lettre-de-mission/creation'
import { comparerLettres } from '../lettre-de-mission/comparaison'
import type { Difference } from '../lettre-de-mission/difference'
import { type Contenu, type DossierLettre, heuresReparties } from '../lettre-de-mission/dossier'
import { estFigee } from '../lettre-de-mission/etats'
import { adapterAuService } from './adaptation'
import { type AgentSansLettre, libellesRaison } from './campagne'
import { type CadreDeReconduction, ecrireNouvelle, reconduireLettre } from './reconduction'
import { cleDe, type ContratDeCampagne, type ServiceDeCampagne, servicesDuJour, simultanesDe } from './service'

/**
 * - `reconduite`, `modifiee`, `nouvelle`: a letter to write for a service that has none;
 * - `correction`, `avenant`: the letter no longer says what its service says (a draft is corrected, a signed one amended);
 * - `aJour`: the letter is there and says what its service says;
 * - `aExpliquer`: a letter last year, no service this year, and nobody said why;
 * - `sansObjet`: no letter, and the reason;
 * - `empechee`: a service whose letter cannot be written, and what is missing;
 * - `orpheline`: a letter of the year without a service.
 */
export const genresProposition = [
  'modifiee',
  'nouvelle',
  'reconduite',
  'correction',
  'avenant',
  'empechee',
  'aExpliquer',
  'orpheline',
  'sansObjet',
  'aJour',
] as const
export type GenreProposition = (typeof genresProposition)[number]

/** What the screen and the terminal call each kind. */
export const libellesGenre: Record<GenreProposition, string> = {
  modifiee: 'Modifiée',
  nouvelle: 'Nouvelle',
  reconduite: 'Reconduite',
  correction: 'Brouillon à corriger',
  avenant: 'Avenant à préparer',
  empechee: 'À compléter',
  aExpliquer: 'À expliquer',
  orpheline: 'Sans affectation',
  sansObjet: 'Sans lettre',
  aJour: 'À jour',
}

/** Kinds that « Accepter » writes. */
export const acceptables: ReadonlySet<GenreProposition> = new Set([
  'modifiee',
  'nouvelle',
  'reconduite',
  'correction',
  'avenant',
])

/** What the campaign says of one agent in one rôle. */
export interface Decision {
  cle: string
  agentId: string
  roleId: string
  genre: GenreProposition
  service: ServiceDeCampagne | null
  precedente: DossierLettre | null
  actuelle: DossierLettre | null
  /** The text proposed, ready to be written or compared; null when there is none. */
  proposee: NouvelleLettre | null
  contenu: Contenu | null
  differences: Difference[]
  /** Why no letter, what is missing, or whose perimeter was taken up; '' when nothing needs saying. */
  raison: string
}

export interface FaitsDeCampagne {
  annee: BornesAnnee & { id: string }
  aujourdhui: string
  services: readonly ServiceDeCampagne[]
  /** Active letters of the year before. */
  precedentes: readonly DossierLettre[]
  /** Letters of the year in force or in preparation; cancelled and replaced ones left out. */
  actuelles: readonly DossierLettre[]
  raisons: readonly AgentSansLettre[]
  /** By agent. */
  contrats: ReadonlyMap<string, ContratDeCampagne>
  cadreDe: (service: ServiceDeCampagne) => CadreDeReconduction
  /** Gives a text not yet written its names. */
  habiller: (nouvelle: NouvelleLettre) => Contenu
}

/** Today inside the year, otherwise its first day: a campaign is prepared before the year begins. */
const jourDeCampagne = ({ annee, aujourdhui }: FaitsDeCampagne): string =>
  aujourdhui >= annee.debutLe && aujourdhui <= annee.finLe ? aujourdhui : annee.debutLe

/** Everything that a campaign proposes or asks to explain, one decision per agent and rôle. */
export function planifierCampagne(faits: FaitsDeCampagne): Decision[] {
  const services = servicesDuJour(faits.services, jourDeCampagne(faits))
  const servis = new Set(services.map(({ affectation }) => cleDe(affectation)))
  const actuelles = enVigueurOuEnPreparation(faits.actuelles)
  const precedentes = new Map(faits.precedentes.map((dossier) => [cleDe(dossier.lettre), dossier]))
  const vus = new Set([...servis, ...actuelles.keys()])
  return [
    ...services.map((service) => {
      const cle = cleDe(service.affectation)
      return deciderService(faits, service, precedentes.get(cle) ?? null, actuelles.get(cle) ?? null, servis)
    }),
    ...[...actuelles].flatMap(([cle, actuelle]) =>
      servis.has(cle) ? [] : [orpheline(actuelle, precedentes.get(cle))],
    ),
    ...faits.precedentes.flatMap((precedente) =>
      vus.has(cleDe(precedente.lettre)) ? [] : [deciderDepart(faits, precedente)],
    ),
  ]
}

/** The text in preparation comes before the one in force: it is the one to look at. */
function enVigueurOuEnPreparation(dossiers: readonly DossierLettre[]): Map<string, DossierLettre> {
  const parCle = new Map<string, DossierLettre>()
  for (const dossier of dossiers) {
    const deja = parCle.get(cleDe(dossier.lettre))
    if (deja === undefined || dossier.lettre.version > deja.lettre.version) parCle.set(cleDe(dossier.lettre), dossier)
  }
  return parCle
}

const vide = (agentId: string, roleId: string): Omit<Decision, 'genre'> => ({
  cle: cleDe({ agentId, roleId }),
  agentId,
  roleId,
  service: null,
  precedente: null,
  actuelle: null,
  proposee: null,
  contenu: null,
  differences: [],
  raison: '',
})

function raisonDe({ raisons }: FaitsDeCampagne, agentId: string, roleId: string): string | null {
  const trouvee = raisons.find((raison) => raison.agentId === agentId && raison.roleId === roleId)
  if (trouvee === undefined) return null
  return `${libellesRaison[trouvee.raison]}${trouvee.precisions === '' ? '' : ` : ${trouvee.precisions}`}.`
}

/** Two services at once in one rôle: which quotité and which résidence would its letter say? */
function raisonDuDouble({ services }: FaitsDeCampagne, service: ServiceDeCampagne): string | null {
  const autres = service.modele === null ? [] : simultanesDe(services, service)
  if (autres.length === 0) return null
  const quotites = [service, ...autres].map(({ affectation }) => formatPourcent(affectation.quotite))
  return typographier(
    `${compte(quotites.length, 'affectation')} de ce rôle se chevauchent (${enumerer(quotites)}) : une lettre n’en suit qu’une. Réunissez-les en une seule, séparez leurs dates, ou donnez à l’une un autre rôle.`,
  )
}

function deciderService(
  faits: FaitsDeCampagne,
  service: ServiceDeCampagne,
  precedente: DossierLettre | null,
  actuelle: DossierLettre | null,
  servis: ReadonlySet<string>,
): Decision {
  const { agentId, roleId } = service.affectation
  const base = { ...vide(agentId, roleId), service, precedente, actuelle }
  const double = raisonDuDouble(faits, service)
  if (double !== null) return { ...base, genre: 'empechee', raison: double }
  if (actuelle !== null) return { ...base, ...suivreService(faits, service, actuelle) }
  const raison = raisonDe(faits, agentId, roleId)
  if (raison !== null) return { ...base, genre: 'sansObjet', raison }
  if (service.modele === null)
    return {
      ...base,
      genre: 'sansObjet',
      raison: 'Ce rôle n’a pas de lettre de mission : aucun modèle ne lui est proposé.',
    }
  const cadre = faits.cadreDe(service)
  try {
    if (precedente !== null) {
      const proposee = reconduireLettre(precedente, service, cadre)
      const contenu = faits.habiller(proposee)
      const differences = comparerLettres(precedente, contenu)
      const genre = differences.length === 0 ? 'reconduite' : 'modifiee'
      return { ...base, genre, proposee, contenu, differences, raison: raisonDesHeures(precedente, differences) }
    }
    const predecesseur = predecesseurDe(faits, service, servis)
    const proposee = ecrireNouvelle(service, predecesseur, cadre)
    const reprise =
      predecesseur === null
        ? ''
        : `Périmètre et objectifs repris de la lettre de ${nomAffiche(predecesseur.agent)}, sans affectation cette année.`
    return { ...base, genre: 'nouvelle', proposee, contenu: faits.habiller(proposee), raison: reprise }
  } catch (error) {
    if (error instanceof AppError) return { ...base, genre: 'empechee', raison: error.message }
    throw error
  }
}

/** Why the hours alone change, while the service does not: the letter did not spread what it says is due. */
function raisonDesHeures(precedente: DossierLettre, differences: readonly Difference[]): string {
  const reparties = heuresReparties(precedente)
  if (reparties === null || differences.length === 0 || differences.some(({ champ }) => champ !== 'domaine')) return ''
  const { anneeId, heuresDues } = precedente.lettre
  return typographier(
    `La lettre de ${anneeId} répartit ${formatHeures(reparties)} pour ${formatHeures(heuresDues)} dues : la répartition est ramenée aux heures dues.`,
  )
}

/** Somebody with the same rôle in one of the same networks last year, who serves no more; null when several could be. */
function predecesseurDe(
  { precedentes }: FaitsDeCampagne,
  { affectation, reseauIds }: ServiceDeCampagne,
  servis: ReadonlySet<string>,
): DossierLettre | null {
  const possibles = precedentes.filter(
    ({ lettre, reseaux }) =>
      lettre.roleId === affectation.roleId &&
      !servis.has(cleDe(lettre)) &&
      reseaux.some(({ reseauId }) => reseauIds.includes(reseauId)),
  )
  const [seul] = possibles.length === 1 ? possibles : possibles.filter((dossier) => memeResidence(dossier, affectation))
  return seul ?? null
}

const memeResidence = ({ lettre }: DossierLettre, { residenceId }: { residenceId: string | null }): boolean =>
  lettre.residenceId === residenceId

/** A letter of the year against its service: nothing to do, a draft to correct, a signed letter to amend. */
function suivreService(faits: FaitsDeCampagne, service: ServiceDeCampagne, actuelle: DossierLettre): Suivi {
  const figee = estFigee(actuelle.lettre.etat)
  if (figee && ['bilanRecu', 'close'].includes(actuelle.lettre.etat)) return rien
  try {
    const proposee = adapterAuService(lignesDe(actuelle), actuelle, service, faits.cadreDe(service), {
      garderHeures: true,
      dates: actuelle.lettre.nature === 'initiale' && !figee,
    })
    const contenu = faits.habiller(proposee)
    const differences = comparerLettres(actuelle, contenu).filter(({ champ }) => champ !== 'visa')
    if (differences.length === 0) return rien
    const raison = figee
      ? 'L’affectation a changé depuis la signature.'
      : 'L’affectation a changé depuis que ce brouillon est écrit.'
    return { genre: figee ? 'avenant' : 'correction', proposee, contenu, differences, raison }
  } catch (error) {
    if (error instanceof AppError) return { ...rien, genre: 'empechee', raison: error.message }
    throw error
  }
}

type Suivi = Pick<Decision, 'genre' | 'proposee' | 'contenu' | 'differences' | 'raison'>

const rien: Suivi = { genre: 'aJour', proposee: null, contenu: null, differences: [], raison: '' }

/** The rows of a letter already written, as those of a text to write. */
export const lignesDe = ({
  lettre,
  etablissements,
  domaines,
  objectifs,
  visas,
  signataires,
  reseaux,
  fse,
}: Contenu): NouvelleLettre => ({ lettre, etablissements, domaines, objectifs, visas, signataires, reseaux, fse })

function orpheline(actuelle: DossierLettre, precedente: DossierLettre | undefined): Decision {
  const { agentId, roleId } = actuelle.lettre
  return {
    ...vide(agentId, roleId),
    genre: 'orpheline',
    precedente: precedente ?? null,
    actuelle,
    raison: 'Cette lettre ne répond à aucune affectation de l’année : affectez l’agent, ou annulez la lettre.',
  }
}

function deciderDepart(faits: FaitsDeCampagne, precedente: DossierLettre): Decision {
  const { agentId, roleId } = precedente.lettre
  const base = { ...vide(agentId, roleId), precedente }
  const dite = raisonDe(faits, agentId, roleId)
  if (dite !== null) return { ...base, genre: 'sansObjet', raison: dite }
  const contrat = faits.contrats.get(agentId)
  if (contrat && aUnContrat(contrat.statut) && contratFiniAvant(contrat.contratFinLe, faits.annee))
    return {
      ...base,
      genre: 'sansObjet',
      raison: `Fin de contrat le ${formatJour(contrat.contratFinLe ?? ajouterJours(faits.annee.debutLe, -1))}.`,
    }
  return {
    ...base,
    genre: 'aExpliquer',
    raison: `Une lettre en ${precedente.lettre.anneeId}, aucune affectation en ${faits.annee.id}.`,
  }
}
