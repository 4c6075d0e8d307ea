import type { Reader } from '../../database/tables'

const counted = [
  ['etablissement', 'établissement', 'établissements'],
  ['agent', 'agent', 'agents'],
  ['affectation', 'affectation', 'affectations'],
  ['reseau', 'réseau', 'réseaux'],
  ['lettreDeMission', 'lettre de mission', 'lettres de mission'],
  ['operationFse', 'opération FSE', 'opérations FSE'],
] as const

/** How many records of each kind the register holds, each with its word. */
export async function countRecords(db: Reader): Promise<{ libelle: string; nombre: number }[]> {
  const counts = []
  for (const [table, un, plusieurs] of counted) {
    const { nombre } = await db
      .selectFrom(table)
      .select((expression) => expression.fn.countAll<number>().as('nombre'))
      .executeTakeFirstOrThrow()
    counts.push({ libelle: nombre >= 2 ? plusieurs : un, nombre })
  }
  return counts
}

export function listUais(db: Reader) {
  return db.selectFrom('etablissement').select(['uai', 'nom']).orderBy('uai').execute()
}

export function listAgents(db: Reader) {
  return db
    .selectFrom('agent')
    .leftJoin('vocabulaire as statut', 'statut.id', 'agent.statutId')
    .select(['agent.nom', 'agent.prenom', 'agent.courriel', 'agent.contratFinLe', 'agent.echelon', 'agent.echelonLe'])
    .select('statut.categorie as statut')
    .orderBy('agent.cleTri')
    .execute()
}

export function listAffectations(db: Reader) {
  return db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .innerJoin('anneeScolaire as annee', 'annee.id', 'affectation.anneeId')
    .innerJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .innerJoin('vocabulaire as regime', 'regime.id', 'affectation.regimeId')
    .leftJoin('vocabulaire as corps', 'corps.id', 'agent.corpsId')
    .select([
      'affectation.agentId',
      'affectation.anneeId',
      'affectation.quotite',
      'affectation.heuresEnseignementHebdo',
    ])
    .select(['affectation.residenceId', 'affectation.debutLe', 'affectation.finLe'])
    .select(['annee.debutLe as anneeDebutLe', 'annee.finLe as anneeFinLe'])
    .select(['agent.nom', 'agent.prenom', 'agent.civilite', 'corps.heures as corpsOrsHebdo'])
    .select(['role.libelle as roleLibelle', 'role.libelleFeminin as roleFeminin'])
    .select(['regime.categorie as regimeCategorie', 'regime.heures as regimeHeures'])
    .orderBy('affectation.anneeId', 'desc')
    .orderBy('agent.cleTri')
    .execute()
}

export function listLettresSansEtablissement(db: Reader) {
  return db
    .selectFrom('lettreDeMission')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .leftJoin('lettreEtablissement', 'lettreEtablissement.lettreId', 'lettreDeMission.id')
    .select(['agent.nom', 'agent.prenom', 'lettreDeMission.anneeId'])
    .where('lettreDeMission.active', '=', 1)
    .where('lettreEtablissement.id', 'is', null)
    .orderBy('lettreDeMission.anneeId', 'desc')
    .orderBy('agent.cleTri')
    .execute()
}

/** Frozen texts of the letters, with the hash of the logo that each one was printed with. */
export function listTextesFiges(db: Reader) {
  return db
    .selectFrom('lettreFigee')
    .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreFigee.lettreId')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .leftJoin('fichier', 'fichier.id', 'lettreFigee.logoFichierId')
    .select(['agent.nom', 'agent.prenom', 'lettreDeMission.anneeId'])
    .select(['lettreFigee.contenu', 'lettreFigee.sha256', 'fichier.sha256 as logoSha256'])
    .orderBy('agent.cleTri')
    .execute()
}

export const listBilansArretes = (db: Reader) =>
  db.selectFrom('bilanArrete').select(['anneeId', 'contenu', 'sha256']).orderBy('anneeId').execute()
