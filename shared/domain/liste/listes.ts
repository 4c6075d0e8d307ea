import { listeAgents } from '../agent/agent.liste'
import { listeEtablissements } from '../etablissement/etablissement.liste'
import { listeOperations } from '../fse/fse.liste'
import { listeLettres } from '../lettre-de-mission/lettre-de-mission.liste'
import { listeReseaux } from '../reseau/reseau.liste'

/** Every list of the product, one line each: window, register, export and terminal read the same. */
export const listes = {
  agents: listeAgents,
  etablissements: listeEtablissements,
  lettres: listeLettres,
  operations: listeOperations,
  reseaux: listeReseaux,
} as const

export type CleDeListe = keyof typeof listes
export const clesDesListes = Object.keys(listes) as [CleDeListe, ...CleDeListe[]]
