import type { Reader } from '../../database/tables'

/** Every établissement with what places it, in French order of names. */
export function listLieux(db: Reader) {
  return db
    .selectFrom('etablissement')
    .select(['id', 'uai', 'nom', 'commune', 'bassinNom', 'departement', 'etat'])
    .orderBy('cleTri')
    .execute()
}

/** Networks in activity; FOQUALE and relais cover établissements, a PSAD covers a département as a whole. */
export async function listReseauxActifs(db: Reader): Promise<{ id: string; nom: string; psad: boolean }[]> {
  const reseaux = await db
    .selectFrom('reseau')
    .innerJoin('vocabulaire as type', 'type.id', 'reseau.typeId')
    .select(['reseau.id', 'reseau.nom', 'type.categorie'])
    .where('reseau.actif', '=', 1)
    .orderBy('reseau.cleTri')
    .execute()
  return reseaux.map(({ id, nom, categorie }) => ({ id, nom, psad: categorie === 'psad' }))
}

export async function listCategoriesDeRole(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('vocabulaire').select(['id', 'categorie']).where('liste', '=', 'role').execute()
  return new Map(rows.map(({ id, categorie }) => [id, categorie ?? 'autre']))
}
