import type { listeContract } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { HandlersOf } from '../register/handler'
import { baseDe } from './cache'
import { lirePage } from './page'
import { listerValeurs, rangDe, trouver } from './questions'
import { resoudre } from './selection'
import type { SourceQuelconque } from './source'

/** The operations of every list, over the sources that the slices give: one a list, forgetting one does not compile. */
export const listeHandlers = (sources: Record<CleDeListe, SourceQuelconque>) =>
  ({
    'liste.page': (context, { liste, ...demande }) =>
      lirePage(baseDe(context, sources[liste], demande.contexte), demande),

    'liste.valeurs': (context, { liste, ...demande }) =>
      listerValeurs(baseDe(context, sources[liste], demande.contexte), demande),

    'liste.rang': (context, { liste, ...demande }) =>
      rangDe(baseDe(context, sources[liste], demande.contexte), demande),

    'liste.trouver': (context, { liste, ...demande }) =>
      trouver(baseDe(context, sources[liste], demande.contexte), demande),

    'liste.resoudre': (context, { liste, selection }) => resoudre(context, sources[liste], selection),
  }) satisfies HandlersOf<typeof listeContract>
