import { AppError, type ErrorReply } from '../../shared/app-error'
import type { Shell, ShellRequest } from './shell'

/** A request to the main process, numbered so that its answer finds its way back. */
export type NumberedShellRequest = ShellRequest & { shell: number }
export type ShellReply = { shell: number; ok: true; value: unknown } | { shell: number; ok: false; error: ErrorReply }

type Waiting = { resolve: (value: unknown) => void; reject: (error: AppError) => void }

/** The shell as the register process sees it: questions put to the main process. */
export class MainShell implements Shell {
  readonly #post: (request: NumberedShellRequest) => void
  readonly #waiting = new Map<number, Waiting>()
  #last = 0

  constructor(post: (request: NumberedShellRequest) => void) {
    this.#post = post
  }

  chooseFile: Shell['chooseFile'] = (argument) => this.#ask({ verb: 'chooseFile', argument })
  chooseTarget: Shell['chooseTarget'] = (argument) => this.#ask({ verb: 'chooseTarget', argument })
  chooseFolder: Shell['chooseFolder'] = (argument) => this.#ask({ verb: 'chooseFolder', argument })
  printToPdf: Shell['printToPdf'] = (argument) => this.#ask({ verb: 'printToPdf', argument })
  print: Shell['print'] = (argument) => this.#ask({ verb: 'print', argument })
  reveal: Shell['reveal'] = (argument) => this.#ask({ verb: 'reveal', argument })
  changeWindow: Shell['changeWindow'] = (argument) => this.#ask({ verb: 'changeWindow', argument })
  keepTyped: Shell['keepTyped'] = (argument) => this.#ask({ verb: 'keepTyped', argument })
  open: Shell['open'] = (argument) => this.#ask({ verb: 'open', argument })

  receive(reply: ShellReply): void {
    const waiting = this.#waiting.get(reply.shell)
    this.#waiting.delete(reply.shell)
    if (reply.ok) waiting?.resolve(reply.value)
    else waiting?.reject(AppError.fromReply(reply.error))
  }

  #ask<Value>(request: ShellRequest): Promise<Value> {
    this.#last += 1
    const shell = this.#last
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(shell, { resolve: resolve as (value: unknown) => void, reject })
      this.#post({ ...request, shell })
    })
  }
}
