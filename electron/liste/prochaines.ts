import { type AvecProchaineAction, clesDeProchaineAction } from '../../shared/domain/prochaine-action/colonnes'
import { parEcheance } from '../../shared/domain/prochaine-action/prochaine-action'
import type { Valeur } from '../../shared/liste/colonne'
import type { Reader } from '../database/tables'
import { listProchainesActions } from './liste.queries'
import type { SourceLongue, SourceQuelconque } from './source'

type Prochaine = NonNullable<AvecProchaineAction['prochaine']>

/** What waits first on each record of a table, by its identifier. */
async function prochainesDe(db: Reader, table: string): Promise<ReadonlyMap<string, Prochaine>> {
  const actions = (await listProchainesActions(db, table)).toSorted(parEcheance)
  return new Map(actions.toReversed().map(({ sujetId, ...action }) => [sujetId, action]))
}

const cles: ReadonlySet<string> = new Set(clesDeProchaineAction)

/** A list whose rows say what comes next on their record. */
export function avecProchaineAction(source: SourceQuelconque): SourceQuelconque {
  const { table } = source.liste
  return {
    ...source,
    lire: async (lecture, contexte, ids) => {
      const prochaines = await prochainesDe(lecture.db, table)
      const lignes = await source.lire(lecture, contexte, ids)
      return lignes.map((ligne) => ({ ...(ligne as object), prochaine: prochaines.get(source.id(ligne)) ?? null }))
    },
    ...(source.longue && { longue: completer(source, source.longue) }),
  }
}

/** The same, column by column. */
function completer({ liste }: SourceQuelconque, longue: SourceLongue): SourceLongue {
  const { liees, ...dependances } = longue.dependances
  return {
    ...longue,
    dependances: { ...dependances, liees: { ...liees, prochaineAction: clesDeProchaineAction } },
    colonnes: async (lecture, contexte, demandees) => {
      const siennes = demandees.filter((cle) => !cles.has(cle))
      if (siennes.length === demandees.length) return longue.colonnes(lecture, contexte, demandees)
      const [ids = [], ...lues] = await longue.colonnes(lecture, contexte, ['id', ...siennes])
      const prochaines = await prochainesDe(lecture.db, liste.table)
      return demandees.map((cle): Valeur[] => {
        if (!cles.has(cle)) return lues[siennes.indexOf(cle)] ?? []
        const colonne = liste.colonnes.find((each) => each.cle === cle)
        return ids.map((id) => colonne?.valeur({ id, prochaine: prochaines.get(String(id)) ?? null }))
      })
    },
  }
}
