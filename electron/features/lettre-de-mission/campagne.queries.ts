import { listAnnexes } from '../../lettres/annexes'
import type { AgentSansLettre } from '../../../shared/domain/campagne/campagne'
import type { ContratDeCampagne } from '../../../shared/domain/campagne/service'
import type { CategorieStatut } from '../../../shared/domain/vocabulaire/vocabulaire'
import { AppError } from '../../../shared/app-error'
import type { AnneeScolaire } from '../../../shared/domain/annee-scolaire/annee-scolaire'
import type { Database, Reader } from '../../database/tables'

export async function getAnnee(db: Reader, id: string): Promise<AnneeScolaire> {
  const annee = await db.selectFrom('anneeScolaire').selectAll().where('id', '=', id).executeTakeFirst()
  if (!annee)
    throw new AppError(
      'notFound',
      `L’année scolaire ${id} n’est pas ouverte dans ce registre. Ajoutez-la dans les paramètres.`,
    )
  return annee
}

export function listRaisons(db: Reader, anneeId: string): Promise<AgentSansLettre[]> {
  return db.selectFrom('agentSansLettre').selectAll().where('anneeId', '=', anneeId).execute()
}

export async function deleteRaison(
  db: Database,
  { anneeId, agentId, roleId }: Pick<AgentSansLettre, 'anneeId' | 'agentId' | 'roleId'>,
): Promise<void> {
  await db
    .deleteFrom('agentSansLettre')
    .where('anneeId', '=', anneeId)
    .where('agentId', '=', agentId)
    .where('roleId', '=', roleId)
    .execute()
}

export async function insertRaison(db: Database, raison: AgentSansLettre): Promise<void> {
  await db.insertInto('agentSansLettre').values(raison).execute()
}

/** What everything that a letter may cite is called, for texts not yet written. */
export async function listNoms(db: Reader) {
  const agents = await db
    .selectFrom('agent')
    .select(['id', 'civilite', 'nom', 'prenom', 'grade', 'corpsId', 'statutId', 'contratFinLe', 'cleTri'])
    .execute()
  return {
    termes: await db.selectFrom('vocabulaire').selectAll().execute(),
    etablissements: await db
      .selectFrom('etablissement')
      .select(['id', 'uai', 'nom', 'commune', 'type', 'fermeLe', 'departement'])
      .execute(),
    reseaux: await db.selectFrom('reseau').select(['id', 'nom', 'animateur', 'cleTri']).execute(),
    operations: await db
      .selectFrom('operationFse')
      .select(['id', 'numero', 'intitule', 'programme', 'etat', 'debutLe', 'finLe'])
      .execute(),
    annexes: await listAnnexes(db),
    agents,
  }
}

/** Members of each network on a day. */
export async function listMembres(db: Reader, jour: string): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectFrom('reseauMembre')
    .select(['reseauId', 'etablissementId'])
    .where('debutLe', '<=', jour)
    .where((e) => e.or([e('finLe', 'is', null), e('finLe', '>=', jour)]))
    .execute()
  const membres = new Map<string, Set<string>>()
  for (const { reseauId, etablissementId } of rows)
    membres.set(reseauId, (membres.get(reseauId) ?? new Set()).add(etablissementId))
  return membres
}

export async function listContrats(db: Reader): Promise<Map<string, ContratDeCampagne>> {
  const rows = await db
    .selectFrom('agent')
    .leftJoin('vocabulaire as statut', 'statut.id', 'agent.statutId')
    .select(['agent.id', 'agent.contratFinLe', 'statut.categorie'])
    .execute()
  return new Map(
    rows.map(({ id, contratFinLe, categorie }) => [id, { contratFinLe, statut: categorie as CategorieStatut | null }]),
  )
}
