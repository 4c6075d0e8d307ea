import { formatJour } from '../../dates'
import { formatPourcent } from '../../nombres'
import type { Affectation } from '../affectation/affectation'
import type { AgentLu } from './agents-lecture'
import { nommerTerme } from './termes'
import { comparer, type Montres } from './differences'
import type { Ecriture, Etat } from './etat'
import type { Changement } from './plan'

/** The services of the year that the register has, by agent, and the networks of each. */
export interface ServicesConnus {
  readonly etat: Etat
  readonly parAgent: ReadonlyMap<string, readonly Affectation[]>
  /** `affectationId reseauId` */
  readonly liens: ReadonlySet<string>
  /** Services already given to a row: two rows never share one. */
  readonly pris: Set<string>
}

export function servicesConnus(etat: Etat): ServicesConnus {
  const parAgent = new Map<string, Affectation[]>()
  for (const service of etat.lignes('affectation')) {
    if (service.anneeId !== etat.registre.annee.id) continue
    const siens = parAgent.get(service.agentId)
    if (siens) siens.push(service)
    else parAgent.set(service.agentId, [service])
  }
  const liens = etat.lignes('affectationReseau').map(({ affectationId, reseauId }) => `${affectationId} ${reseauId}`)
  return { etat, parAgent, liens: new Set(liens), pris: new Set() }
}

interface Service {
  ecritures: Ecriture[]
  changements: Changement[]
}

/** The service that a row describes: new, or compared with the one of the register; `regimeId` is the default one. */
export function deciderService(connus: ServicesConnus, agentId: string, agent: AgentLu, regimeId: string): Service {
  const existant = retrouver(connus, agentId, agent)
  if (existant === undefined) return creer(connus, agentId, agent, regimeId)
  connus.pris.add(existant.id)
  const { champs, changements } = comparer(existant, donnes(connus, agent), montres(connus))
  const ecritures: Ecriture[] =
    changements.length === 0 ? [] : [{ table: 'affectation', genre: 'modification', id: existant.id, champs }]
  const liens = rattacher(connus, existant.id, agent)
  const lien = { champ: 'reseau', libelle: 'Réseau', avant: '—', apres: agent.reseau?.nom ?? '' }
  return { ecritures: [...ecritures, ...liens], changements: liens.length === 0 ? changements : [...changements, lien] }
}

/** The same rôle in the same place, else the same rôle, else the only service there is. */
function retrouver(
  { parAgent, pris }: ServicesConnus,
  agentId: string,
  { role, residence }: AgentLu,
): Affectation | undefined {
  const libres = (parAgent.get(agentId) ?? []).filter(({ id }) => !pris.has(id))
  const memeRole = libres.filter(({ roleId }) => roleId === role?.id)
  const seul = libres.length === 1 ? libres[0] : undefined
  return memeRole.find(({ residenceId }) => residenceId === (residence?.id ?? null)) ?? memeRole[0] ?? seul
}

function creer(connus: ServicesConnus, agentId: string, agent: AgentLu, regimeDefautId: string): Service {
  const { newId, registre } = connus.etat
  const service: Affectation = {
    id: newId(),
    agentId,
    anneeId: registre.annee.id,
    roleId: agent.role?.id ?? '',
    quotite: agent.quotite,
    regimeId: agent.regime?.id ?? regimeDefautId,
    heuresEnseignementHebdo: null,
    residenceId: agent.residence?.id ?? null,
    ...dates(agent, registre.annee),
    observations: '',
  }
  return {
    ecritures: [{ table: 'affectation', genre: 'ajout', valeurs: service }, ...rattacher(connus, service.id, agent)],
    changements: [],
  }
}

/** What the row says of the service; a missing column or an empty cell says nothing. */
function donnes({ etat }: ServicesConnus, agent: AgentLu): Partial<Affectation> {
  const { debutLe, finLe } = dates(agent, etat.registre.annee)
  return {
    ...(agent.role !== null && { roleId: agent.role.id }),
    ...(agent.lecteur.aColonne('quotite') && { quotite: agent.quotite }),
    ...(agent.regime !== null && { regimeId: agent.regime.id }),
    ...(agent.residence !== null && { residenceId: agent.residence.id }),
    ...(agent.debutLe !== null && { debutLe }),
    ...(agent.finLe !== null && { finLe }),
  }
}

/** Dates of the row when they are in the school year, those of the year otherwise. */
function dates(
  { debutLe, finLe }: AgentLu,
  annee: { debutLe: string; finLe: string },
): { debutLe: string; finLe: string } {
  const dansAnnee = (jour: string | null, defaut: string): string =>
    jour !== null && jour >= annee.debutLe && jour <= annee.finLe ? jour : defaut
  return { debutLe: dansAnnee(debutLe, annee.debutLe), finLe: dansAnnee(finLe, annee.finLe) }
}

function rattacher({ etat, liens }: ServicesConnus, affectationId: string, { reseau }: AgentLu): Ecriture[] {
  if (reseau === null || liens.has(`${affectationId} ${reseau.id}`)) return []
  return [
    { table: 'affectationReseau', genre: 'ajout', valeurs: { id: etat.newId(), affectationId, reseauId: reseau.id } },
  ]
}

function montres({ etat }: ServicesConnus): Montres<Affectation> {
  const { vocabulaires, etablissements } = etat.registre
  const terme = (id: string): string => nommerTerme(vocabulaires, id)
  const residence = (id: string | null): string => etablissements.find((candidat) => candidat.id === id)?.nom ?? '—'
  return {
    roleId: { libelle: 'Rôle', colonne: 'fonction', texte: terme },
    quotite: { libelle: 'Quotité', colonne: 'quotite', texte: formatPourcent },
    regimeId: { libelle: 'Régime', colonne: 'regime', texte: terme },
    residenceId: { libelle: 'Résidence', colonne: 'uai', texte: residence },
    debutLe: { libelle: 'Début', colonne: 'debut', texte: formatJour },
    finLe: { libelle: 'Fin', colonne: 'fin', texte: formatJour },
  }
}
