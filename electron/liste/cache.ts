import type { ContexteDeListe } from '../../shared/liste/demande'
import type { Context } from '../register/context'
import { Base } from './base'
import { listChangements, readMarque } from './liste.queries'
import type { SourceQuelconque } from './source'

interface Garde {
  ecritures: number
  /** Last change of the journal that the bases know of. */
  seq: number
  bases: Map<string, Base>
}

/** By database: the register of today, or of an earlier day. What is gone takes its columns with it. */
const gardes = new WeakMap<object, Promise<Garde>>()

/** Lists kept per database: the last ones looked at. */
const basesAuPlus = 8
/** Beyond, it was an import: lists are read again. */
const changementsAuPlus = 2000

type Appelant = Pick<Context, 'db' | 'session' | 'today' | 'resources'>

/**
 * Brought up to date through the same connection as every query, one question after the other: what an open transaction
 * has written is never seen before it is kept. A past day does not change.
 */
async function aJour({ db, session }: Appelant, avant: Garde | undefined): Promise<Garde> {
  if (session.registre?.db !== db) return avant ?? { ecritures: 0, seq: 0, bases: new Map() }
  const marque = await readMarque(db)
  if (!avant) return { ...marque, bases: new Map() }
  if (marque.ecritures === avant.ecritures) return avant
  const bases = new Map<string, Base>()
  const changements = marque.seq < avant.seq ? [] : await listChangements(db, avant.seq, changementsAuPlus)
  // Rows written without the journal knowing are seen by the count alone: the lists are then read again.
  if (changements.length === 0 || changements.length === changementsAuPlus) return { ...marque, bases }
  for (const [cle, base] of avant.bases) {
    const rafraichie = await base.apres(changements)
    if (rafraichie) bases.set(cle, rafraichie)
  }
  return { ...marque, bases }
}

/** The columns of a list as the register holds it now. */
export async function baseDe(context: Appelant, source: SourceQuelconque, contexte: ContexteDeListe): Promise<Base> {
  const precedente = gardes.get(context.db)
  const suivante = (precedente ?? Promise.resolve(undefined))
    .catch(() => undefined)
    .then((avant) => aJour(context, avant))
  gardes.set(context.db, suivante)
  const { bases } = await suivante
  const cle = JSON.stringify([source.liste.cle, contexte, context.today()])
  const base =
    bases.get(cle) ?? new Base(source, contexte, { db: context.db, today: context.today, resources: context.resources })
  bases.delete(cle)
  bases.set(cle, base)
  const [plusAncienne] = bases.keys()
  if (bases.size > basesAuPlus && plusAncienne !== undefined) bases.delete(plusAncienne)
  return base
}
