import { grouperPar } from '../../grouper'
import { plier } from '../../text'
import { Paires, type PaireDeDoublon } from './doublon'

export interface EtablissementCompare {
  id: string
  nom: string
  commune: string
  /** Nature of the annuaire; '' when it was added by hand. */
  nature: string
  etat: string
}

/** A lycée and its SEP share a name and a site, and are two: natures that are both known must be the same. */
const memeNature = (a: EtablissementCompare, b: EtablissementCompare): boolean =>
  a.nature === '' || b.nature === '' || plier(a.nature) === plier(b.nature)

/** Établissements of one name and one commune under two UAI (usage): typed twice, or the one replaced the other. */
export function doublonsDEtablissements(etablissements: readonly EtablissementCompare[]): PaireDeDoublon[] {
  const paires = new Paires()
  for (const memes of grouperPar(etablissements, ({ nom, commune }) => `${plier(nom)}|${plier(commune)}`).values()) {
    memes.forEach((a, rang) => {
      for (const b of memes.slice(rang + 1)) {
        if (memeNature(a, b)) paires.ajouter(a.id, b.id, a.etat === b.etat ? 'memeNomMemeCommune' : 'remplace')
      }
    })
  }
  return paires.toutes
}
