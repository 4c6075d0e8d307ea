import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { AppError } from '../../shared/app-error'
import type { SuppressionDeListe, supprimerDeListe } from '../../shared/domain/liste/liste.contract'
import { elements } from '../../shared/liste/colonne'
import type { Context } from '../register/context'
import { baseDe } from './cache'
import { essayer } from './ecrire'
import { enReprise } from './liste.queries'
import { resoudre } from './selection'
import type { SourceQuelconque } from './source'
import { type Suppression, supprimerFiche } from './suppression'

type Demande = Omit<z.output<(typeof supprimerDeListe)['input']>, 'liste'>

/** Sentences that the answer carries at most. */
const refusAuPlus = 200
/** Records handled between two turns of the process: others are answered, Cancel is heard. */
const tranche = 100

/** Deletes the records of a selection, each by its own rule, in one transaction: one step of the journal. */
export async function supprimer(
  context: Context,
  source: SourceQuelconque,
  suppression: Suppression | undefined,
  { contexte, selection }: Demande,
): Promise<SuppressionDeListe> {
  if (!suppression) throw new AppError('forbidden', 'Les lignes de cette liste ne se suppriment pas. Rien n’a changé.')
  const { db, progress, signal } = context
  const ids = await resoudre(context, source, selection)
  const refuses: { id: string; message: string }[] = []
  await db.transaction().execute(async (db) => {
    for (const [rang, id] of ids.entries()) {
      if (rang % tranche === 0) {
        progress({ fait: rang, total: ids.length, libelle: 'Suppression' })
        await nextTurn()
        if (signal.aborted) throw new AppError('conflict', 'Suppression interrompue : rien n’a été supprimé.')
      }
      const error = await essayer(() => enReprise(db, () => supprimerFiche(db, suppression, id)))
      if (error) refuses.push({ id, message: error.message })
    }
  })
  const refus = await nommer(context, source, contexte, refuses.slice(0, refusAuPlus))
  return { supprimees: ids.length - refuses.length, refusees: refuses.length, refus }
}

/** The rows that stay, by what their first column says. */
async function nommer(
  context: Context,
  source: SourceQuelconque,
  contexte: Demande['contexte'],
  refuses: readonly { id: string; message: string }[],
): Promise<SuppressionDeListe['refus']> {
  if (refuses.length === 0) return []
  const base = await baseDe(context, source, contexte)
  const [premiere] = source.liste.colonnes
  const noms = premiere ? await base.colonne(premiere.cle) : []
  return Promise.all(
    refuses.map(async ({ id, message }) => {
      const place = await base.place(id)
      const [libelle = ''] = place === undefined ? [] : elements(undefined, noms[place])
      return { id, libelle, message }
    }),
  )
}
