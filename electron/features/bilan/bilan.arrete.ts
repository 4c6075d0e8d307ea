import { AppError } from '../../../shared/app-error'
import { formatJour, partiesLocales } from '../../../shared/dates'
import type { BilanArrete, ContenuArrete } from '../../../shared/domain/bilan/bilan-arrete'
import type { BilanLu } from '../../../shared/domain/bilan/bilan.contract'
import { chiffresCles } from '../../../shared/domain/bilan/chiffres'
import { empreinteFigee, estIntacte } from '../../database/texte-fige'
import type { Reader } from '../../database/tables'
import type { Context } from '../../register/context'
import { faitsDuBilan } from './bilan.faits'
import { selectBilan } from './bilan.queries'

const lireArrete = (db: Reader, anneeId: string): Promise<BilanArrete | undefined> =>
  db.selectFrom('bilanArrete').selectAll().where('anneeId', '=', anneeId).executeTakeFirst()

async function compter({ db, today }: Pick<Context, 'db' | 'today'>, anneeId: string): Promise<ContenuArrete> {
  const faits = faitsDuBilan(await selectBilan(db, anneeId), today())
  return { faits, chiffres: chiffresCles(faits) }
}

/** The year's bilan: as it was frozen, unless the current one is asked for or there is no other. */
export async function lireLeBilan(
  context: Pick<Context, 'db' | 'today'>,
  { anneeId, courant }: { anneeId: string; courant: boolean },
): Promise<BilanLu> {
  const arrete = await lireArrete(context.db, anneeId)
  const arreteAt = arrete?.arreteAt ?? null
  if (arrete === undefined || courant) return { ...(await compter(context, anneeId)), arreteAt, fige: false }
  if (!estIntacte({ ...arrete, logoSha256: null }))
    throw new AppError(
      'conflict',
      `Le bilan ${anneeId} arrêté le ${formatJour(partiesLocales(arrete.arreteAt).jour)} a été modifié hors du logiciel : il n’est plus montré. Le registre n’a pas été touché ; vérifiez-le depuis les paramètres.`,
    )
  return { ...(JSON.parse(arrete.contenu) as ContenuArrete), arreteAt, fige: true }
}

export async function arreter(context: Context, anneeId: string): Promise<{ arreteAt: string }> {
  const { db, now, newId } = context
  const deja = await lireArrete(db, anneeId)
  if (deja)
    throw new AppError(
      'conflict',
      `Le bilan ${anneeId} est déjà arrêté, depuis le ${formatJour(partiesLocales(deja.arreteAt).jour)}. Ses chiffres n’ont pas changé ; rouvrez-le pour l’arrêter de nouveau.`,
    )
  const contenu = JSON.stringify(await compter(context, anneeId))
  const arreteAt = now()
  context.etape.phrase = `Arrêt du bilan ${anneeId}`
  await db
    .insertInto('bilanArrete')
    .values({ id: newId(), anneeId, contenu, sha256: empreinteFigee(contenu, null), arreteAt })
    .execute()
  return { arreteAt }
}

export async function rouvrir({ db, etape }: Pick<Context, 'db' | 'etape'>, anneeId: string): Promise<null> {
  etape.phrase = `Réouverture du bilan ${anneeId}`
  const { numDeletedRows } = await db.deleteFrom('bilanArrete').where('anneeId', '=', anneeId).executeTakeFirst()
  if (numDeletedRows === 0n)
    throw new AppError('notFound', `Le bilan ${anneeId} n’est pas arrêté : il suit déjà le registre. Rien n’a changé.`)
  return null
}
