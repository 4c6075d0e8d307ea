import { sql } from 'kysely'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { etatsEnRealisation, etatsSuivis } from '../../../shared/domain/fse/suivi'
import { codeAgent, nommerAttendu } from '../../../shared/domain/lettre-de-mission/signature'
import type { ProchaineAction } from '../../../shared/domain/prochaine-action/prochaine-action'
import type { Jalon } from '../../../shared/domain/jalon/jalon'
import type { Reader } from '../../database/tables'

const etatsAttendantSignature: readonly EtatLettre[] = ['aLaSignature', 'signeeEnPartie']

/** Actions that wait, with the columns that name their record whatever its kind. */
export function listActionsEnCours(db: Reader) {
  return db
    .selectFrom('prochaineAction as action')
    .leftJoin('agent', (join) =>
      join.onRef('agent.id', '=', 'action.sujetId').on('action.sujet', '=', sql.lit<'agent'>('agent')),
    )
    .leftJoin('etablissement', (join) =>
      join
        .onRef('etablissement.id', '=', 'action.sujetId')
        .on('action.sujet', '=', sql.lit<'etablissement'>('etablissement')),
    )
    .leftJoin('reseau', (join) =>
      join.onRef('reseau.id', '=', 'action.sujetId').on('action.sujet', '=', sql.lit<'reseau'>('reseau')),
    )
    .leftJoin('operationFse', (join) =>
      join
        .onRef('operationFse.id', '=', 'action.sujetId')
        .on('action.sujet', '=', sql.lit<'operationFse'>('operationFse')),
    )
    .leftJoin('lettreDeMission as lettre', (join) =>
      join
        .onRef('lettre.id', '=', 'action.sujetId')
        .on('action.sujet', '=', sql.lit<'lettreDeMission'>('lettreDeMission')),
    )
    .leftJoin('agent as destinataire', 'destinataire.id', 'lettre.agentId')
    .selectAll('action')
    .select(['agent.nom as agentNom', 'agent.prenom as agentPrenom'])
    .select(['destinataire.nom as lettreNom', 'destinataire.prenom as lettrePrenom', 'lettre.anneeId as lettreAnneeId'])
    .select(['etablissement.nom as etablissementNom', 'etablissement.commune', 'reseau.nom as reseauNom'])
    .select('operationFse.intitule')
    .where('action.faiteAt', 'is', null)
    .execute()
}

export type ActionLue = ProchaineAction & Awaited<ReturnType<typeof listActionsEnCours>>[number]

/** Milestones of the year that are still to be done. */
export function listJalonsAFaire(db: Reader, anneeId: string): Promise<Jalon[]> {
  return db
    .selectFrom('jalon')
    .selectAll()
    .where('anneeId', '=', anneeId)
    .where('etat', '=', 'aFaire')
    .orderBy('debutLe')
    .orderBy('finLe')
    .orderBy('id')
    .execute()
}

/** People of the year whose contract ends by `horizon`, whoever is a titulaire left out. */
export function listContratsFinissant(db: Reader, anneeId: string, horizon: string) {
  return db
    .selectFrom('agent')
    .leftJoin('vocabulaire as statut', 'statut.id', 'agent.statutId')
    .select(['agent.id', 'agent.nom', 'agent.prenom', 'agent.contratFinLe', 'statut.abrege', 'statut.libelle'])
    .where('agent.contratFinLe', '<=', horizon)
    .where(({ or, eb }) => or([eb('statut.categorie', 'is', null), eb('statut.categorie', '<>', 'titulaire')]))
    .where((where) =>
      where('agent.id', 'in', where.selectFrom('affectation').select('agentId').where('anneeId', '=', anneeId)),
    )
    .execute()
}

/** Letters and avenants that wait for somebody, with whose turn it is and the last signature given. */
export function listLettresASigner(db: Reader, anneeId: string) {
  return db
    .selectFrom('lettreDeMission as lettre')
    .innerJoin('agent', 'agent.id', 'lettre.agentId')
    .select(['lettre.id', 'lettre.envoyeeLe', 'agent.nom', 'agent.prenom'])
    .select((select) => [
      select
        .selectFrom('lettreSignataire as suivant')
        .leftJoin('vocabulaire as signataire', 'signataire.id', 'suivant.signataireId')
        .select((eb) =>
          eb
            .case()
            .when(eb.fn.coalesce('signataire.code', eb.val(codeAgent)), '=', codeAgent)
            .then(nommerAttendu({ code: codeAgent, qualite: '' }))
            .else(eb.ref('suivant.qualite'))
            .end()
            .as('nom'),
        )
        .whereRef('suivant.lettreId', '=', 'lettre.id')
        .where('suivant.signeLe', 'is', null)
        .orderBy('suivant.ordre')
        .limit(1)
        .as('signataire'),
      select
        .selectFrom('lettreSignataire as signe')
        .select(({ fn }) => fn.max('signe.signeLe').as('signeLe'))
        .whereRef('signe.lettreId', '=', 'lettre.id')
        .as('dernierSigneLe'),
    ])
    .where('lettre.anneeId', '=', anneeId)
    .where('lettre.etat', 'in', etatsAttendantSignature)
    .orderBy('agent.cleTri')
    .execute()
}

