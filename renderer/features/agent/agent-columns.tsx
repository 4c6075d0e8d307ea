import type { AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { filtreContratAVoir, lettreATraiter, listeAgents, sansLettre } from '../../../shared/domain/agent/agent.liste'
import type { Filtre } from '../../../shared/liste/filtre'
import { EtatDeLettre } from '../../etat-lettre'
import { prochaineViews } from '../../liste/prochaine-views'
import { columnsOf, firstShown } from '../../liste/columns'
import type { RemoteChip } from '../../liste/chips'
import { formatValeur } from '../../ui/format'
import { State } from '../../ui/state'
import { champDe } from '../../ui/table/column'
import { contratAVoir, enEtp, heuresDuService } from './libelles'

/** What is asked first of an agent; the rest is one scroll to the right, or chosen. */
export const agentColumns = columnsOf<AgentDeListe>(listeAgents, {
  ...prochaineViews,
  agent: { largeur: 206, extensible: 0, principale: true, cellule: champDe('agent')('nom') },
  role: { largeur: 164 },
  quotite: { largeur: 80, ecrireSomme: enEtp },
  heures: {
    rendu: heuresDesServices,
    largeur: 124,
    ecrireSomme: parAn,
    aide: 'Le total est celui des heures comptées à l’année\u00a0; celles d’une semaine n’y sont pas.',
  },
  lettre: { rendu: etatDeLettre, largeur: 130 },
  residence: { largeur: 206, extensible: 6 },
  reseaux: { largeur: 152, extensible: 1 },
  statut: { largeur: 82 },
  contrat: { rendu: finDeContrat, largeur: 112 },
  corps: { largeur: 98 },
  cplds: { largeur: 80 },
  courriel: { largeur: 220 },
  telephone: { largeur: 130, extensible: 0 },
})

/** What is known of somebody who does not serve this year: how to reach them, and on what footing. */
export const horsAnneeColumns = firstShown(agentColumns, [
  ...['agent', 'statut', 'corps', 'contrat', 'cplds', 'courriel', 'telephone'],
])

function heuresDesServices({ affectations }: AgentDeListe): string {
  return [...new Set(affectations.map(heuresDuService).filter((heures) => heures !== ''))].join(' + ')
}

function parAn(heures: number): string {
  return heures === 0 ? '' : `${formatValeur('heures', heures)}/an`
}

function etatDeLettre(agent: AgentDeListe) {
  const lettre = lettreATraiter(agent.lettres)
  if (sansLettre(agent)) return <State tone="attention">Sans lettre</State>
  return lettre ? <EtatDeLettre etat={lettre.etat} /> : null
}

function finDeContrat(agent: AgentDeListe) {
  if (agent.contratFinLe === null) return null
  const jour = formatValeur('jour', agent.contratFinLe)
  return contratAVoir(agent) ? <State tone="attention">{jour}</State> : jour
}

const siOui = (colonne: string): Filtre => ({ lien: 'et', termes: [{ colonne, op: 'oui' }] })

/** Who needs something, at one click. */
export const agentChips: readonly RemoteChip[] = [
  { cle: 'coordonnateurs', titre: 'Coordonnateurs', filtre: siOui('coordonnateur') },
  { cle: 'formateurs', titre: 'Formateurs', filtre: siOui('formateur') },
  { cle: 'contrats', titre: 'Contrat fini ou finissant sous 60 jours', filtre: filtreContratAVoir, tone: 'attention' },
  { cle: 'sansResidence', titre: 'Sans résidence', filtre: siOui('sansResidence'), tone: 'attention' },
  { cle: 'sansReseau', titre: 'Sans réseau', filtre: siOui('sansReseau'), tone: 'attention' },
  { cle: 'sansLettre', titre: 'Sans lettre', filtre: siOui('sansLettre'), tone: 'attention' },
]
