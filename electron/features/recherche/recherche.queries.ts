import { sql } from 'kysely'
import type { Database, Reader } from '../../database/tables'

/** Rows read at once while the index is being made: a few milliseconds, then others may ask. */
const lot = 4000

/** Every row of a reading ordered by `id`, a batch at a time; or those of the identifiers given. */
async function* parLots<Row extends { id: string }>(
  ids: readonly string[] | null,
  lire: (where: { apres: string; limite: number } | { ids: readonly string[] }) => Promise<Row[]>,
): AsyncIterable<Row[]> {
  if (ids !== null) {
    for (let debut = 0; debut < ids.length; debut += lot) yield await lire({ ids: ids.slice(debut, debut + lot) })
    return
  }
  for (let apres = ''; ;) {
    const rows = await lire({ apres, limite: lot })
    if (rows.length > 0) yield rows
    const derniere = rows[lot - 1]
    if (!derniere) return
    apres = derniere.id
  }
}

type Tranche = { apres: string; limite: number } | { ids: readonly string[] }
const dans = (colonne: string, tranche: Tranche) =>
  'ids' in tranche
    ? sql<boolean>`${sql.ref(colonne)} IN (SELECT value FROM json_each(${JSON.stringify(tranche.ids)}))`
    : sql<boolean>`${sql.ref(colonne)} > ${tranche.apres}`
const limite = (tranche: Tranche): number => ('ids' in tranche ? -1 : tranche.limite)

export const lireAgents = (db: Reader, ids: readonly string[] | null) =>
  parLots(ids, (tranche) =>
    db
      .selectFrom('agent')
      .leftJoin('vocabulaire as statut', 'statut.id', 'agent.statutId')
      .leftJoin('vocabulaire as corps', 'corps.id', 'agent.corpsId')
      .select(['agent.id', 'agent.cleRecherche', 'agent.cleTri', 'agent.courriel', 'agent.telephone'])
      .select(['agent.discipline', 'statut.libelle as statut', 'statut.abrege as statutAbrege'])
      .select(['corps.libelle as corps', 'corps.abrege as corpsAbrege'])
      .where(dans('agent.id', tranche))
      .orderBy('agent.id')
      .limit(limite(tranche))
      .execute(),
  )

export const lireEtablissements = (db: Reader, ids: readonly string[] | null) =>
  parLots(ids, (tranche) =>
    db
      .selectFrom('etablissement')
      .select(['id', 'uai', 'commune', 'departement', 'bassinNom', 'zapNom', 'type', 'etat', 'cleRecherche', 'cleTri'])
      .where(dans('id', tranche))
      .orderBy('id')
      .limit(limite(tranche))
      .execute(),
  )

export const lireReseaux = (db: Reader, ids: readonly string[] | null) =>
  parLots(ids, (tranche) =>
    db
      .selectFrom('reseau')
      .innerJoin('vocabulaire as type', 'type.id', 'reseau.typeId')
      .select(['reseau.id', 'reseau.nom', 'reseau.cleRecherche', 'reseau.cleTri', 'reseau.actif', 'reseau.bassin'])
      .select(['reseau.departement', 'type.libelle as type', 'type.abrege as typeAbrege'])
      .where(dans('reseau.id', tranche))
      .orderBy('reseau.id')
      .limit(limite(tranche))
      .execute(),
  )

export const lireLettres = (db: Reader, ids: readonly string[] | null) =>
  parLots(ids, (tranche) =>
    db
      .selectFrom('lettreDeMission as lettre')
      .innerJoin('agent', 'agent.id', 'lettre.agentId')
      .select(['lettre.id', 'lettre.anneeId', 'lettre.etat', 'lettre.active', 'lettre.reference'])
      .select(['agent.cleRecherche', 'agent.cleTri'])
      .where(dans('lettre.id', tranche))
      .orderBy('lettre.id')
      .limit(limite(tranche))
      .execute(),
  )

export const lireOperations = (db: Reader, ids: readonly string[] | null) =>
  parLots(ids, (tranche) =>
    db
      .selectFrom('operationFse')
      .select(['id', 'numero', 'intitule', 'programme', 'porteur', 'etat'])
      .where(dans('id', tranche))
      .orderBy('id')
      .limit(limite(tranche))
      .execute(),
  )

