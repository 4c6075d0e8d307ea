import { app, MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NomCommande } from '../../shared/commandes'
import type { Notice, Order } from '../register/main'
import type { NumberedShellRequest } from '../register/main-shell'
import { answerShellRequest } from './main-process-shell'

const stopTimeoutMs = 5000

/** The register process, as the main one sees it: started once, given clients, stopped cleanly. */
export class RegisterProcess {
  readonly #child: UtilityProcess
  readonly #granted = new Map<number, (jeton: string) => void>()
  #lastGrant = 0
  #onStopped: (() => void) | null = null
  #stopping = false

  constructor(onUnexpectedExit: (code: number) => void) {
    this.#child = utilityProcess.fork(
      fileURLToPath(new URL('./register.js', import.meta.url)),
      [app.getPath('userData'), join(app.getAppPath(), 'resources')],
      // Node's notices on what libraries call are no news for who reads the terminal (archiver, under ExcelJS: DEP0005).
      { serviceName: 'Registre', stdio: 'inherit', execArgv: ['--no-deprecation'] },
    )
    this.#child.on('message', (message: Notice | NumberedShellRequest) => {
      void this.#receive(message)
    })
    this.#child.on('exit', (code) => {
      this.#onStopped?.()
      if (!this.#stopping) onUnexpectedExit(code)
    })
  }

  /** Opens the register that was open last, if any; a failure is told to the window by `registre.etat`. */
  reopenLast(): void {
    this.#child.postMessage({ order: 'reopenLast' } satisfies Order)
  }

  /** Opens a channel to the register; the returned end goes to a window, known by its number, or to the command line. */
  newClient(fenetre?: number): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    this.#child.postMessage({ order: 'client', ...(fenetre !== undefined && { fenetre }) } satisfies Order, [port1])
    return port2
  }

  /** Tells the window a command chosen in the menus: its port to the register is the only way in. */
  announceCommand(nom: NomCommande, fenetre: number): void {
    this.#child.postMessage({ order: 'commande', nom, fenetre } satisfies Order)
  }

  /** Makes a path usable by operations; the command line alone names paths. */
  grant(chemin: string): Promise<string> {
    this.#lastGrant += 1
    const id = this.#lastGrant
    return new Promise((resolve) => {
      this.#granted.set(id, resolve)
      this.#child.postMessage({ order: 'grant', id, chemin } satisfies Order)
    })
  }

  /** Closes the register (checkpoint, lock removed), then the process. */
  async stop(): Promise<void> {
    if (this.#stopping) return
    this.#stopping = true
    await new Promise<void>((resolve) => {
      this.#onStopped = resolve
      setTimeout(resolve, stopTimeoutMs)
      this.#child.postMessage({ order: 'stop' } satisfies Order)
    })
    this.#child.kill()
  }

  async #receive(message: Notice | NumberedShellRequest): Promise<void> {
    if ('shell' in message) this.#child.postMessage(await answerShellRequest(message))
    else if (message.notice === 'granted') {
      this.#granted.get(message.id)?.(message.jeton)
      this.#granted.delete(message.id)
    } else this.#onStopped?.()
  }
}
