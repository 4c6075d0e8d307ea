import { useDeferredValue } from 'react'
import { chercherEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { listerReseaux } from '../../../shared/domain/reseau/reseau.contract'
import type { ListeVocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { useOperation } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { useTermes } from '../../vocabulaires'

interface Suggestion {
  valeur: string
  detail: string
}

const listes: Readonly<Record<string, ListeVocabulaire>> = {
  fonction: 'role',
  statut: 'statut',
  corps: 'corps',
  regime: 'regimeService',
  type: 'typeReseau',
}
const parUai = new Set(['uai', 'tete', 'membres', 'etablissements'])

/** What the register knows that such a cell could hold; the cell takes any text all the same. */
export function useSuggestions(champ: string, texte: string): Suggestion[] {
  const anneeId = useAnneeId()
  const cherche = useDeferredValue(texte.trim())
  const liste = listes[champ]
  const termes = useTermes(liste ?? 'role')
  const enEtablissements = parUai.has(champ) || champ === 'etablissement'
  const { data: trouves = [] } = useOperation(
    chercherEtablissements,
    { texte: cherche },
    { enabled: enEtablissements && cherche.length > 1, keepPrevious: true },
  )
  const { data: reseaux = [] } = useOperation(listerReseaux, { anneeId }, { enabled: champ === 'reseau' })
  if (liste)
    return termes.filter(({ actif }) => actif === 1).map(({ libelle, code }) => ({ valeur: libelle, detail: code }))
  if (champ === 'reseau') return reseaux.map(({ nom, code }) => ({ valeur: nom, detail: code }))
  if (!enEtablissements) return []
  return trouves.map(({ uai, nom, commune }) =>
    champ === 'etablissement'
      ? { valeur: nom, detail: `${uai} ${commune}` }
      : { valeur: uai, detail: `${nom} ${commune}` },
  )
}