/** Operations under way that end by `horizon`. */
export function listFinsFse(db: Reader, horizon: string) {
  return db
    .selectFrom('operationFse')
    .select(['id', 'numero', 'intitule', 'finLe'])
    .where('etat', 'in', etatsEnRealisation)
    .where('finLe', '<=', horizon)
    .execute()
}

/** Open établissements by kind and secteur: the index alone is read, whatever the size of the annuaire. */
export function countOuvertsParType(db: Reader) {
  return db
    .selectFrom('etablissement')
    .select(['secteur', 'type'])
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .where('etat', '=', 'ouvert')
    .groupBy(['secteur', 'type'])
    .execute()
}

/** Établissements in a FOQUALE network on the day, with how many. */
export function listMembresFoquale(db: Reader, jour: string) {
  return db
    .selectFrom('reseauMembre')
    .innerJoin('reseau', 'reseau.id', 'reseauMembre.reseauId')
    .innerJoin('vocabulaire as type', 'type.id', 'reseau.typeId')
    .innerJoin('etablissement', 'etablissement.id', 'reseauMembre.etablissementId')
    .select(['etablissement.secteur', 'etablissement.type', 'etablissement.etat'])
    .select(({ fn }) => fn.countAll<number>().as('reseaux'))
    .where('reseau.actif', '=', 1)
    .where('type.categorie', '=', 'foquale')
    .where('reseauMembre.debutLe', '<=', jour)
    .where(({ or, eb }) => or([eb('reseauMembre.finLe', 'is', null), eb('reseauMembre.finLe', '>=', jour)]))
    .groupBy('etablissement.id')
    .execute()
}

/** Counts that need no list: agents without their letter, networks without coordonnateur, operations whose pieces miss. */
export async function countManques(db: Reader, anneeId: string) {
  const comptes = await db
    .selectFrom('anneeScolaire')
    .where('id', '=', anneeId)
    .select([
      sql<number>`(SELECT count(DISTINCT service.agentId) FROM affectation service
        JOIN vocabulaire role ON role.id = service.roleId
        WHERE service.anneeId = ${anneeId} AND role.categorie <> 'autre'
          AND NOT EXISTS (SELECT 1 FROM lettreDeMission lettre WHERE lettre.agentId = service.agentId
            AND lettre.anneeId = service.anneeId AND lettre.roleId = service.roleId AND lettre.active = 1))`.as(
        'sansLettre',
      ),
      sql<number>`(SELECT count(*) FROM reseau JOIN vocabulaire type ON type.id = reseau.typeId
        WHERE reseau.actif = 1 AND type.categorie = 'foquale'
          AND NOT EXISTS (SELECT 1 FROM affectationReseau lien
            JOIN affectation service ON service.id = lien.affectationId
            JOIN vocabulaire role ON role.id = service.roleId
            WHERE lien.reseauId = reseau.id AND service.anneeId = ${anneeId}
              AND role.categorie = 'coordonnateur'))`.as('sansCoordonnateur'),
      sql<number>`(SELECT count(DISTINCT ligne.operationId) FROM ligneFse ligne
        JOIN operationFse operation ON operation.id = ligne.operationId
        WHERE operation.etat IN (${sql.join(etatsSuivis)}) AND ligne.realiseCents <> 0
          AND ligne.justificatif IN ('aFournir', 'enAttente'))`.as('justificatifs'),
    ])
    .executeTakeFirst()
  return comptes ?? { sansLettre: 0, sansCoordonnateur: 0, justificatifs: 0 }
}

/** What the register holds: the first steps are ticked from it. */
export async function countPremiersPas(db: Reader, anneeId: string) {
  const comptes = await db
    .selectFrom('anneeScolaire')
    .where('id', '=', anneeId)
    .select([
      sql<number>`(SELECT count(*) FROM agent)`.as('agents'),
      sql<number>`(SELECT count(*) FROM reseau)`.as('reseaux'),
      sql<number>`(SELECT count(*) FROM lettreDeMission WHERE anneeId = ${anneeId} AND active = 1)`.as('lettres'),
    ])
    .executeTakeFirst()
  return comptes ?? { agents: 0, reseaux: 0, lettres: 0 }
}
