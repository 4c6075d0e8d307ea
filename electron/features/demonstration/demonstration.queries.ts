import type { Insertable } from 'kysely'
import type { AnneeScolaire } from '../../../shared/domain/annee-scolaire/annee-scolaire'
import type { ProchaineAction } from '../../../shared/domain/prochaine-action/prochaine-action'
import type { Database, Tables } from '../../database/tables'
import type { Lettres } from './lettres'
import type { OperationDeDemonstration } from './operation'
import type { Personnes } from './personnes'
import type { Territoire } from './territoire'

export interface Demonstration {
  annees: AnneeScolaire[]
  territoire: Territoire
  personnes: Personnes
  lettres: Lettres
  fse: OperationDeDemonstration
  actions: ProchaineAction[]
}

/** Writes the whole demonstration, parents first. */
export async function insertDemonstration(
  db: Database,
  { annees, territoire, personnes, lettres, fse, actions }: Demonstration,
): Promise<void> {
  await db
    .insertInto('anneeScolaire')
    .values(annees)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await insertAll(db, 'etablissement', territoire.etablissements)
  await insertAll(db, 'reseau', territoire.reseaux)
  await insertAll(db, 'reseauMembre', territoire.membres)
  await insertAll(db, 'agent', personnes.agents)
  await insertAll(db, 'affectation', personnes.affectations)
  await insertAll(db, 'affectationReseau', personnes.affectationReseaux)
  await insertAll(db, 'lettreDeMission', lettres.lettres)
  await insertAll(db, 'lettreEtablissement', lettres.etablissements)
  await insertAll(db, 'lettreDomaine', lettres.domaines)
  await insertAll(db, 'lettreObjectif', lettres.objectifs)
  await insertAll(db, 'lettreReseau', lettres.reseaux)
  await insertAll(db, 'lettreVisa', lettres.visas)
  await insertAll(db, 'lettreSignataire', lettres.signataires)
  await insertAll(db, 'lettreEvenement', lettres.evenements)
  await insertAll(db, 'lettreRapport', lettres.rapports)
  await insertAll(db, 'operationFse', [fse.operation])
  await insertAll(db, 'ligneFse', fse.lignes)
  await insertAll(db, 'lettreFse', fse.lettreFse)
  await insertAll(db, 'prochaineAction', actions)
}

/** The calendar as somebody who follows it would have it: what is over is done, save the latest one. */
export async function followCalendrier(db: Database, aujourdhui: string): Promise<void> {
  await db.updateTable('jalon').set({ etat: 'fait' }).where('finLe', '<', aujourdhui).execute()
  await db
    .updateTable('jalon')
    .set({ etat: 'aFaire' })
    .where('id', '=', (select) =>
      select
        .selectFrom('jalon')
        .select('id')
        .where('finLe', '<', aujourdhui)
        .orderBy('finLe', 'desc')
        .orderBy('id')
        .limit(1),
    )
    .execute()
}

async function insertAll<Name extends keyof Tables>(
  db: Database,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  // A row at a time: SQLite binds a bounded number of values, and the statement is prepared once.
  for (const row of rows) await db.insertInto(table).values(row).execute()
}