export async function listLettresDAgents(db: Database, agentIds: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('lettreDeMission').select('id').where('agentId', 'in', agentIds).execute()
  return rows.map(({ id }) => id)
}

/** The académie's rôles, with every word they may be called by. */
export const listRoles = (db: Reader) =>
  db
    .selectFrom('vocabulaire')
    .select(['id', 'libelle', 'libelleFeminin', 'abrege', 'synonymes'])
    .where('liste', '=', 'role')
    .orderBy('ordre')
    .execute()

/** Who serves under these rôles in the year, and the letters written for them, whatever their year. */
export async function listFichesDeRoles(db: Reader, roleIds: readonly string[], anneeId: string) {
  if (roleIds.length === 0) return { agents: [], lettres: [] }
  const agents = await db
    .selectFrom('affectation')
    .select('agentId as id')
    .where('roleId', 'in', roleIds)
    .where('anneeId', '=', anneeId)
    .execute()
  const lettres = await db.selectFrom('lettreDeMission').select('id').where('roleId', 'in', roleIds).execute()
  return { agents, lettres }
}

/** What belongs to these networks: members that have not left, agents of the year, letters. */
export async function listFichesDeReseaux(db: Reader, reseauIds: readonly string[], anneeId: string, jour: string) {
  if (reseauIds.length === 0) return { etablissements: [], agents: [], lettres: [] }
  const etablissements = await db
    .selectFrom('reseauMembre')
    .select('etablissementId as id')
    .where('reseauId', 'in', reseauIds)
    .where(({ or, eb }) => or([eb('finLe', 'is', null), eb('finLe', '>=', jour)]))
    .execute()
  const agents = await db
    .selectFrom('affectationReseau')
    .innerJoin('affectation', 'affectation.id', 'affectationReseau.affectationId')
    .select('affectation.agentId as id')
    .where('affectationReseau.reseauId', 'in', reseauIds)
    .where('affectation.anneeId', '=', anneeId)
    .execute()
  const lettres = await db
    .selectFrom('lettreReseau')
    .select('lettreId as id')
    .where('reseauId', 'in', reseauIds)
    .execute()
  return { etablissements, agents, lettres }
}

export const findAgents = (db: Reader, ids: readonly string[], anneeId: string) =>
  db
    .selectFrom('agent')
    .leftJoin('affectation', (join) =>
      join.onRef('affectation.agentId', '=', 'agent.id').on('affectation.anneeId', '=', anneeId),
    )
    .leftJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .leftJoin('etablissement as residence', 'residence.id', 'affectation.residenceId')
    .select(['agent.id', 'agent.nom', 'agent.prenom', 'agent.civilite', 'agent.discipline'])
    .select(['role.libelle', 'role.libelleFeminin', 'residence.nom as residence', 'residence.commune'])
    .where('agent.id', 'in', ids)
    .execute()

export const findEtablissements = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('etablissement')
    .select(['id', 'uai', 'nom', 'type', 'commune', 'etat'])
    .where('id', 'in', ids)
    .execute()

export const findReseaux = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('reseau')
    .innerJoin('vocabulaire as type', 'type.id', 'reseau.typeId')
    .select(['reseau.id', 'reseau.nom', 'reseau.code', 'reseau.bassin', 'reseau.actif'])
    .select(['type.libelle', 'type.abrege'])
    .where('reseau.id', 'in', ids)
    .execute()

export const findLettres = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('lettreDeMission as lettre')
    .innerJoin('agent', 'agent.id', 'lettre.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'lettre.roleId')
    .select(['lettre.id', 'lettre.anneeId', 'lettre.etat', 'lettre.version', 'lettre.reference'])
    .select(['agent.nom', 'agent.prenom', 'agent.civilite', 'role.libelle', 'role.libelleFeminin'])
    .where('lettre.id', 'in', ids)
    .execute()

export const findOperations = (db: Reader, ids: readonly string[]) =>
  db.selectFrom('operationFse').select(['id', 'numero', 'intitule', 'etat']).where('id', 'in', ids).execute()
