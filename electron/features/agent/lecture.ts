import type { AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import type { Reader } from '../../database/tables'
import { afficherAgents } from './affichage'
import { getAnnee, listAffectations, listAgents, listLettres, listReseauxDAffectations } from './agent.queries'

/** Who serves in the school year, or who does not, as lists show them. */
export async function lireAgents(
  db: Reader,
  { anneeId, sansAffectation }: { anneeId: string; sansAffectation: boolean },
): Promise<AgentDeListe[]> {
  await getAnnee(db, anneeId)
  const rows = {
    affectations: await listAffectations(db, { anneeId }),
    reseaux: await listReseauxDAffectations(db, { anneeId }),
    lettres: await listLettres(db, { anneeId }),
  }
  return afficherAgents(await listAgents(db, { anneeId, sansAffectation }), rows)
}
