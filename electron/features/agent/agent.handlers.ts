import { AppError } from '../../../shared/app-error'
import { etablirAffectation } from '../../../shared/domain/affectation/creation'
import type { Agent } from '../../../shared/domain/agent/agent'
import type { agentContract } from '../../../shared/domain/agent/agent.contract'
import { clesAgent, telephoneEcrit } from '../../../shared/domain/agent/cles'
import { compte } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import type { HandlersOf } from '../../register/handler'
import { afficherAffectations, afficherLettre, terme } from './affichage'
import { ecrireAgent } from './agent.ecriture'
import {
  countAgents,
  countUses,
  deleteAgent,
  findOrsDuCorps,
  getAgent,
  getAnnee,
  insertAffectation,
  insertAgent,
  listAffectations,
  listInterventions,
  listLettres,
  listReseauxDAffectations,
  searchAgents,
} from './agent.queries'
import { lireAgents } from './lecture'

export const agentHandlers = {
  'agent.lister': async ({ db }, contexte) => ({
    agents: await lireAgents(db, contexte),
    ...(await countAgents(db, contexte.anneeId)),
  }),

  'agent.compter': ({ db }, { anneeId }) => countAgents(db, anneeId),

  'agent.lire': async ({ db }, { id }) => {
    const agent = await getAgent(db, id)
    const reseaux = await listReseauxDAffectations(db, { agentId: id })
    return {
      agent,
      corpsOrsHebdo: await findOrsDuCorps(db, agent.corpsId),
      affectations: afficherAffectations(await listAffectations(db, { agentId: id }), reseaux),
      lettres: (await listLettres(db, { agentId: id })).map(afficherLettre),
      interventions: await listInterventions(db, id),
    }
  },

  'agent.creer': async ({ db, newId }, { affectation, ...champs }) =>
    db.transaction().execute(async (db) => {
      const agent: Agent = { ...champs, telephone: telephoneEcrit(champs.telephone), id: newId(), ...clesAgent(champs) }
      await insertAgent(db, agent)
      if (affectation) {
        const annee = await getAnnee(db, affectation.anneeId)
        await insertAffectation(db, etablirAffectation({ ...affectation, agentId: agent.id }, annee, newId))
      }
      return agent
    }),

  'agent.modifier': async ({ db }, { id, champs, attendu }) =>
    db.transaction().execute((db) => ecrireAgent(db, id, champs as Partial<Agent>, attendu)),

  'agent.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      const agent = await getAgent(db, id)
      refuseUsed(agent, await countUses(db, id))
      await deleteAgent(db, id)
      return null
    }),

  'agent.chercher': async ({ db }, { texte }) => {
    const found = await searchAgents(db, texte)
    return found.map(({ id, nom, prenom, civilite, statutLibelle, statutFeminin, corpsAbrege }) => ({
      id,
      libelle: nomAffiche({ nom, prenom }),
      detail: [corpsAbrege, terme(statutLibelle, statutFeminin, civilite)].filter((part) => part !== null).join(', '),
    }))
  },
} satisfies HandlersOf<typeof agentContract>

/** Somebody who has served is never erased: their services and letters are the memory of the mission. */
function refuseUsed(agent: Agent, { affectations, lettres }: { affectations: number; lettres: number }): void {
  if (affectations + lettres === 0) return
  const uses = [
    ...(affectations > 0 ? [compte(affectations, 'affectation')] : []),
    ...(lettres > 0 ? [compte(lettres, 'lettre de mission', 'lettres de mission')] : []),
  ]
  throw new AppError(
    'forbidden',
    `${nomAffiche(agent)} a ${uses.join(' et ')} dans le registre : sa fiche ne peut pas être supprimée. Donnez plutôt une date de fin à son affectation pour la clore : la fiche garde la mémoire de ses services, et n’apparaît plus dans les listes des années suivantes.`,
  )
}
