import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/app-error'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { ResultatEnLot } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { nomAffiche } from '../../../shared/text'
import type { Database } from '../../database/tables'
import type { Context } from '../../register/context'
import { getDossier } from './dossiers.queries'
import { direEtape } from './etapes'

/** Letters handled between two turns of the process: others are answered, Cancel is heard. */
const tranche = 25

/** Called before each letter: says how far the work is, and from time to time lets the process hear Cancel. */
export async function respirer({ progress, signal }: Context, fait: number, total: number): Promise<void> {
  if (fait % tranche !== 0) return
  if (total > tranche) progress({ fait, total, libelle: 'Une lettre après l’autre' })
  if (fait === 0) return
  await nextTurn()
  if (signal.aborted) throw new AppError('conflict', 'Annulé : aucune lettre n’a changé.')
}

/** Each letter judged on its own; what is refused is listed. A letter alone is refused with its sentence. */
export async function enLot(
  db: Database,
  { ids, vers, context }: { ids: readonly string[]; vers: EtatLettre; context: Context },
  faire: (dossier: DossierLettre) => Promise<void>,
): Promise<ResultatEnLot> {
  const resultat: ResultatEnLot = { faites: [], refusees: [] }
  const faites: DossierLettre[] = []
  for (const [rang, id] of ids.entries()) {
    await respirer(context, rang, ids.length)
    const dossier = await getDossier(db, id)
    try {
      await faire(dossier)
      resultat.faites.push(id)
      faites.push(dossier)
    } catch (error) {
      if (!(error instanceof AppError) || ids.length === 1) throw error
      resultat.refusees.push({ id, agent: nomAffiche(dossier.agent), raison: error.message })
    }
  }
  direEtape(context, vers, faites)
  return resultat
}
