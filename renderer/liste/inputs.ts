import { chercherEtablissements } from '../../shared/domain/etablissement/etablissement.contract'
import { optionsDeColonne } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { ColonneDeListe } from '../../shared/liste/colonne'
import { cleRecherche, correspond } from '../../shared/text'
import { call } from '../ipc/call'
import type { Input } from '../ui/table/cell-input'

/** The académie's own list: its labels, asked of the register each time, so that a term just added is there. */
const terms = (liste: CleDeListe, colonne: string): Input => ({
  genre: 'recherche',
  entiere: true,
  chercher: async (texte, signal) => {
    const labels = await call(optionsDeColonne, { liste, colonne }, { signal })
    const fitting = texte === '' ? labels : labels.filter((label) => correspond(cleRecherche(label), texte))
    return fitting.map((label) => ({ value: label, label }))
  },
})

/** An établissement by its UAI, its name or its commune; its UAI is what is written. */
const etablissements: Input = {
  genre: 'recherche',
  chercher: async (texte, signal) => {
    const found = await call(chercherEtablissements, { texte }, { signal })
    return found.map(({ uai, nom, commune }) => ({
      value: uai,
      label: `${nom}, ${commune}`,
      alias: [uai],
      detail: uai,
    }))
  },
}

export const yesNo: Input = {
  genre: 'choix',
  options: [
    { value: '1', label: 'Oui', alias: ['x', 'vrai', '1'] },
    { value: '0', label: 'Non', alias: ['faux', '0'] },
  ],
}

/** How the cells of a column of a list are typed. */
export function inputOf<Row>(liste: CleDeListe, { cle, type, ecriture }: ColonneDeListe<Row>): Input {
  if (ecriture?.vocabulaire !== undefined) return terms(liste, cle)
  if (ecriture?.reference === 'etablissement') return etablissements
  if (ecriture?.choix) {
    return { genre: 'choix', options: Object.entries(ecriture.choix).map(([label, value]) => ({ value, label })) }
  }
  if (type === 'booleen') return yesNo
  return type === 'texte' || type === 'liste' ? { genre: 'texte' } : { genre: type }
}
