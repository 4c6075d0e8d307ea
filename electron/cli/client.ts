import { AppError } from '../../shared/app-error'
import type { InputOf, Message, Operation, OutputOf, Progress } from '../../shared/ipc'

type Waiting = {
  resolve: (value: unknown) => void
  reject: (error: AppError) => void
  onProgress: (progress: Progress) => void
}

/** The little of Electron's MessagePortMain that is needed here: only the shell knows Electron. */
export interface ClientPort {
  postMessage: (message: unknown) => void
  on: (event: 'message', receive: (event: { data: unknown }) => void) => unknown
  start: () => void
}

/** The command line's end of the port: the same operations as the window's. */
export class Client {
  readonly #port: ClientPort
  readonly #waiting = new Map<number, Waiting>()
  readonly #onProgress: (progress: Progress) => void
  #last = 0
  /** Day at whose end everything is read; undefined for the present. */
  auJour: string | undefined

  constructor(port: ClientPort, onProgress: (progress: Progress) => void) {
    this.#port = port
    this.#onProgress = onProgress
    port.on('message', ({ data }) => {
      this.#receive(data as Message)
    })
    port.start()
  }

  call<Op extends Operation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
    this.#last += 1
    const id = this.#last
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress: this.#onProgress })
      const auJour = operation.withoutRegistre ? undefined : this.auJour
      this.#port.postMessage({ id, name: operation.name, input, ...(auJour !== undefined && { auJour }) })
    })
  }

  /** Asks every running operation to stop and leave a clean state. */
  cancelAll(): void {
    for (const id of this.#waiting.keys()) this.#port.postMessage({ id, cancel: true })
  }

  #receive(message: Message): void {
    if ('event' in message) return
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return
    if ('progress' in message) {
      waiting.onProgress(message.progress)
      return
    }
    this.#waiting.delete(message.id)
    if (message.ok) waiting.resolve(message.value)
    else waiting.reject(AppError.fromReply(message.error))
  }
}
