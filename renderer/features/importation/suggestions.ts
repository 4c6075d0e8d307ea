import { chercherEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { listerReseaux } from '../../../shared/domain/reseau/reseau.contract'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import type { ListeVocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { cleRecherche, correspond } from '../../../shared/text'
import { call } from '../../ipc/call'
import type { Input, Option } from '../../ui/table/cell-input'

const listes: Readonly<Record<string, ListeVocabulaire>> = {
  fonction: 'role',
  statut: 'statut',
  corps: 'corps',
  regime: 'regimeService',
  type: 'typeReseau',
}
const parUai = new Set(['uai', 'tete', 'membres', 'etablissements'])

const suggestion = (label: string, detail: string): Option => ({ value: label, label, detail })

const repondant = (options: readonly Option[], texte: string): readonly Option[] =>
  options.filter(({ label, detail = '' }) => correspond(cleRecherche(`${label} ${detail}`), texte))

/** How a cell of a preview is typed: any text, and what the register knows that it could hold. */
export function saisieDe(champ: string, anneeId: string): Input {
  const liste = listes[champ]
  if (liste) {
    return {
      genre: 'texte',
      suggerer: async (texte, signal) => {
        const termes = await call(listerVocabulaires, {}, { signal })
        const offerts = termes.filter((terme) => terme.liste === liste && terme.actif === 1)
        return repondant(
          offerts.map(({ libelle, code }) => suggestion(libelle, code)),
          texte,
        )
      },
    }
  }
  if (champ === 'reseau') {
    return {
      genre: 'texte',
      suggerer: async (texte, signal) => {
        const reseaux = await call(listerReseaux, { anneeId }, { signal })
        return repondant(
          reseaux.map(({ nom, code }) => suggestion(nom, code)),
          texte,
        )
      },
    }
  }
  if (!parUai.has(champ) && champ !== 'etablissement') return { genre: 'texte' }
  return {
    genre: 'texte',
    suggerer: async (texte, signal) => {
      const trouves = await call(chercherEtablissements, { texte }, { signal })
      return trouves.map(({ uai, nom, commune }) =>
        champ === 'etablissement' ? suggestion(nom, `${uai} ${commune}`) : suggestion(uai, `${nom} ${commune}`),
      )
    },
  }
}
