import type { NomCommande } from '../../shared/commandes'
import type { InputOf, Operation, OutputOf, Shown } from '../../shared/ipc'
import { auJour } from './au-jour'
import type { CallOptions, Client } from './client'
import { createClient } from './client'
import { onPort } from './port'

type EventListener = () => void

const listeners = new Set<EventListener>()
const commandListeners = new Set<(nom: NomCommande) => void>()
let current: Client | undefined
let announce: (client: Client) => void
let ready = new Promise<Client>((resolve) => (announce = resolve))

/** Starts listening for the port; called once by main.tsx, before the first screen. */
export function connect(): void {
  onPort((port) => {
    current?.close()
    current = createClient(port, (event) => {
      if (event.event === 'commande') commandListeners.forEach((listener) => listener(event.nom))
      else listeners.forEach((listener) => listener())
    })
    announce(current)
    ready = Promise.resolve(current)
    listeners.forEach((listener) => listener())
  })
}

/**
 * Runs an operation of the register, as it stood on the day that the window looks at (a command is then refused with
 * its sentence); throws `AppError`, or an `AbortError` when cancelled.
 */
export async function call<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  options?: CallOptions,
): Promise<OutputOf<Op>> {
  const client = await ready
  return client.call(operation, input, operation.withoutRegistre ? options : { auJour: auJour(), ...options })
}

/** Tells the register process something that has no answer. */
export function say(message: Shown): void {
  void ready.then((client) => {
    client.say(message)
  })
}

/** Called when the register changed outside the window's own calls, or when its process restarted. */
export function onChange(listener: EventListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called when a command is chosen in a native menu. */
export function onCommand(listener: (nom: NomCommande) => void): () => void {
  commandListeners.add(listener)
  return () => commandListeners.delete(listener)
}
