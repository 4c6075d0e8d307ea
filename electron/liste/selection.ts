import type { z } from 'zod'
import type { ContexteDeListe, selectionDeListe } from '../../shared/liste/demande'
import type { Context } from '../register/context'
import { baseDe } from './cache'
import { ceQuiTient } from './ce-qui-tient'
import { places } from './rangee'
import type { SourceQuelconque } from './source'

/** The identifiers that a selection stands for, in the list's own order. */
export async function resoudre(
  context: Pick<Context, 'db' | 'session' | 'today' | 'resources'>,
  source: SourceQuelconque,
  selection: z.output<typeof selectionDeListe>,
): Promise<string[]> {
  if ('ids' in selection) return selection.ids
  const { contexte, recherche, filtre: demande } = selection.champ
  const base = await baseDe(context, source, contexte)
  const { filtre } = await ceQuiTient(base, { filtre: demande, tris: [], groupe: null })
  const sauf = new Set(selection.tousSauf)
  const retenues = await places(base, recherche, filtre)
  const ids = await base.ids()
  const choisis = retenues ? Array.from(retenues, (place) => ids[place] ?? '') : [...ids]
  return choisis.filter((id) => !sauf.has(id))
}

/** The rows that a selection stands for, in the list's own order; what is no longer there is left out. */
export async function lignesChoisies(
  context: Pick<Context, 'db' | 'session' | 'today' | 'resources'>,
  source: SourceQuelconque,
  contexte: ContexteDeListe,
  selection: z.output<typeof selectionDeListe>,
): Promise<unknown[]> {
  const base = await baseDe(context, source, contexte)
  const ids = await resoudre(context, source, selection)
  const rangs = await Promise.all(ids.map((id) => base.place(id)))
  return base.lignes(rangs.filter((rang) => rang !== undefined).toSorted((a, b) => a - b))
}
