import type { Reader } from '../../database/tables'

/** Every établissement with what places it, in French order of names. */
export function listLieux(db: Reader) {
  return db
    .selectFrom('etablissement')
    .select(['id', 'uai', 'nom', 'commune', 'bassinNom', 'departement', 'etat'])
    .orderBy('cleTri')
    .execute()
}

/** Networks in activity that cover établissements: FOQUALE and relais; a PSAD covers a département as a whole. */
export function listReseauxActifs(db: Reader): Promise<{ id: string; nom: string }[]> {
  return db
    .selectFrom('reseau')
    .innerJoin('vocabulaire as type', 'type.id', 'reseau.typeId')
    .select(['reseau.id', 'reseau.nom'])
    .where('reseau.actif', '=', 1)
    .where('type.categorie', '<>', 'psad')
    .orderBy('reseau.cleTri')
    .execute()
}

export async function listCategoriesDeRole(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('vocabulaire').select(['id', 'categorie']).where('liste', '=', 'role').execute()
  return new Map(rows.map(({ id, categorie }) => [id, categorie ?? 'autre']))
}
