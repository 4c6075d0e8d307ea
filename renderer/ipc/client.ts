import { AppError, type ErrorReply } from '../../shared/app-error'
import type { InputOf, Message, Operation, OutputOf, Progress, Request, Shown } from '../../shared/ipc'
import { ecrireALEcran } from '../ui/format'

export interface CallOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  /** Day (`AAAA-MM-JJ`) at whose end the register is asked how it stood. */
  auJour?: string | undefined
  /** A question of what is shown: the next start may have it answered ahead. */
  ecran?: true
}

/** What a client needs of a port; a `MessagePort` of the page or of a test. */
export interface ClientPort {
  postMessage(message: Request | Shown): void
  addEventListener(type: 'message', listener: (event: MessageEvent<Message>) => void): void
  start(): void
  close(): void
}

export interface Client {
  call<Op extends Operation>(operation: Op, input: InputOf<Op>, options?: CallOptions): Promise<OutputOf<Op>>
  /** Says something that has no answer. */
  say(message: Shown): void
  /** Fails what is waiting: the register process is gone. */
  close(): void
}

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: AppError | DOMException) => void
  onProgress: CallOptions['onProgress']
}

const cancelled = (): DOMException => new DOMException('Opération annulée.', 'AbortError')
const closed = (): AppError =>
  new AppError(
    'unavailable',
    'Le registre a cessé de répondre. Ce qui était enregistré est conservé ; la dernière action est à vérifier.',
  )

/** The sentence as the screen writes it: no-break spaces inside « » and before : ; ! ? (the terminal keeps plain ones). */
function errorOf({ message, fields = {}, ...error }: ErrorReply): AppError {
  const written = Object.entries(fields).map(([name, sentence]) => [name, ecrireALEcran(sentence)])
  return AppError.fromReply({
    ...error,
    message: ecrireALEcran(message),
    ...(written.length > 0 && { fields: Object.fromEntries(written) as ErrorReply['fields'] & object }),
  })
}

/** Requests out, replies in, by number. `onEvent` receives what the register says unasked. */
export function createClient(port: ClientPort, onEvent: (event: Extract<Message, { event: string }>) => void): Client {
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  port.addEventListener('message', ({ data }) => {
    if ('event' in data) return onEvent(data)
    const call = waiting.get(data.id)
    if (!call) return
    if ('progress' in data) return call.onProgress?.(data.progress)
    waiting.delete(data.id)
    if (data.ok) call.resolve(data.value)
    else call.reject(errorOf(data.error))
  })
  port.start()

  return {
    call: (operation, input, { signal, onProgress, auJour, ecran } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(cancelled())
        const id = ++lastId
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress })
        // The reply decides: a cancelled long work answers once its state is clean, a query's answer is not awaited.
        signal?.addEventListener('abort', () => {
          if (!waiting.has(id)) return
          port.postMessage({ id, cancel: true })
          if (!operation.long) {
            waiting.delete(id)
            reject(cancelled())
          }
        })
        port.postMessage({
          id,
          name: operation.name,
          input,
          ...(auJour !== undefined && { auJour }),
          ...(ecran && { ecran }),
        })
      }),
    say: (message) => {
      port.postMessage(message)
    },
    close: () => {
      port.close()
      for (const call of waiting.values()) call.reject(closed())
      waiting.clear()
    },
  }
}
