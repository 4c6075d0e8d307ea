import type { ParseArgsConfig } from 'node:util'
import type { Client } from './client'

/** What a command works with: the operations, the user's folder, and where to speak. */
export interface Terminal {
  client: Client
  /** Turns a path the user typed (relative to her folder) into the token operations take. */
  grant: (chemin: string) => Promise<string>
  /** A path as the user typed it, made absolute. */
  absolute: (chemin: string) => string
  /** French sentences, on stderr. */
  say: (sentence: string) => void
  /** The machine-readable report, on stdout: only when `--json` was given. */
  report: (value: unknown) => void
}

type Options = NonNullable<ParseArgsConfig['options']>
/** Values of the options as typed, all strings or booleans. */
export type OptionValues = Record<string, string | boolean | undefined>

/** One line of the command line: `importer annuaire FICHIER --registre R.mlds`. */
export interface Command {
  /** `['importer', 'annuaire']` */
  words: readonly string[]
  /** Names of what must follow, `['FICHIER.csv']`. */
  operands: readonly string[]
  options: Options
  /** Options without which the command makes no sense. */
  required: readonly string[]
  usage: string
  /** What it does, in one sentence. */
  resume: string
  run: (terminal: Terminal, operands: string[], options: OptionValues) => Promise<void>
}

/** The user's words are not a sentence of this language: exit code 2. */
export class UsageError extends Error {}

/** A required option or operand, already checked by the parser. */
export function stringOption(options: OptionValues, name: string): string {
  const value = options[name]
  if (typeof value !== 'string') throw new UsageError(`Il manque --${name}.`)
  return value
}

/** The value of an option that may be left out. */
export function optionalString(options: OptionValues, name: string): string | null {
  const value = options[name]
  return typeof value === 'string' ? value : null
}

/** A file name that must end as its content says: `b.pdf` is no workbook. */
export function fileNamed(chemin: string, extension: string): string {
  if (chemin.toLowerCase().endsWith(extension)) return chemin
  throw new UsageError(`« ${chemin} » : un nom qui finit par ${extension} est attendu ici.`)
}
