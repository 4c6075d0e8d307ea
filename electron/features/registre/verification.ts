import type BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../../shared/app-error'
import type { RapportVerification } from '../../../shared/domain/registre/registre.contract'
import { verifierJournal } from '../../database/journal/verifier'
import type { Reader } from '../../database/tables'
import { constatsDuRegistre } from './coherence'
import {
  countRecords,
  listAffectations,
  listAgents,
  listBilansArretes,
  listLettresSansEtablissement,
  listTextesFiges,
  listUais,
} from './verification.queries'

/** Full integrity of the file, then what the register says of itself that cannot be true. */
export async function verifier(
  db: Reader,
  sqlite: BetterSqlite3.Database,
  aujourdhui: string,
): Promise<RapportVerification> {
  const integrity = sqlite.pragma('integrity_check(5)', { simple: true })
  const orphans = sqlite.pragma('foreign_key_check') as unknown[]
  if (integrity !== 'ok' || orphans.length > 0) {
    throw new AppError('unavailable', 'Le registre est endommagé. Gardez-le tel quel et ouvrez votre dernière copie.', {
      cause: integrity,
    })
  }
  const constats = constatsDuRegistre({
    aujourdhui,
    etablissements: await listUais(db),
    agents: await listAgents(db),
    affectations: await listAffectations(db),
    lettresSansEtablissement: await listLettresSansEtablissement(db),
    textesFiges: await listTextesFiges(db),
    bilansArretes: await listBilansArretes(db),
  })
  const alteration = verifierJournal(sqlite)
  if (alteration !== null) constats.unshift({ gravite: 'erreur', objet: 'Journal', message: alteration })
  return { integrite: 'saine', comptes: await countRecords(db), constats }
}
