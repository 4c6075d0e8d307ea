import { analyserTelephone } from '../../telephone'
import { cleRecherche, cleTri } from '../../text'
import type { Agent } from './agent'

/** The stored keys of a person: lists sort on one, completion searches the other (dossier § 2.3). */
export const clesAgent = ({ nom, prenom }: Pick<Agent, 'nom' | 'prenom'>): Pick<Agent, 'cleTri' | 'cleRecherche'> => ({
  cleTri: cleTri(`${nom} ${prenom}`),
  cleRecherche: cleRecherche(`${prenom} ${nom}`),
})

/** A telephone number as the register writes them (« 02 99 00 26 15 »); one that cannot be read is kept as typed. */
export function telephoneEcrit(telephone: string): string {
  const lecture = telephone === '' ? undefined : analyserTelephone(telephone)
  return lecture?.ok === true ? lecture.valeur : telephone
}
