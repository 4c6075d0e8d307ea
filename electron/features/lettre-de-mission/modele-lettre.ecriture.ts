import { sql } from 'kysely'
import { compte } from '../../../shared/nombres'
import { enumerer } from '../../../shared/text'
import { lettresObstacles } from '../../liste/obstacles.queries'
import type { Suppression } from '../../liste/suppression'
import { countUsagesDeModele, deleteModele } from './modele-lettre.queries'

/** A model of the académie's own, by its code; the register itself refuses to lose one that is followed. */
export const suppressionDeModele: Suppression = {
  refus: async (db, code) => {
    const { lettres, circuits } = await countUsagesDeModele(db, code)
    if (lettres + circuits === 0) return undefined
    const usages = [
      ...(lettres > 0 ? [compte(lettres, 'lettre de mission', 'lettres de mission')] : []),
      ...(circuits > 0 ? [compte(circuits, 'circuit de signature', 'circuits de signature')] : []),
    ]
    return `${enumerer(usages)} ${lettres + circuits > 1 ? 'suivent' : 'suit'} ce modèle : il ne peut pas être supprimé.`
  },
  obstacles: (db, code) => lettresObstacles(db, sql`SELECT id FROM lettreDeMission WHERE modele = ${code}`),
  effacer: deleteModele,
}
