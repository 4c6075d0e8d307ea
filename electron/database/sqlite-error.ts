import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../../shared/app-error'
import { refusFigee } from '../../shared/domain/lettre-de-mission/etats'

/** Sentences of the constraints a user can meet; the others are our defects and stay `unexpected`. */
const uniqueSentences: Record<string, string> = {
  'etablissement.uai': 'Un établissement porte déjà ce code UAI.',
  'reseau.code': 'Un réseau porte déjà ce code.',
  'modeleLettre.code': 'Un modèle de lettre porte déjà ce code.',
  'operationFse.numero': 'Une opération porte déjà ce numéro.',
  'vocabulaire.liste, vocabulaire.code': 'Cette liste contient déjà ce code.',
  'reseauMembre.reseauId, reseauMembre.etablissementId, reseauMembre.debutLe':
    'Cet établissement est déjà membre de ce réseau à cette date.',
  'lettreEtablissement.lettreId, lettreEtablissement.etablissementId': 'Cet établissement figure déjà dans la lettre.',
  'lettreDeMission.agentId, lettreDeMission.anneeId, lettreDeMission.roleId':
    'Cette personne a déjà une lettre active pour cette année et ce rôle.',
  'affectationReseau.affectationId, affectationReseau.reseauId': 'Ce réseau est déjà rattaché à cette affectation.',
}

/** Translates what SQLite refuses into an expected error; null when it is not one. */
export function translateSqliteError(error: unknown): AppError | null {
  if (!(error instanceof BetterSqlite3.SqliteError)) return null
  const { code, message } = error
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') {
    const columns = message.replace('UNIQUE constraint failed: ', '')
    const sentence = uniqueSentences[columns]
    return sentence === undefined ? null : new AppError('conflict', sentence, { cause: error })
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && message === 'lettreFigee') {
    return new AppError('forbidden', refusFigee, { cause: error })
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && message === 'modeleUtilise') {
    return new AppError(
      'forbidden',
      'Des lettres ou un circuit de signature suivent ce modèle : il ne peut pas être supprimé. Rien n’a changé.',
      { cause: error },
    )
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
    return new AppError(
      'forbidden',
      'Cette fiche est liée à d’autres : elle ne peut pas être supprimée ni rattachée à une fiche qui n’existe plus.',
      { cause: error },
    )
  }
  if (code === 'SQLITE_FULL') {
    return new AppError(
      'unavailable',
      'Le disque est plein : cette modification n’a pas été enregistrée, tout le reste est conservé. Libérez de la place, puis recommencez.',
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new AppError(
      'unavailable',
      'Le disque ne répond plus : cette modification n’a pas été enregistrée. Vérifiez que le dossier du registre est toujours accessible.',
      { cause: error },
    )
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new AppError(
      'unavailable',
      'Le registre est endommagé. Gardez-le tel quel et ouvrez votre dernière copie.',
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError(
      'conflict',
      'Le registre est occupé par un autre programme : cette modification n’a pas été enregistrée. Réessayez.',
      { cause: error },
    )
  }
  return null
}
