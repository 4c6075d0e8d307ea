import { parseArgs } from 'node:util'
import { nearestTo } from '../../shared/proche'
import { type Command, type OptionValues, UsageError } from './command'

export interface ParsedCommand {
  command: Command
  operands: string[]
  options: OptionValues
}

/** Options every command takes. */
const commonOptions = { json: { type: 'boolean' } } as const

/** Finds the command and checks its operands and options; what cannot be understood is said in one sentence. */
export function parseCommand(words: string[], commands: readonly Command[]): ParsedCommand {
  const command = findCommand(words, commands)
  const { values, positionals } = parseOptions(command, words.slice(command.words.length))
  if (positionals.length !== command.operands.length) {
    const expected =
      command.operands.length === 0
        ? `« ${positionals.join(' ')} » n’est pas attendu ici`
        : positionals.length === 0
          ? `Il manque ${command.operands.join(' ')}`
          : `« ${positionals.slice(command.operands.length).join(' ')} » est de trop : un seul nom de fichier est attendu (entre guillemets s’il a des espaces)`
    throw new UsageError(`${expected}. Usage : ${command.usage}`)
  }
  for (const name of command.required) {
    if (values[name] === undefined) throw new UsageError(`Il manque --${name}. Usage : ${command.usage}`)
  }
  return { command, operands: positionals, options: values }
}

function findCommand(words: string[], commands: readonly Command[]): Command {
  const found = commands.find((command) => command.words.every((word, index) => words[index] === word))
  if (found) return found
  throw new UsageError(unknownCommand(words, commands))
}

/** Says that the words name no command, with the nearest one, or what may follow a first word that is known. */
export function unknownCommand(words: readonly string[], commands: readonly Command[]): string {
  const [first = '', second] = words.filter((word) => !word.startsWith('-'))
  const known = commands.map((command) => command.words.join(' '))
  const suites = commands.flatMap((command) => (command.words[0] === first ? (command.words[1] ?? []) : []))
  const nearest =
    suites.length > 0
      ? prefixed(first, second === undefined ? undefined : proche(second, suites))
      : (proche([first, second ?? ''].join(' ').trim(), known) ?? proche(first, known))
  const dit = [first, second].filter((word) => word !== undefined).join(' ')
  const suggestion = nearest === undefined ? '' : ` Vouliez-vous dire « ${nearest} » ?`
  const possibles = suites.length > 0 ? `Après « ${first} » : ${suites.join(', ')}` : `Commandes : ${known.join(', ')}`
  return second === undefined && suites.length > 0
    ? `« ${first} » attend un autre mot. ${possibles}.`
    : `« ${dit} » n’est pas une commande connue.${suggestion} ${possibles}.`
}

const prefixed = (first: string, second: string | undefined): string | undefined =>
  second === undefined ? undefined : `${first} ${second}`

/** The word meant: the one that what was typed begins, else the nearest. */
const proche = (typed: string, words: readonly string[]): string | undefined =>
  words.find((word) => typed.length >= 3 && word.startsWith(typed)) ?? nearestTo(typed, words, (word) => word)

function parseOptions(command: Command, args: string[]): { values: OptionValues; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, ...commonOptions },
      allowPositionals: true,
      strict: true,
    })
    return { values, positionals }
  } catch (error) {
    const [, option] = /'(--?[^']+?)(?: <value>)?'/.exec((error as Error).message) ?? []
    const reason =
      (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? 'n’est pas une option connue'
        : 'n’a pas la valeur attendue'
    throw new UsageError(`${option ?? 'Une option'} ${reason}. Usage : ${command.usage}`)
  }
}
