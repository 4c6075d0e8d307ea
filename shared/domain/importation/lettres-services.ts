import { AppError } from '../../app-error'
import { formatHeures, formatPourcent } from '../../nombres'
import type { Affectation } from '../affectation/affectation'
import { type HeuresDues, heuresDues } from '../affectation/heures-dues'
import type { Agent } from '../agent/agent'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import type { Etat } from './etat'
import type { LettreLue } from './lettres-lecture'
import { cleDePersonne } from './personnes'
import { plier, similarite } from '../../text'
import type { Chantier } from './planifier-feuille'

/** A service of the year that a letter may be about. */
export interface ServiceDeLettre {
  agent: Agent
  affectation: Affectation
  role: Vocabulaire | undefined
  regime: { categorie: 'annuel' | 'hebdomadaire' | 'mixte'; heures: number | null }
  corpsOrsHebdo: number | null
  /** Hours due and their unit, or the sentence that says why they cannot be computed. */
  dues: HeuresDues | { manque: string }
}

/** The services of the school year, by folded name of their agent. */
export function servicesDeLAnnee(etat: Etat): Map<string, ServiceDeLettre[]> {
  const { annee, vocabulaires } = etat.registre
  const termes = new Map(vocabulaires.map((terme) => [terme.id, terme]))
  const parNom = new Map<string, ServiceDeLettre[]>()
  for (const affectation of etat.lignes('affectation')) {
    const agent = etat.ligne('agent', affectation.agentId)
    if (affectation.anneeId !== annee.id || agent === undefined) continue
    const regime = termes.get(affectation.regimeId)
    const service = {
      agent,
      affectation,
      role: termes.get(affectation.roleId),
      regime: {
        categorie: (regime?.categorie ?? 'annuel') as 'annuel' | 'hebdomadaire' | 'mixte',
        heures: regime?.heures ?? null,
      },
      corpsOrsHebdo: (agent.corpsId === null ? undefined : termes.get(agent.corpsId)?.heures) ?? null,
    }
    const cle = cleDePersonne(agent)
    parNom.set(cle, [...(parNom.get(cle) ?? []), { ...service, dues: calculer(service) }])
  }
  return parNom
}

function calculer({ affectation, regime, corpsOrsHebdo }: Omit<ServiceDeLettre, 'dues'>): ServiceDeLettre['dues'] {
  const { quotite, heuresEnseignementHebdo } = affectation
  try {
    return heuresDues({ regime, quotite, corpsOrsHebdo, heuresEnseignementHebdo })
  } catch (error) {
    if (error instanceof AppError) return { manque: error.message }
    throw error
  }
}

/** Gap in hours between what a letter spreads and what a service owes; null when one is unknown. */
export const ecartHeures = ({ somme }: LettreLue, { dues }: ServiceDeLettre): number | null =>
  somme === null || 'manque' in dues ? null : Number((somme - dues.heures).toFixed(4))

/** A homonym is recognised by its hours when they are within this share of those due. */
const ecartReconnu = 0.05

/**
 * Which service each letter is about: by name, then, among homonyms or several services, by the rôle written and the
 * hours: the letter of 1 264 h is that of the 90 %. The closest pairs first, each service once.
 */
export function attribuerServices(chantier: Chantier, lettres: readonly LettreLue[]): Map<LettreLue, ServiceDeLettre> {
  const parNom = servicesDeLAnnee(chantier.etat)
  const groupes = new Map<string, LettreLue[]>()
  for (const lettre of lettres)
    groupes.set(cleDePersonne(lettre), [...(groupes.get(cleDePersonne(lettre)) ?? []), lettre])
  const attribues = new Map<LettreLue, ServiceDeLettre>()
  for (const [cle, groupe] of groupes) {
    const services = parNom.get(cle) ?? []
    if (services.length === 0) for (const lettre of groupe) refuserSansAgent(chantier, lettre, cle, parNom)
    else attribuerGroupe(groupe, services, attribues)
  }
  return attribues
}

