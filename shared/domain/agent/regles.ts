import type { BornesAnnee } from '../../annee-scolaire'
import { ajouterJours, formatJour, joursEntre } from '../../dates'
import type { CategorieStatut } from '../vocabulaire/vocabulaire'
import type { Agent } from './agent'
import type { Constat } from '../../constat'

/** How long before its end a contract asks for attention. */
export const preavisContratJours = 60

/** True for somebody whose contract has an end to follow. */
export const aUnContrat = (categorie: CategorieStatut | null): boolean =>
  categorie === 'contractuelCdd' || categorie === 'contractuelCdi'

/** True when the contract ends within sixty days, or has ended and nobody wrote what followed. */
export function contratBientotFini(contratFinLe: string | null, aujourdhui: string): boolean {
  return contratFinLe !== null && joursEntre(aujourdhui, contratFinLe) <= preavisContratJours
}

/** What deserves a look in a person's record while it is typed; `statut` is the category of the statut chosen. */
export function controlerAgent(
  agent: Pick<Agent, 'contratFinLe' | 'courriel' | 'echelon' | 'echelonLe'>,
  { statut, aujourdhui }: { statut: CategorieStatut | null; aujourdhui: string },
): Constat[] {
  return [...contrat(agent, statut, aujourdhui), ...courriel(agent), ...echelon(agent)]
}

function contrat(
  { contratFinLe }: Pick<Agent, 'contratFinLe'>,
  statut: CategorieStatut | null,
  aujourdhui: string,
): Constat[] {
  const constat = (regle: string, gravite: Constat['gravite'], message: string): Constat[] => [
    { regle, gravite, message, champ: 'contratFinLe' },
  ]
  if (contratFinLe === null) {
    if (statut !== 'contractuelCdd') return []
    return constat('agent.contratSansFin', 'alerte', 'Un contrat à durée déterminée a une date de fin.')
  }
  if (statut === 'titulaire')
    return constat('agent.contratTitulaire', 'alerte', 'Un titulaire n’a pas de fin de contrat.')
  if (contratFinLe < aujourdhui)
    return constat('agent.contratFini', 'alerte', `Ce contrat est fini depuis le ${formatJour(contratFinLe)}.`)
  if (!contratBientotFini(contratFinLe, aujourdhui)) return []
  const jours = joursEntre(aujourdhui, contratFinLe)
  const delai = jours === 0 ? 'aujourd’hui' : jours === 1 ? 'demain' : `dans ${String(jours)} jours`
  return constat('agent.contratBientotFini', 'alerte', `Ce contrat finit ${delai}.`)
}

function courriel({ courriel: adresse }: Pick<Agent, 'courriel'>): Constat[] {
  if (adresse === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(adresse)) return []
  return [
    {
      regle: 'agent.courriel',
      gravite: 'alerte',
      message: 'Cette adresse n’a pas la forme d’un courriel.',
      champ: 'courriel',
    },
  ]
}

function echelon({ echelon: rang, echelonLe }: Pick<Agent, 'echelon' | 'echelonLe'>): Constat[] {
  if (rang !== null || echelonLe === null) return []
  return [
    {
      regle: 'agent.echelon',
      gravite: 'alerte',
      message: 'Une date d’effet est écrite, mais pas l’échelon.',
      champ: 'echelon',
    },
  ]
}

/** True when the contract ends before the year begins: the service cannot simply be carried over. */
export const contratFiniAvant = (contratFinLe: string | null, annee: BornesAnnee): boolean =>
  contratFinLe !== null && contratFinLe <= ajouterJours(annee.debutLe, -1)
