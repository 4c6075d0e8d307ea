import type { Circuit, CircuitSignataire } from '../../../shared/domain/circuit/circuit'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Database, Reader } from '../../database/tables'

/** A circuit with its signatories in order. */
export interface CircuitLu extends Circuit {
  signataires: (CircuitSignataire & { code: string })[]
}

export async function listCircuits(db: Reader): Promise<CircuitLu[]> {
  const circuits = await db.selectFrom('circuit').selectAll().orderBy('modele').orderBy('departement').execute()
  const signataires = await db
    .selectFrom('circuitSignataire')
    .innerJoin('vocabulaire', 'vocabulaire.id', 'circuitSignataire.signataireId')
    .selectAll('circuitSignataire')
    .select('vocabulaire.code')
    .orderBy('circuitSignataire.ordre')
    .execute()
  return circuits.map((circuit) => ({
    ...circuit,
    signataires: signataires.filter(({ circuitId }) => circuitId === circuit.id),
  }))
}

/** The académie's list of signatories by code, inactive ones included: letters may still wait for them. */
export async function readSignataires(db: Reader): Promise<ReadonlyMap<string, Vocabulaire>> {
  const termes = await db.selectFrom('vocabulaire').selectAll().where('liste', '=', 'signataire').execute()
  return new Map(termes.map((terme) => [terme.code, terme]))
}

/** Writes a circuit anew; without signatories it is removed, and the model's own circuit applies again. */
export async function replaceCircuit(
  db: Database,
  { modele, departement }: Pick<Circuit, 'modele' | 'departement'>,
  signataires: readonly Omit<CircuitSignataire, 'id' | 'circuitId' | 'ordre'>[],
  newId: () => string,
): Promise<void> {
  const present = await db
    .selectFrom('circuit')
    .select('id')
    .where('modele', '=', modele)
    .where('departement', '=', departement)
    .executeTakeFirst()
  if (present) await db.deleteFrom('circuitSignataire').where('circuitId', '=', present.id).execute()
  if (signataires.length === 0) {
    if (present) await db.deleteFrom('circuit').where('id', '=', present.id).execute()
    return
  }
  const circuitId = present?.id ?? newId()
  if (!present) await db.insertInto('circuit').values({ id: circuitId, modele, departement }).execute()
  for (const [rang, ligne] of signataires.entries())
    await db
      .insertInto('circuitSignataire')
      .values({ ...ligne, id: newId(), circuitId, ordre: rang + 1 })
      .execute()
}

/** Départements where agents have their résidence: those that may have a circuit of their own. */
export async function listDepartementsDesResidences(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('affectation')
    .innerJoin('etablissement', 'etablissement.id', 'affectation.residenceId')
    .select('etablissement.departement')
    .where('etablissement.departement', '<>', '')
    .distinct()
    .orderBy('etablissement.departement')
    .execute()
  return rows.map(({ departement }) => departement)
}
