import { format } from 'date-fns'
import type { NomCommande } from '../../shared/commandes'
import type { Message, Request, Shown } from '../../shared/ipc'
import { AppError } from '../../shared/app-error'
import type { ProcessContext } from './context'
import { Departs } from './depart'
import { Files } from './files'
import { MainShell, type ShellReply } from './main-shell'
import { newId } from './new-id'
import { ouvrirRegistreDe } from './opening'
import { Recents } from './recents'
import { Server, type Port } from './serve'
import { Session } from './session'

/** What the main process says to this one, besides the answers to what it was asked. */
export type Order =
  | { order: 'client'; fenetre?: number }
  | { order: 'reopenLast' }
  | { order: 'grant'; id: number; chemin: string }
  | { order: 'commande'; nom: NomCommande; fenetre: number }
  | { order: 'stop' }

/** What this process says to the main one. */
export type Notice = { notice: 'granted'; id: number; jeton: string } | { notice: 'stopped' }

/** The two of Electron's types that this process meets; it never imports Electron. */
interface MessagePortMain {
  postMessage: (message: unknown) => void
  on: ((event: 'message', receive: (event: { data: Request | Shown }) => void) => void) &
    ((event: 'close', gone: () => void) => void)
  start: () => void
}
interface ParentPort {
  postMessage: (message: unknown) => void
  on: (event: 'message', receive: (event: { data: Order | ShellReply; ports: MessagePortMain[] }) => void) => void
}

const [userData, resources] = process.argv.slice(2)
if (userData === undefined || resources === undefined) throw new Error('usage: register.js USER_DATA RESOURCES')

const parent = (process as unknown as { parentPort: ParentPort }).parentPort
const shell = new MainShell((request) => {
  parent.postMessage(request)
})
const context: ProcessContext = {
  session: new Session(),
  now: () => new Date().toISOString(),
  today: () => format(new Date(), 'yyyy-MM-dd'),
  newId,
  files: new Files(() => newId()),
  recents: new Recents(userData),
  shell,
  log: (message, detail) => {
    console.error(`[registre] ${message}`, detail ?? '')
  },
  resources,
}
const departs = new Departs(context, userData)
const server = new Server(context, departs)

parent.on('message', ({ data, ports }) => {
  if (!('order' in data)) shell.receive(data)
  else if (data.order === 'grant')
    parent.postMessage({
      notice: 'granted',
      id: data.id,
      jeton: context.files.grant(data.chemin).jeton,
    } satisfies Notice)
  else if (data.order === 'commande') server.announceCommand(data.nom, data.fenetre)
  else if (data.order === 'stop') void stop()
  else if (data.order === 'reopenLast') reopenLast()
  else if (ports[0]) server.attach(portOf(ports[0]), data.fenetre)
})

async function stop(): Promise<void> {
  await departs.close()
  parent.postMessage({ notice: 'stopped' } satisfies Notice)
}

function reopenLast(): void {
  const [last] = context.recents.list()
  if (!last || context.session.registre) return
  try {
    ouvrirRegistreDe(context, last.chemin)
    departs.prepare()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.session.echecOuverture = error.message
  }
}

function portOf(port: MessagePortMain): Port {
  return {
    postMessage: (message: Message) => {
      port.postMessage(message)
    },
    onMessage: (receive) => {
      port.on('message', ({ data }) => {
        receive(data)
      })
      port.start()
    },
    onClose: (gone) => {
      port.on('close', gone)
    },
  }
}
