import type { NomCommande } from '../../shared/commandes'
import type { Message, Request, Shown } from '../../shared/ipc'
import type { ProcessContext } from './context'
import type { Departs } from './depart'
import { dispatch, isCommand } from './dispatch'

/** The little of a MessagePort that serving needs; the same for the window, the terminal and tests. */
export interface Port {
  postMessage: (message: Message) => void
  onMessage: (receive: (request: Request | Shown) => void) => void
  /** The client is gone: its window was closed or reloaded. */
  onClose?: (gone: () => void) => void
}

/** Serves one client: parallel calls, progress, cancel; tells the other clients what has changed. */
export class Server {
  readonly #context: ProcessContext
  readonly #departs: Departs
  readonly #clients = new Set<Port>()
  /** The windows among the clients, by the number that the main process knows them by. */
  readonly #windows = new Map<number, Port>()

  constructor(context: ProcessContext, departs: Departs) {
    this.#context = context
    this.#departs = departs
  }

  attach(port: Port, fenetre?: number): void {
    this.#clients.add(port)
    if (fenetre !== undefined) this.#windows.set(fenetre, port)
    const running = new Map<number, AbortController>()
    port.onClose?.(() => this.#clients.delete(port))
    port.onMessage((request) => {
      if ('shown' in request) this.#departs.note(request.shown)
      else if ('cancel' in request) running.get(request.id)?.abort()
      else void this.#serve(port, request, running)
    })
  }

  /** Tells a window a command of its native menus. */
  announceCommand(nom: NomCommande, fenetre: number): void {
    this.#windows.get(fenetre)?.postMessage({ event: 'commande', nom })
  }

  async #serve(
    port: Port,
    { id, name, input, auJour, ecran }: Extract<Request, { name: string }>,
    running: Map<number, AbortController>,
  ): Promise<void> {
    if (isCommand(name)) this.#departs.forget()
    const ready = ecran && auJour === undefined ? await this.#departs.take(name, input) : undefined
    if (ready) {
      port.postMessage({ id, ...ready })
      return
    }
    const controller = new AbortController()
    running.set(id, controller)
    const reply = await dispatch(this.#context, name, input, {
      signal: controller.signal,
      ...(auJour !== undefined && { auJour }),
      progress: (progress) => {
        port.postMessage({ id, progress })
      },
    })
    running.delete(id)
    port.postMessage({ id, ...reply })
    if (reply.ok && isCommand(name)) this.#announceChange(port)
  }

  #announceChange(from: Port): void {
    for (const client of this.#clients) if (client !== from) client.postMessage({ event: 'change' })
  }
}
