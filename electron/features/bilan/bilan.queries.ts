import { AppError } from '../../../shared/app-error'
import { bornesAnneeScolaire } from '../../../shared/annee-scolaire'
import type { Reader } from '../../database/tables'

/** Rows of the year, as they are stored; `bilan.faits.ts` puts them together. */
export async function selectBilan(db: Reader, anneeId: string) {
  const annee = await db.selectFrom('anneeScolaire').select('id').where('id', '=', anneeId).executeTakeFirst()
  if (!annee)
    throw new AppError(
      'notFound',
      `L’année scolaire ${anneeId} n’est pas ouverte dans ce registre. Ajoutez-la dans les paramètres.`,
    )
  const { debutLe, finLe } = bornesAnneeScolaire(anneeId)
  const lettres = await db
    .selectFrom('lettreDeMission')
    .selectAll()
    .where('anneeId', '=', anneeId)
    .where('active', '=', 1)
    .execute()
  return {
    anneeId,
    academie: await db.selectFrom('academie').selectAll().executeTakeFirstOrThrow(),
    vocabulaires: await db.selectFrom('vocabulaire').selectAll().orderBy('ordre').orderBy('id').execute(),
    agents: await db.selectFrom('agent').selectAll().orderBy('cleTri').orderBy('id').execute(),
    affectations: await db.selectFrom('affectation').selectAll().where('anneeId', '=', anneeId).execute(),
    affectationReseaux: await db
      .selectFrom('affectationReseau')
      .innerJoin('affectation', 'affectation.id', 'affectationReseau.affectationId')
      .select(['affectationReseau.affectationId', 'affectationReseau.reseauId'])
      .where('affectation.anneeId', '=', anneeId)
      .execute(),
    etablissements: await db
      .selectFrom('etablissement')
      .select([
        'id',
        'uai',
        'nom',
        'type',
        'secteur',
        'etat',
        'commune',
        'departement',
        'educationPrioritaire',
        'cleTri',
      ])
      .orderBy('cleTri')
      .orderBy('id')
      .execute(),
    reseaux: await db.selectFrom('reseau').selectAll().where('actif', '=', 1).orderBy('cleTri').orderBy('id').execute(),
    membres: await db.selectFrom('reseauMembre').selectAll().execute(),
    lettres,
    ...(await selectLettresParts(db, anneeId)),
    operations: await db
      .selectFrom('operationFse')
      .selectAll()
      .where('debutLe', '<=', finLe)
      .where('finLe', '>=', debutLe)
      .orderBy('debutLe')
      .orderBy('numero')
      .execute(),
    lignesFse: await db.selectFrom('ligneFse').selectAll().orderBy('sens').orderBy('ordre').orderBy('id').execute(),
  }
}

async function selectLettresParts(db: Reader, anneeId: string) {
  const ofYear = (table: 'lettreEtablissement' | 'lettreDomaine' | 'lettreFse') =>
    db
      .selectFrom(table)
      .innerJoin('lettreDeMission', 'lettreDeMission.id', `${table}.lettreId`)
      .where('lettreDeMission.anneeId', '=', anneeId)
      .where('lettreDeMission.active', '=', 1)
  return {
    lettreEtablissements: await ofYear('lettreEtablissement')
      .select(['lettreEtablissement.lettreId', 'lettreEtablissement.etablissementId', 'lettreEtablissement.gpds'])
      .execute(),
    lettreDomaines: await ofYear('lettreDomaine')
      .select(['lettreDomaine.lettreId', 'lettreDomaine.domaineId', 'lettreDomaine.heures'])
      .execute(),
    lettreObjectifs: await db
      .selectFrom('lettreObjectif')
      .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreObjectif.lettreId')
      .select(['lettreObjectif.domaineId', 'lettreObjectif.atteinte'])
      .where('lettreDeMission.anneeId', '=', anneeId)
      .where('lettreDeMission.active', '=', 1)
      .execute(),
    lettreRapports: await db
      .selectFrom('lettreRapport')
      .innerJoin('lettreDeMission', 'lettreDeMission.id', 'lettreRapport.lettreId')
      .select(['lettreRapport.lettreId', 'lettreRapport.demandeLe', 'lettreRapport.recuLe'])
      .where('lettreDeMission.anneeId', '=', anneeId)
      .execute(),
    lettreFse: await ofYear('lettreFse').select(['lettreFse.lettreId', 'lettreFse.pourcentage']).execute(),
  }
}

export type LignesDuBilan = Awaited<ReturnType<typeof selectBilan>>
