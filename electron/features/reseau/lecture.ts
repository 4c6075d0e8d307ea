import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import type { ReseauDeListe } from '../../../shared/domain/reseau/reseau.contract'
import type { Reader } from '../../database/tables'
import { afficherListe } from './affichage'
import { listMembresDuJour, listPersonnes, listReseaux } from './reseau.queries'

/** The networks with their members and people in the school year, as lists show them. */
export async function lireReseaux(db: Reader, anneeId: string, aujourdhui: string): Promise<ReseauDeListe[]> {
  return afficherListe(
    await listReseaux(db),
    await listMembresDuJour(db, jourDeReference(anneeId, aujourdhui)),
    await listPersonnes(db, anneeId),
  )
}
