import { z } from 'zod'
import { AppError, type ErrorReply } from '../../shared/app-error'
import { contract, type OperationName } from '../../shared/contract'
import type { Operation, Progress } from '../../shared/ipc'
import { phraseDeRefus } from '../../shared/saisie'
import { dansEtape } from '../database/journal/etape-en-cours'
import { translateSqliteError } from '../database/sqlite-error'
import type { Context, ProcessContext } from './context'
import { commandesEnCours } from './commandes-en-cours'
import { decrireEtape } from './etape'
import { auPasse } from './au-passe'
import { handlerOf } from './handlers'
import { noRegistre, type Session } from './session'

z.config({ customError: phraseDeRefus })

export type Reply = { ok: true; value: unknown } | { ok: false; error: ErrorReply }

/** One call's own part of the context. */
export interface Call {
  progress: (progress: Progress) => void
  signal: AbortSignal
  /** Day at whose end the register is asked how it stood; absent for the present. */
  auJour?: string
}

/** name → parse → handler → reply. Trusts nothing: an unknown name or a bad input is refused with its reason. */
export async function dispatch(
  processContext: ProcessContext,
  name: string,
  input: unknown,
  call: Call,
): Promise<Reply> {
  try {
    const operation = findOperation(name)
    const { session } = processContext
    if (!operation.withoutRegistre) refuseWithout(session)
    const parsed = parseInput(operation, input)
    const passe = call.auJour === undefined ? null : auPasse(processContext, operation, call.auJour)
    const etape = decrireEtape(processContext, operation.name)
    const context: Context = {
      ...processContext,
      ...call,
      etape,
      today: passe?.today ?? processContext.today,
      get db() {
        return passe?.db ?? session.db
      },
    }
    const handler = await handlerOf(operation)
    if (operation.kind === 'query') return { ok: true, value: await handler(context, parsed) }
    return {
      ok: true,
      value: await enCours(operation, () =>
        dansEtape(etape, () => commande(processContext, () => handler(context, parsed))),
      ),
    }
  } catch (error) {
    return { ok: false, error: replyTo(error, name, processContext) }
  }
}

function refuseWithout(session: Session): void {
  if (session.registre === null) throw noRegistre()
}

/** What a handler wrote outside a transaction of the usual path is sealed under its own step. */
async function commande<T>({ session }: ProcessContext, run: () => Promise<T>): Promise<T> {
  const value = await run()
  if (session.registre && !session.registre.sqlite.inTransaction) session.registre.journal.sceller()
  return value
}

async function enCours<T>({ name, long }: Operation, run: () => Promise<T>): Promise<T> {
  const entree = { name, long }
  commandesEnCours.add(entree)
  try {
    return await run()
  } finally {
    commandesEnCours.delete(entree)
  }
}

/** Whether the window must refetch after this call. */
export const isCommand = (name: string): boolean =>
  Object.hasOwn(contract, name) && findOperation(name).kind === 'command'

function findOperation(name: string): Operation {
  if (!Object.hasOwn(contract, name)) throw new AppError('notFound', `L’opération « ${name} » n’existe pas.`)
  return contract[name as OperationName]
}

function parseInput(operation: Operation, input: unknown): unknown {
  const result = operation.input.safeParse(input)
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.map(String).join('.')] ??= issue.message
  throw new AppError('invalid', `Saisie refusée, rien n’a été écrit. ${Object.values(fields).join(' ')}`, { fields })
}

function replyTo(error: unknown, name: string, context: ProcessContext): ErrorReply {
  if (error instanceof AppError) return error.toReply()
  const translated = translateSqliteError(error)
  if (translated) return translated.toReply()
  const reference = context.newId().slice(-8)
  context.log(`unexpected error ${reference} in ${name}`, error)
  return new AppError(
    'unexpected',
    `Une erreur imprévue s’est produite (référence ${reference}). Cette action n’a pas abouti ; ce qui était enregistré est conservé.`,
    { reference },
  ).toReply()
}
