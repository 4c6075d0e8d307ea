import { grouperPar } from '../../grouper'
import { distance, plier } from '../../text'
import { Paires, type PaireDeDoublon } from './doublon'

/** What two people are compared by. */
export interface AgentCompare {
  id: string
  nom: string
  prenom: string
  courriel: string
  /** Établissements where they have had their résidence administrative. */
  residenceIds: readonly string[]
}

/** Differences that a slip of the finger makes; shorter names differ by one letter too easily. */
const ecartAuPlus = 2
const longueurPourUnEcart = 8

/** « J », « J. », « J.-P. » begin « Jean », « Jean-Paul »; a whole first name is no initial of another. */
function abrege(court: string, long: string): boolean {
  const [initiales, mots] = [plier(court).split(' '), plier(long).split(' ')]
  return (
    initiales.every((initiale) => initiale.length === 1) &&
    initiales.length <= mots.length &&
    initiales.every((initiale, rang) => mots[rang]?.startsWith(initiale) === true) &&
    plier(court) !== plier(long)
  )
}

const initiale = (a: AgentCompare, b: AgentCompare): boolean => abrege(a.prenom, b.prenom) || abrege(b.prenom, a.prenom)

function proches(a: AgentCompare, b: AgentCompare): boolean {
  const [x, y] = [plier(`${a.nom} ${a.prenom}`), plier(`${b.nom} ${b.prenom}`)]
  const permis = Math.min(x.length, y.length) < longueurPourUnEcart ? 1 : ecartAuPlus
  return distance(x, y, permis) <= permis
}

/**
 * People who look like one (usage): same folded name and first name, swapped, same name with an initial, same courriel,
 * or near names at the same résidence. Each comparison stays within a group that shares something: names of thousands of
 * people are never compared two by two.
 */
export function doublonsDAgents(agents: readonly AgentCompare[]): PaireDeDoublon[] {
  const paires = new Paires()
  const parNom = grouperPar(agents, ({ nom }) => plier(nom))
  for (const [nom, homonymes] of parNom) {
    deuxADeux(homonymes, (a, b) => {
      if (plier(a.prenom) === plier(b.prenom)) paires.ajouter(a.id, b.id, 'memeNom')
      else if (initiale(a, b)) paires.ajouter(a.id, b.id, 'initiale')
    })
    for (const a of homonymes) {
      for (const b of parNom.get(plier(a.prenom)) ?? []) {
        if (plier(b.prenom) === nom) paires.ajouter(a.id, b.id, 'nomInverse')
      }
    }
  }
  for (const [courriel, memes] of grouperPar(agents, (agent) => agent.courriel.trim().toLowerCase())) {
    if (courriel !== '') deuxADeux(memes, (a, b) => paires.ajouter(a.id, b.id, 'memeCourriel'))
  }
  const residents = agents.flatMap((agent) => agent.residenceIds.map((residenceId) => ({ agent, residenceId })))
  for (const ensemble of grouperPar(residents, ({ residenceId }) => residenceId).values()) {
    deuxADeux(ensemble, ({ agent: a }, { agent: b }) => {
      if (a.id !== b.id && proches(a, b)) paires.ajouter(a.id, b.id, 'nomProche')
    })
  }
  return paires.toutes
}

function deuxADeux<Item>(items: readonly Item[], voir: (a: Item, b: Item) => void): void {
  items.forEach((a, rang) => {
    for (const b of items.slice(rang + 1)) voir(a, b)
  })
}
