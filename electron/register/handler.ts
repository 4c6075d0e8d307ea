import type { Operation, OutputOf, ParsedInputOf } from '../../shared/ipc'
import type { Context } from './context'

export type Handler<Op extends Operation> = (context: Context, input: ParsedInputOf<Op>) => Promise<OutputOf<Op>>

/** The handlers of a contract: forgetting one is a compile error. */
export type HandlersOf<Contract extends Record<string, Operation>> = {
  [Name in keyof Contract]: Handler<Contract[Name]>
}
