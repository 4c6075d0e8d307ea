import { AppError } from '../../shared/app-error'
import { formatJour, jourValide, partiesLocales } from '../../shared/dates'
import type { Operation } from '../../shared/ipc'
import { derniereEtapeAu } from '../database/journal/passe'
import type { Context, ProcessContext } from './context'

/** What a query of an earlier day reads: the register of that day, and « today » with it; null when it reads no register. */
export function auPasse(
  { session }: ProcessContext,
  operation: Operation,
  auJour: string,
): Pick<Context, 'db' | 'today'> | null {
  if (!jourValide(auJour)) throw new AppError('invalid', 'Ce jour n’existe pas dans le calendrier.')
  if (operation.kind === 'command') {
    throw new AppError(
      'forbidden',
      `Vous regardez le registre tel qu’il était le ${formatJour(auJour)} : il ne se modifie pas. Revenez à aujourd’hui pour modifier ; rien n’a changé.`,
    )
  }
  if (operation.withoutRegistre) return null
  const { sqlite, passes } = session.required
  const etape = derniereEtapeAu(sqlite, finDuJour(auJour))
  if (!etape)
    throw new AppError(
      'notFound',
      `Le journal de ce registre ne remonte pas au ${formatJour(auJour)}. ${debutDuJournal(sqlite)}`,
    )
  const { db } = passes.au(etape.dernierChangement)
  return { db, today: () => auJour }
}

type Sqlite = ProcessContext['session']['required']['sqlite']

/** The first day that the journal tells of, on the clock of this computer; null when it is empty. */
export function premierJour(sqlite: Sqlite): string | null {
  const instant = sqlite.prepare('SELECT instant FROM etape ORDER BY seq LIMIT 1').pluck().get() as string | undefined
  return instant === undefined ? null : partiesLocales(instant).jour
}

/** Last instant of a day on the clock of this computer. */
export const finDuJour = (jour: string): string => new Date(`${jour}T23:59:59.999`).toISOString()

function debutDuJournal(sqlite: Sqlite): string {
  const jour = premierJour(sqlite)
  return jour === null ? 'Aucun changement n’y est encore inscrit.' : `Il commence le ${formatJour(jour)}.`
}
