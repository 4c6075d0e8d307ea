import { etablirAffectation } from '../../../shared/domain/affectation/creation'
import type { Agent } from '../../../shared/domain/agent/agent'
import type { agentContract } from '../../../shared/domain/agent/agent.contract'
import { clesAgent, telephoneEcrit } from '../../../shared/domain/agent/cles'
import { nomAffiche } from '../../../shared/text'
import type { HandlersOf } from '../../register/handler'
import { supprimerFiche } from '../../liste/suppression'
import { afficherAffectations, afficherLettre, terme } from './affichage'
import { ecrireAgent, suppressionDAgent } from './agent.ecriture'
import {
  countAgents,
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

export const agentHandlers = {
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
      await supprimerFiche(db, suppressionDAgent, id)
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
