import type { ContexteDeListe } from '../../shared/liste/demande'
import type { Context } from '../register/context'
import { Base } from './base'
import type { SourceQuelconque } from './source'

interface Garde {
  version: number
  bases: Map<string, Base>
}

/** By database: the register of today, or of an earlier day. What is gone takes its columns with it. */
const gardes = new WeakMap<object, Garde>()

/** Lists kept per database: the last ones looked at. */
const basesAuPlus = 8

type Appelant = Pick<Context, 'db' | 'session' | 'today'>

/**
 * Rises with every row that this process writes, whichever the path; the lock keeps everybody else out. A past day does
 * not change.
 */
function version({ db, session }: Appelant): number {
  if (session.registre?.db !== db) return 0
  return session.required.sqlite.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0
}

/** The columns of a list as the register holds it now, made anew when it has changed. */
export function baseDe(context: Appelant, source: SourceQuelconque, contexte: ContexteDeListe): Base {
  const actuelle = version(context)
  let garde = gardes.get(context.db)
  if (garde?.version !== actuelle) {
    garde = { version: actuelle, bases: new Map() }
    gardes.set(context.db, garde)
  }
  const cle = JSON.stringify([source.liste.cle, contexte, context.today()])
  const base = garde.bases.get(cle) ?? new Base(source, contexte, { db: context.db, today: context.today })
  garde.bases.delete(cle)
  garde.bases.set(cle, base)
  const [plusAncienne] = garde.bases.keys()
  if (garde.bases.size > basesAuPlus && plusAncienne !== undefined) garde.bases.delete(plusAncienne)
  return base
}
