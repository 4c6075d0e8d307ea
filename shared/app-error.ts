/**
 * The six ways an operation can fail as expected. The French sentence is written where the rule is;
 * a code only says how the screen or the terminal presents it.
 *
 * - `invalid`     the input is wrong (`fields` says where)
 * - `notFound`    what was asked for does not exist (any more)
 * - `conflict`    something else holds it: a lock, another program, a newer version
 * - `forbidden`   a rule of the trade refused
 * - `unavailable` the disk, the file or a tool cannot be used
 * - `unexpected`  our fault: logged whole under a short reference
 */
export const errorCodes = ['invalid', 'notFound', 'conflict', 'forbidden', 'unavailable', 'unexpected'] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Sentence per field, keyed by the dotted path of the field in the operation's input. */
export type FieldErrors = Record<string, string>

/** What crosses a process boundary: plain data, never an exception. */
export interface ErrorReply {
  code: ErrorCode
  message: string
  fields?: FieldErrors
  /** Short reference of the log entry, for `unexpected` only. */
  reference?: string
}

/** An expected failure with its French sentence: what happened, what was kept, what to do. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldErrors | undefined
  readonly reference: string | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { fields?: FieldErrors | undefined; reference?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields
    this.reference = options.reference
  }

  toReply(): ErrorReply {
    return {
      code: this.code,
      message: this.message,
      ...(this.fields && { fields: this.fields }),
      ...(this.reference !== undefined && { reference: this.reference }),
    }
  }

  static fromReply(reply: ErrorReply): AppError {
    return new AppError(reply.code, reply.message, { fields: reply.fields, reference: reply.reference })
  }
}
