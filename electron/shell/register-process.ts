import { app, MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NomCommande } from '../../shared/commandes'
import type { Notice, Order } from '../register/main'
import type { NumberedShellRequest, ShellReply } from '../register/main-shell'
import { answerShellRequest } from './main-process-shell'

const stopTimeoutMs = 5000

/** The register process, as the main one sees it: started once, given clients, stopped cleanly. */
export class RegisterProcess {
  readonly #onUnexpectedExit: (code: number) => void
  /** What is said before the process starts, in order. */
  readonly #pending: { message: Order | ShellReply; ports: MessagePortMain[] }[] = []
  #child: UtilityProcess | null = null
  readonly #granted = new Map<number, (jeton: string) => void>()
  #lastGrant = 0
  #onStopped: (() => void) | null = null
  #stopping = false

  constructor(onUnexpectedExit: (code: number) => void) {
    this.#onUnexpectedExit = onUnexpectedExit
  }

  /** Starts the process, once; what was said to it before is waiting for it. */
  start(): void {
    if (this.#child) return
    const child = utilityProcess.fork(
      fileURLToPath(new URL('./register.js', import.meta.url)),
      [app.getPath('userData'), join(app.getAppPath(), 'resources')],
      // Node's notices on what libraries call are no news for who reads the terminal (archiver, under ExcelJS: DEP0005).
      { serviceName: 'Registre', stdio: 'inherit', execArgv: ['--no-deprecation'] },
    )
    child.on('message', (message: Notice | NumberedShellRequest) => {
      void this.#receive(message)
    })
    child.on('exit', (code) => {
      this.#onStopped?.()
      if (!this.#stopping) this.#onUnexpectedExit(code)
    })
    for (const { message, ports } of this.#pending.splice(0)) child.postMessage(message, ports)
    this.#child = child
  }

  /** Opens the register that was open last, if any; a failure is told to the window by `registre.etat`. */
  reopenLast(): void {
    this.#say({ order: 'reopenLast' })
  }

  /** Opens a channel to the register; the returned end goes to a window, known by its number, or to the command line. */
  newClient(fenetre?: number): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    this.#say({ order: 'client', ...(fenetre !== undefined && { fenetre }) }, [port1])
    return port2
  }

  /** Tells the window a command chosen in the menus: its port to the register is the only way in. */
  announceCommand(nom: NomCommande, fenetre: number): void {
    this.#say({ order: 'commande', nom, fenetre })
  }

  /** Makes a path usable by operations; the command line alone names paths. */
  grant(chemin: string): Promise<string> {
    this.#lastGrant += 1
    const id = this.#lastGrant
    return new Promise((resolve) => {
      this.#granted.set(id, resolve)
      this.#say({ order: 'grant', id, chemin })
    })
  }

  /** Closes the register (checkpoint, lock removed), then the process. */
  async stop(): Promise<void> {
    const child = this.#child
    if (this.#stopping || child === null) return
    this.#stopping = true
    await new Promise<void>((resolve) => {
      this.#onStopped = resolve
      setTimeout(resolve, stopTimeoutMs)
      this.#say({ order: 'stop' })
    })
    child.kill()
  }

  #say(message: Order | ShellReply, ports: MessagePortMain[] = []): void {
    if (this.#child) this.#child.postMessage(message, ports)
    else this.#pending.push({ message, ports })
  }

  async #receive(message: Notice | NumberedShellRequest): Promise<void> {
    if ('shell' in message) this.#say(await answerShellRequest(message))
    else if (message.notice === 'granted') {
      this.#granted.get(message.id)?.(message.jeton)
      this.#granted.delete(message.id)
    } else this.#onStopped?.()
  }
}
