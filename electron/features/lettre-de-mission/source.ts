import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listeLettres } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.liste'
import type { Reader } from '../../database/tables'
import { listModeles } from '../../lettres/modeles'
import { definirSource } from '../../liste/source'
import { listDossiers } from './dossiers.queries'
import { resumer } from './lecture'
import { getAcademie } from './lettre-de-mission.queries'
import { listRapports } from './vie.queries'

/** The letters of a school year, cancelled and replaced ones included, as lists show them. */
export async function lireLettres(
  db: Reader,
  anneeId: string,
  { aujourdhui, resources }: { aujourdhui: string; resources: string },
): Promise<LettreListee[]> {
  const cadre = { academie: await getAcademie(db), modeles: await listModeles(db, resources) }
  const rapports = new Map((await listRapports(db, anneeId)).map((rapport) => [rapport.lettreId, rapport]))
  return (await listDossiers(db, { anneeId })).map((dossier) =>
    resumer(dossier, cadre, aujourdhui, rapports.get(dossier.lettre.id) ?? null),
  )
}

export const sourceLettres = definirSource<LettreListee>({
  liste: listeLettres,
  id: ({ id }) => id,
  lire: ({ db, today, resources }, { anneeId }) => lireLettres(db, anneeId, { aujourdhui: today(), resources }),
})
