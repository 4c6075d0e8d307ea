import type { CleDeListe } from '../../shared/domain/liste/listes'
import { sourceEtablissements } from '../features/etablissement/etablissement.source'
import type { SourceQuelconque } from '../liste/source'

/** Where each list reads its rows, one line a list. */
export const sourcesDesListes: Record<CleDeListe, SourceQuelconque> = {
  etablissements: sourceEtablissements,
}
