import { libellesCplds } from '../../../shared/domain/agent/agent'
import type { AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { lettreATraiter, sansLettre } from '../../../shared/domain/agent/agent.liste'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import type { Filtre } from '../../../shared/liste/filtre'
import { nomAffiche } from '../../../shared/text'
import { formatValeur } from '../../ui/format'
import { State } from '../../ui/state'
import { champDe, type Column, type StoredCell } from '../../ui/table/column'
import type { Chip } from '../../ui/table/filter'
import { contratAVoir, EtatDeLettre, enEtp, heuresCourtes } from './libelles'

const annuelles = ({ affectations }: AgentDeListe): number =>
  affectations.reduce((total, { heuresDues }) => total + (heuresDues?.unite === 'an' ? heuresDues.heures : 0), 0)

const joined = (parts: readonly (string | undefined)[]): string =>
  [...new Set(parts.filter((part) => part !== undefined && part !== ''))].join(' + ')

const residences = ({ affectations }: AgentDeListe): string =>
  joined(affectations.map(({ residence }) => (residence ? `${residence.nom}, ${residence.commune}` : undefined)))

const reseaux = ({ affectations }: AgentDeListe): string =>
  [...new Set(affectations.flatMap((service) => service.reseaux.map(({ nom }) => nom)))].join(', ')

const etatDeLettre = (agent: AgentDeListe): string => {
  const lettre = lettreATraiter(agent.lettres)
  if (sansLettre(agent)) return 'Sans lettre'
  return lettre ? libellesEtatLettre[lettre.etat] : ''
}

const cellule = (agent: AgentDeListe) => {
  const lettre = lettreATraiter(agent.lettres)
  if (sansLettre(agent)) return <State tone="attention">Sans lettre</State>
  return lettre ? <EtatDeLettre etat={lettre.etat} /> : null
}

const champ = champDe('agent')

/** A value of the service, when the agent has one only this year. */
const champDuService =
  (nom: string) =>
  ({ affectations: [service, autre] }: AgentDeListe): StoredCell | null =>
    service && !autre ? { table: 'affectation', id: service.id, champ: nom } : null

/** What is asked first of an agent; the rest is one scroll to the right. */
export const agentColumns: readonly Column<AgentDeListe>[] = [
  { cle: 'agent', titre: 'Agent', valeur: nomAffiche, largeur: 170, principale: true },
  {
    cle: 'role',
    titre: 'Rôle',
    valeur: ({ affectations }) => joined(affectations.map(({ roleAbrege }) => roleAbrege)),
    largeur: 172,
    cellule: champDuService('roleId'),
  },
  {
    cle: 'quotite',
    titre: 'Quotité',
    type: 'pourcentage',
    valeur: ({ quotite }) => quotite,
    largeur: 92,
    total: enEtp,
    cellule: champDuService('quotite'),
  },
  {
    cle: 'heures',
    titre: 'Heures dues',
    type: 'heures',
    valeur: (agent) =>
      agent.affectations.some(({ heuresDues }) => heuresDues !== null) ? totalDesHeures(agent) : null,
    rendu: ({ affectations }) => joined(affectations.map(heuresCourtes)),
    largeur: 126,
    total: (agents) => {
      const total = agents.reduce((somme, agent) => somme + annuelles(agent), 0)
      return total === 0 ? null : `${formatValeur('heures', total)}/an`
    },
  },
  { cle: 'lettre', titre: 'Lettre', type: 'etat', valeur: etatDeLettre, rendu: cellule, largeur: 132 },
  {
    cle: 'residence',
    titre: 'Résidence',
    valeur: residences,
    largeur: 190,
    extensible: 2,
    cellule: champDuService('residenceId'),
  },
  { cle: 'reseaux', titre: 'Réseaux', valeur: reseaux, largeur: 150 },
  {
    cle: 'statut',
    titre: 'Statut',
    valeur: ({ statut }) => statut,
    largeur: 84,
    extensible: 0,
    cellule: champ('statutId'),
  },
  {
    cle: 'contrat',
    titre: 'Fin de contrat',
    type: 'jour',
    valeur: ({ contratFinLe }) => contratFinLe,
    rendu: finDeContrat,
    largeur: 122,
    cellule: champ('contratFinLe'),
  },
  {
    cle: 'corps',
    titre: 'Corps',
    valeur: ({ corps }) => corps,
    largeur: 100,
    extensible: 0,
    cellule: champ('corpsId'),
  },
  {
    cle: 'cplds',
    titre: 'CPLDS',
    valeur: ({ cplds }) => (cplds === 'non' ? '' : libellesCplds[cplds]),
    largeur: 80,
    extensible: 0,
    cellule: champ('cplds'),
  },
]

const parCle = new Map(agentColumns.map((column) => [column.cle, column]))

/** What is known of somebody who does not serve this year: how to reach them, and on what footing. */
export const horsAnneeColumns: readonly Column<AgentDeListe>[] = [
  ...['agent', 'statut', 'corps', 'contrat', 'cplds'].flatMap((cle) => parCle.get(cle) ?? []),
  {
    cle: 'courriel',
    titre: 'Courriel',
    valeur: ({ courriel }) => courriel,
    largeur: 220,
    cellule: champ('courriel'),
  },
  {
    cle: 'telephone',
    titre: 'Téléphone',
    valeur: ({ telephone }) => telephone,
    largeur: 130,
    extensible: 0,
    cellule: champ('telephone'),
  },
]

/** Sorted by what weighs most: yearly hours, then weekly ones. */
const totalDesHeures = ({ affectations }: AgentDeListe): number =>
  affectations.reduce((total, { heuresDues }) => total + (heuresDues?.heures ?? 0), 0)

function finDeContrat(agent: AgentDeListe) {
  if (agent.contratFinLe === null) return null
  const jour = formatValeur('jour', agent.contratFinLe)
  return contratAVoir(agent) ? <State tone="attention">{jour}</State> : jour
}

const siOui = (colonne: string): Filtre => ({ lien: 'et', termes: [{ colonne, op: 'oui' }] })

/** Who needs something, at one click. */
export const agentChips: readonly Chip<AgentDeListe>[] = [
  {
    cle: 'coordonnateurs',
    filtre: siOui('coordonnateur'),
    titre: 'Coordonnateurs',
    garde: ({ affectations }) => affectations.some(({ categorie }) => categorie === 'coordonnateur'),
  },
  {
    cle: 'formateurs',
    filtre: siOui('formateur'),
    titre: 'Formateurs',
    garde: ({ affectations }) => affectations.some(({ categorie }) => categorie === 'formateur'),
  },
  { cle: 'contrats', titre: 'Contrat finissant sous 60 jours', garde: contratAVoir, tone: 'attention' },
  {
    cle: 'sansResidence',
    filtre: siOui('sansResidence'),
    titre: 'Sans résidence',
    garde: ({ affectations }) => affectations.some(({ residence }) => residence === null),
    tone: 'attention',
  },
  {
    cle: 'sansReseau',
    filtre: siOui('sansReseau'),
    titre: 'Sans réseau',
    garde: ({ affectations }) =>
      affectations.some((service) => service.categorie !== 'autre' && service.reseaux.length === 0),
    tone: 'attention',
  },
  { cle: 'sansLettre', filtre: siOui('sansLettre'), titre: 'Sans lettre', garde: sansLettre, tone: 'attention' },
]
