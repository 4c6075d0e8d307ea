import { plier } from '../../text'
import type { Agent } from '../agent/agent'
import type { PersonneLue } from './agents-groupes'
import { cleDePersonne } from './personnes'
import type { Chantier } from './planifier-feuille'

interface Paire {
  personne: PersonneLue
  agent: Agent
  note: number
}

/**
 * Whom of the register each person of the sheet is: same name and same address, else same name and same résidence, else
 * same name alone when nobody else bears it on either side and the addresses do not contradict. The best pairs first, so
 * that two homonyms each find their own record.
 */
export function apparier({ etat }: Chantier, personnes: readonly PersonneLue[]): Map<PersonneLue, Agent> {
  const parNom = new Map<string, Agent[]>()
  for (const agent of etat.lignes('agent')) {
    const cle = cleDePersonne(agent)
    parNom.set(cle, [...(parNom.get(cle) ?? []), agent])
  }
  const homonymes = new Map<string, PersonneLue[]>()
  for (const personne of personnes) {
    const cle = cleDePersonne(personne.principale)
    if (parNom.has(cle)) homonymes.set(cle, [...(homonymes.get(cle) ?? []), personne])
  }
  const residences = residencesConnues(etat.lignes('affectation'))
  const trouves = new Map<PersonneLue, Agent>()
  const pris = new Set<string>()
  for (const [cle, lues] of homonymes) {
    const connus = parNom.get(cle) ?? []
    const seuls = connus.length === 1 && lues.length === 1
    for (const { personne, agent, note } of paires(lues, connus, residences)) {
      const sure = note >= 3 || (seuls && note >= 0)
      if (!sure || trouves.has(personne) || pris.has(agent.id)) continue
      trouves.set(personne, agent)
      pris.add(agent.id)
      if (note < 3) signalerParLeNom(personne)
    }
  }
  return trouves
}

function residencesConnues(
  services: readonly { agentId: string; residenceId: string | null }[],
): Map<string, Set<string>> {
  const connues = new Map<string, Set<string>>()
  for (const { agentId, residenceId } of services) {
    if (residenceId === null) continue
    const siennes = connues.get(agentId) ?? new Set<string>()
    connues.set(agentId, siennes.add(residenceId))
  }
  return connues
}

/** 4 the address, 3 the résidence, 2 the telephone, 1 the statut; another address or telephone counts against. */
function paires(
  lues: readonly PersonneLue[],
  connus: readonly Agent[],
  residences: ReadonlyMap<string, ReadonlySet<string>>,
): Paire[] {
  return lues
    .flatMap((personne) =>
      connus.map((agent) => {
        const { courriel, telephone, statut, residence } = personne.principale
        const comparer = (a: string, b: string, poids: number): number =>
          a === '' || b === '' ? 0 : plier(a) === plier(b) ? poids : -poids
        const residenceConnue = residence !== null && (residences.get(agent.id)?.has(residence.id) ?? false)
        const note =
          comparer(courriel, agent.courriel, 4) +
          (residenceConnue ? 3 : 0) +
          Math.max(0, comparer(telephone, agent.telephone, 2)) +
          (statut !== null && statut.id === agent.statutId ? 1 : 0)
        return { personne, agent, note }
      }),
    )
    .sort((a, b) => b.note - a.note)
}

const signalerParLeNom = ({ principale }: PersonneLue): void =>
  principale.lecteur.signaler('nom', {
    regle: 'agents.reconnuParLeNom',
    gravite: 'alerte',
    message:
      'Reconnu par son seul nom : le registre n’a pas d’autre personne qui le porte. Vérifiez qu’il s’agit bien d’elle.',
  })