function attribuerGroupe(
  groupe: readonly LettreLue[],
  services: readonly ServiceDeLettre[],
  attribues: Map<LettreLue, ServiceDeLettre>,
): void {
  const pris = new Set<ServiceDeLettre>()
  const paires = groupe
    .flatMap((lettre) => services.map((service) => ({ lettre, service, ecart: ecartHeures(lettre, service) })))
    .filter(
      ({ lettre, service }) =>
        lettre.roleId === null || services.length === 1 || lettre.roleId === service.affectation.roleId,
    )
    .sort(
      (a, b) =>
        Math.abs(a.ecart ?? Infinity) - Math.abs(b.ecart ?? Infinity) ||
        a.lettre.lecteur.numero - b.lettre.lecteur.numero,
    )
  for (const { lettre, service, ecart } of paires) {
    if (attribues.has(lettre) || pris.has(service)) continue
    const sur = services.length === 1 || lettre.roleId !== null || estReconnu(ecart, service)
    if (!sur) continue
    attribues.set(lettre, service)
    pris.add(service)
    if (services.length > 1) direHomonyme(lettre, service, services)
  }
  for (const lettre of groupe)
    if (!attribues.has(lettre)) refuserSansService(lettre, services, pris.size === services.length)
}

const estReconnu = (ecart: number | null, { dues }: ServiceDeLettre): boolean =>
  ecart !== null && !('manque' in dues) && Math.abs(ecart) <= dues.heures * ecartReconnu

function direHomonyme(
  { lecteur, somme }: LettreLue,
  { agent, affectation, role }: ServiceDeLettre,
  services: readonly ServiceDeLettre[],
): void {
  const personnes = new Set(services.map((service) => service.agent.id)).size
  const raison = somme === null ? 'par sa fonction' : `par ses ${formatHeures(somme)}`
  const qui = personnes > 1 ? `${personnes} personnes portent ce nom` : 'cette personne a plusieurs services'
  lecteur.signaler('nom', {
    regle: 'lettres.homonyme',
    gravite: 'information',
    message: `${qui[0]?.toUpperCase() ?? ''}${qui.slice(1)} : la lettre est rattachée ${raison} au service de ${formatPourcent(affectation.quotite)} (${role?.abrege ?? role?.libelle ?? ''}${agent.telephone === '' ? '' : `, tél. ${agent.telephone}`}).`,
  })
}

function refuserSansAgent(
  { memoire, etat }: Chantier,
  { lecteur, nom, prenom }: LettreLue,
  cle: string,
  parNom: ReadonlyMap<string, ServiceDeLettre[]>,
): void {
  const raison = memoire.absents.get(cle)
  if (raison !== undefined) {
    lecteur.signaler('nom', {
      regle: 'lettres.agentRejete',
      gravite: 'bloquant',
      message: `${nom} ${prenom} n’est pas dans le registre : ${raison}.`,
    })
    return
  }
  const proche = [...parNom.keys()]
    .map((autre) => ({ autre, note: similarite(autre, cle) }))
    .sort((a, b) => b.note - a.note)[0]
  const service = proche !== undefined && proche.note >= 0.75 ? parNom.get(proche.autre)?.[0] : undefined
  const suite = service === undefined ? '' : ` Le nom le plus proche est ${service.agent.nom} ${service.agent.prenom}.`
  lecteur.signaler('nom', {
    regle: 'lettres.sansAgent',
    gravite: 'bloquant',
    message: `Aucun agent du nom de ${plier(nom) === '' ? '(vide)' : `${nom} ${prenom}`} n’a d’affectation en ${etat.registre.annee.id}.${suite}`,
    correction:
      service !== undefined && lecteur.aColonne('nom') && plier(service.agent.prenom) === plier(prenom)
        ? service.agent.nom
        : undefined,
    suggestion:
      service === undefined
        ? 'Importez d’abord les agents, ou créez l’affectation.'
        : `${service.agent.nom} ${service.agent.prenom}`,
  })
}

function refuserSansService({ lecteur }: LettreLue, services: readonly ServiceDeLettre[], tousPris: boolean): void {
  if (tousPris) {
    lecteur.signaler('nom', {
      regle: 'lettres.doublon',
      gravite: 'alerte',
      message: 'Une autre ligne est déjà la lettre de ce service : celle-ci est laissée de côté.',
    })
    return
  }
  const choix = services
    .map(
      ({ affectation, dues }) =>
        `${formatPourcent(affectation.quotite)}${'manque' in dues ? '' : ` (${formatHeures(dues.heures)})`}`,
    )
    .join(', ')
  lecteur.signaler('nom', {
    regle: 'lettres.ambigue',
    gravite: 'bloquant',
    message: `Plusieurs services portent ce nom (${choix}) et les heures de la lettre ne disent pas duquel il s’agit.`,
  })
}
