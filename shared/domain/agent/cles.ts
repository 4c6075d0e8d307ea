import { cleRecherche, cleTri } from '../../text'
import type { Agent } from './agent'

/** The stored keys of a person: lists sort on one, completion searches the other (dossier § 2.3). */
export const clesAgent = ({ nom, prenom }: Pick<Agent, 'nom' | 'prenom'>): Pick<Agent, 'cleTri' | 'cleRecherche'> => ({
  cleTri: cleTri(`${nom} ${prenom}`),
  cleRecherche: cleRecherche(`${prenom} ${nom}`),
})
