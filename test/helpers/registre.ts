import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProcessContext } from '../../electron/register/context'
import { dispatch } from '../../electron/register/dispatch'
import { Files } from '../../electron/register/files'
import { newId } from '../../electron/register/new-id'
import { Recents } from '../../electron/register/recents'
import { Session } from '../../electron/register/session'
import type { Shell } from '../../electron/register/shell'
import { AppError } from '../../shared/app-error'
import { creerRegistre } from '../../shared/domain/registre/registre.contract'
import type { InputOf, Operation, OutputOf, Progress } from '../../shared/ipc'

/** Without Electron there is no printer and no dialog: what needs one is tested in the real window. */
const noShell: Shell = {
  chooseFile: () => Promise.resolve(null),
  chooseTarget: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(null),
  printToPdf: () => Promise.reject(new AppError('unavailable', 'Pas d’imprimante dans ce test.')),
  print: () => Promise.reject(new AppError('unavailable', 'Pas d’imprimante dans ce test.')),
  reveal: () => Promise.resolve(),
  changeWindow: ({ theme = 'systeme', zoom = 100 }) => Promise.resolve({ theme, zoom }),
  keepTyped: () => Promise.resolve(null),
  open: () => Promise.resolve(),
}

export interface TestCall {
  signal?: AbortSignal
  progress?: (progress: Progress) => void
  auJour?: string
}

/** A process context with a fixed clock, in a folder of its own. */
export function testContext(dossier: string, overrides: Partial<ProcessContext> = {}): ProcessContext {
  return {
    session: new Session(),
    now: () => '2026-11-22T10:00:00.000Z',
    today: () => '2026-11-22',
    newId,
    files: new Files(newId),
    recents: new Recents(join(dossier, 'application')),
    shell: noShell,
    log: (message, detail) => {
      console.error(message, detail)
    },
    resources: fileURLToPath(new URL('../../resources', import.meta.url)),
    ...overrides,
  }
}

/** Calls an operation as a client would; a refusal is thrown as the AppError that the client would rebuild. */
export async function callOperation<Op extends Operation>(
  context: ProcessContext,
  operation: Op,
  input: InputOf<Op>,
  { signal = new AbortController().signal, progress = () => undefined, auJour }: TestCall = {},
): Promise<OutputOf<Op>> {
  const reply = await dispatch(context, operation.name, input, {
    signal,
    progress,
    ...(auJour !== undefined && { auJour }),
  })
  if (!reply.ok) throw AppError.fromReply(reply.error)
  return reply.value as OutputOf<Op>
}

/** A real register of the académie de Rennes (14), seeded, in a temporary folder; `close()` removes it all. */
export async function testRegistre(overrides: Partial<ProcessContext> = {}) {
  const dossier = mkdtempSync(join(tmpdir(), 'registre-mlds-'))
  const context = testContext(dossier, overrides)
  const grant = (chemin: string): string => context.files.grant(chemin).jeton
  const call = <Op extends Operation>(operation: Op, input: InputOf<Op>, options?: TestCall) =>
    callOperation(context, operation, input, options)
  await call(creerRegistre, { jeton: grant(join(dossier, 'essai.mlds')), academieCode: '14' })
  return {
    call,
    context,
    dossier,
    grant,
    get db() {
      return context.session.db
    },
    get sqlite() {
      return context.session.required.sqlite
    },
    close: () => {
      context.session.close()
      rmSync(dossier, { recursive: true, force: true })
    },
  }
}

export type TestRegistre = Awaited<ReturnType<typeof testRegistre>>
