import { cleRecherche, cleTri } from '../../text'
import type { Reseau } from './reseau'

/** The stored keys of a network: lists sort on its name, search finds it by code, name or bassin. */
export const clesReseau = ({
  code,
  nom,
  bassin,
}: Pick<Reseau, 'code' | 'nom' | 'bassin'>): Pick<Reseau, 'cleTri' | 'cleRecherche'> => ({
  cleTri: cleTri(nom),
  cleRecherche: cleRecherche(`${code} ${nom} ${bassin}`),
})
