import type { listeContract } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { TableSupprimable } from '../../shared/domain/liste/suppression.contract'
import type { HandlersOf } from '../register/handler'
import { baseDe } from './cache'
import type { Ecrivain } from './ecrivain'
import { ecrire } from './ecrire'
import { exporter } from './exportation'
import { lirePage } from './page'
import { listerValeurs, rangDe, trouver } from './questions'
import { listerOptions } from './references'
import { resoudre } from './selection'
import { supprimer } from './supprimer'
import type { SourceQuelconque } from './source'
import { examiner, type Suppression, suppressionDe } from './suppression'
import { exporterLeTableau } from './tableau'

/** The operations of every list, over the sources that the slices give: one a list, forgetting one does not compile. */
export const listeHandlers = (
  sources: Record<CleDeListe, SourceQuelconque>,
  ecrivains: Readonly<Record<string, Ecrivain>>,
  suppressions: Readonly<Record<TableSupprimable, Suppression>>,
) =>
  ({
    'liste.page': async (context, { liste, ...demande }) => {
      const base = await baseDe(context, sources[liste], demande.contexte)
      const page = await lirePage(base, demande)
      base.preparerRecherche(page.ensemble)
      return page
    },

    'liste.valeurs': async (context, { liste, ...demande }) =>
      listerValeurs(await baseDe(context, sources[liste], demande.contexte), demande),

    'liste.rang': async (context, { liste, ...demande }) =>
      rangDe(await baseDe(context, sources[liste], demande.contexte), demande),

    'liste.trouver': async (context, { liste, ...demande }) =>
      trouver(await baseDe(context, sources[liste], demande.contexte), demande),

    'liste.ecrire': (context, { liste, ...cellules }) =>
      ecrire(context, sources[liste], ecrivains, { ...cellules, essai: false }),

    'liste.verifier': (context, { liste, ...cellules }) =>
      ecrire(context, sources[liste], ecrivains, { ...cellules, toutOuRien: false, essai: true }),

    'liste.options': ({ db }, { liste, colonne }) => listerOptions(db, sources[liste], colonne),

    'liste.exporter': (context, { liste, ...demande }) => exporter(context, sources[liste], demande),

    'liste.exporterTableau': exporterLeTableau,

    'liste.supprimer': (context, { liste, ...demande }) =>
      supprimer(context, sources[liste], suppressionDe(suppressions, sources[liste].liste.table), demande),

    'liste.examinerSuppression': (context, { table, id }) => examiner(context, suppressions[table], id),

    'liste.resoudre': (context, { liste, selection }) => resoudre(context, sources[liste], selection),
  }) satisfies HandlersOf<typeof listeContract>
