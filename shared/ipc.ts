import type { z } from 'zod'
import type { ErrorReply } from './app-error'
import type { NomCommande } from './commandes'
import type { EcranMontre } from './depart'

/**
 * An operation is the only way anything outside the register process reaches the register.
 * It is declared once, as data: its validation, its handler's type, the window's client and
 * the command line derive from it.
 */
export interface Operation<Name extends string = string, Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly name: Name
  /** A `query` changes nothing; after a `command` the window refetches what it shows. */
  readonly kind: 'query' | 'command'
  readonly input: Input
  /** Long operations report progress and can be cancelled, leaving a clean state. */
  readonly long: boolean
  /** May be called while no register is open. */
  readonly withoutRegistre: boolean
  /** Carries the output's type only; never a value. */
  readonly output: Returns<Output>
}

declare const returned: unique symbol
export interface Returns<Output> {
  readonly [returned]?: Output
}

/** Names the output type of an operation: `output: returns<Agent[]>()`. */
export const returns = <Output>(): Returns<Output> => ({})

/** Declares an operation; `name` is `word.verb`, found on both sides by one search. */
export function operation<const Name extends `${string}.${string}`, Input extends z.ZodType, Output>(description: {
  name: Name
  kind: 'query' | 'command'
  input: Input
  output: Returns<Output>
  long?: true
  withoutRegistre?: true
}): Operation<Name, Input, Output> {
  return {
    name: description.name,
    kind: description.kind,
    input: description.input,
    output: description.output,
    long: description.long ?? false,
    withoutRegistre: description.withoutRegistre ?? false,
  }
}

/** What a caller passes (before defaults and transformations). */
export type InputOf<Op> = Op extends Operation<string, infer Input, unknown> ? z.input<Input> : never
/** What a handler receives (after validation). */
export type ParsedInputOf<Op> = Op extends Operation<string, infer Input, unknown> ? z.output<Input> : never
export type OutputOf<Op> = Op extends Operation<string, z.ZodType, infer Output> ? Output : never

/** How far a long operation is: `fait` of `total` (0 when unknown), and what is being done, in French. */
export interface Progress {
  fait: number
  total: number
  libelle: string
}

/**
 * From a client (window or command line) to the register process. `auJour` (`AAAA-MM-JJ`) asks a query of the register
 * as it stood at the end of that day; a command is refused. `ecran`: a question of what is shown, never one that does
 * something (a dialog): the next start may have it answered ahead.
 */
export type Request =
  { id: number; name: string; input: unknown; auJour?: string; ecran?: true } | { id: number; cancel: true }

/** What a window says and waits no answer to: the screen that it shows, for the next start. */
export interface Shown {
  shown: EcranMontre
}

/** From the register process to a client. */
export type Message =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: ErrorReply }
  | { id: number; progress: Progress }
  /** Something changed outside this client's own calls: refetch what is shown. */
  | { event: 'change' }
  /** A command chosen in a native menu. */
  | { event: 'commande'; nom: NomCommande }
