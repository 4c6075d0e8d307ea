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
        ? 'Aucun nom de fichier n’est attendu ici'
        : `Il est attendu ici : ${command.operands.join(' ')}`
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

/** Says that the words name no command, with the nearest one. */
export function unknownCommand(words: readonly string[], commands: readonly Command[]): string {
  const typed = words
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ')
  const known = commands.map((command) => command.words.join(' '))
  const [first = ''] = words
  const nearest =
    known.find((candidate) => candidate.startsWith(typed)) ??
    known.find((candidate) => candidate.startsWith(first)) ??
    nearestTo(typed, known, (candidate) => candidate)
  const suggestion = nearest === undefined ? '' : ` Vouliez-vous dire « ${nearest} » ?`
  return `« ${words.slice(0, 2).join(' ')} » n’est pas une commande connue.${suggestion} Commandes : ${known.join(', ')}.`
}

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
