import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { listerAgents, type AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { compte, formatHeures, formatNombre, formatPourcent } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import { auOption, regarderAu } from '../au-jour'
import { type Command, stringOption } from '../command'
import { openNamed } from './registre.commands'

const listerLesAgents: Command = {
  words: ['lister', 'agents'],
  operands: [],
  options: { registre: { type: 'string' }, annee: { type: 'string' }, ...auOption },
  required: ['registre', 'annee'],
  usage: 'lister agents --registre R.mlds --annee 2025-2026 [--au JJ/MM/AAAA] [--json]',
  run: async (terminal, _, options) => {
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const annee = stringOption(options, 'annee')
    const { agents, sansAffectation } = await terminal.client.call(listerAgents, { anneeId: annee })
    for (const agent of agents) terminal.say(ligne(agent))
    const etp = agents.reduce((total, { quotite }) => total + (quotite ?? 0), 0) / 100
    terminal.say(
      agents.length === 0
        ? `Aucun agent n’est affecté en ${annee}.`
        : `${compte(agents.length, 'agent affecté', 'agents affectés')} en ${annee}, ${formatNombre(etp)} ETP.`,
    )
    terminal.report({ annee, etp, sansAffectation, agents })
  },
}

/** One agent in one line: name, services with their hours, residence, state of the letter. */
function ligne(agent: AgentDeListe): string {
  const services = agent.affectations.map(({ roleAbrege, quotite, heuresDues }) => {
    const heures =
      heuresDues === null ? 'heures dues inconnues' : `${formatHeures(heuresDues.heures)} par ${heuresDues.unite}`
    return `${roleAbrege} ${formatPourcent(quotite)} (${heures})`
  })
  const residence = agent.affectations.find((affectation) => affectation.residence !== null)?.residence
  const lettres = agent.lettres.map(({ etat }) => libellesEtatLettre[etat].toLocaleLowerCase('fr'))
  return [
    nomAffiche(agent),
    services.join(' + '),
    residence ? `${residence.nom}, ${residence.commune}` : 'sans résidence',
    lettres.length === 0 ? 'sans lettre' : `lettre ${lettres.join(', ')}`,
  ].join(' · ')
}

export const agentCommands: readonly Command[] = [listerLesAgents]
