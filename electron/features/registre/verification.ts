import type BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../../shared/app-error'
import type { ConstatVerification, RapportVerification } from '../../../shared/domain/registre/registre.contract'
import { analyserUai } from '../../../shared/uai'
import type { Reader } from '../../database/tables'

/** Full integrity of the file, then what the register says of itself that cannot be true. */
export async function verifier(db: Reader, sqlite: BetterSqlite3.Database): Promise<RapportVerification> {
  const integrity = sqlite.pragma('integrity_check(5)', { simple: true })
  const orphans = sqlite.pragma('foreign_key_check') as unknown[]
  if (integrity !== 'ok' || orphans.length > 0) {
    throw new AppError('unavailable', 'Le registre est endommagé. Gardez-le tel quel et ouvrez votre dernière copie.', {
      cause: integrity,
    })
  }
  return {
    integrite: 'saine',
    comptes: await counts(db),
    constats: [...(await wrongUais(db)), ...(await quotitesOver100(db)), ...(await lettresSansEtablissement(db))],
  }
}

const counted = [
  ['etablissement', 'établissements'],
  ['agent', 'agents'],
  ['affectation', 'affectations'],
  ['reseau', 'réseaux'],
  ['lettreDeMission', 'lettres de mission'],
  ['operationFse', 'opérations FSE'],
] as const

async function counts(db: Reader): Promise<RapportVerification['comptes']> {
  const result = []
  for (const [table, libelle] of counted) {
    const { nombre } = await db
      .selectFrom(table)
      .select((expression) => expression.fn.countAll<number>().as('nombre'))
      .executeTakeFirstOrThrow()
    result.push({ libelle, nombre })
  }
  return result
}

async function wrongUais(db: Reader): Promise<ConstatVerification[]> {
  const rows = await db.selectFrom('etablissement').select(['uai', 'nom']).execute()
  return rows.flatMap(({ uai, nom }) => {
    const analysis = analyserUai(uai)
    return analysis.ok
      ? []
      : [{ gravite: 'erreur' as const, objet: `Établissement ${uai} ${nom}`, message: analysis.message }]
  })
}

async function quotitesOver100(db: Reader): Promise<ConstatVerification[]> {
  const rows = await db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .select(['agent.nom', 'agent.prenom', 'affectation.anneeId'])
    .select((expression) => expression.fn.sum<number>('affectation.quotite').as('total'))
    .groupBy(['affectation.agentId', 'agent.nom', 'agent.prenom', 'affectation.anneeId'])
    .having((expression) => expression.fn.sum('affectation.quotite'), '>', 100)
    .execute()
  return rows.map(({ nom, prenom, anneeId, total }) => ({
    gravite: 'alerte',
    objet: `${nom} ${prenom}, ${anneeId}`,
    message: `La somme des quotités est de ${total.toLocaleString('fr-FR')}\u00a0% : elle dépasse 100\u00a0%.`,
  }))
}

async function lettresSansEtablissement(db: Reader): Promise<ConstatVerification[]> {
  const rows = await db
    .selectFrom('lettreDeMission')
    .innerJoin('agent', 'agent.id', 'lettreDeMission.agentId')
    .leftJoin('lettreEtablissement', 'lettreEtablissement.lettreId', 'lettreDeMission.id')
    .select(['agent.nom', 'agent.prenom', 'lettreDeMission.anneeId'])
    .where('lettreDeMission.active', '=', 1)
    .where('lettreEtablissement.id', 'is', null)
    .execute()
  return rows.map(({ nom, prenom, anneeId }) => ({
    gravite: 'alerte',
    objet: `Lettre de ${nom} ${prenom}, ${anneeId}`,
    message: 'La lettre ne désigne aucun établissement d’intervention.',
  }))
}
