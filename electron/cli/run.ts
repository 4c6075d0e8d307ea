import { resolve } from 'node:path'
import { AppError } from '../../shared/app-error'
import { direAide } from './aide'
import { Client, type ClientPort } from './client'
import { type Terminal, UsageError } from './command'
import { commands } from './commands'
import { parseCommand, type ParsedCommand, unknownCommand } from './parse'
import { ProgressLine } from './progress-line'

/** 0 done, 1 refused or failed (the sentence says why, nothing half-written), 2 bad usage. */
export type ExitCode = 0 | 1 | 2

/** What the command line needs of the register process. */
export interface RegisterAccess {
  newClient: () => ClientPort
  grant: (chemin: string) => Promise<string>
}

/** Runs one command without a window: sentences on stderr, `--json` report on stdout. */
export async function runCommandLine(words: string[], register: RegisterAccess, cwd: string): Promise<ExitCode> {
  if (words[0] === 'aide') return help(words.slice(1))
  if (words.includes('--help') || words.includes('--aide')) return help(words.filter((word) => !word.startsWith('-')))
  const line = new ProgressLine(process.stderr)
  try {
    const parsed = parseCommand(words, commands)
    await runParsed(parsed, register, cwd, line)
    return 0
  } catch (error) {
    line.clear()
    return fail(error)
  }
}

/** What was asked for goes to stdout, as of any terminal tool: it may be read page by page. */
function help(words: readonly string[]): ExitCode {
  const dite = direAide(words, commands)
  if (dite === null) return fail(new UsageError(unknownCommand(words, commands)))
  process.stdout.write(`${dite}\n`)
  return 0
}

async function runParsed(
  { command, operands, options }: ParsedCommand,
  register: RegisterAccess,
  cwd: string,
  line: ProgressLine,
): Promise<void> {
  const client = new Client(register.newClient(), (progress) => {
    line.show(progress)
  })
  process.once('SIGINT', () => {
    client.cancelAll()
  })
  const terminal: Terminal = {
    client,
    absolute: (chemin) => resolve(cwd, chemin),
    grant: (chemin) => register.grant(resolve(cwd, chemin)),
    say: (sentence) => {
      line.clear()
      process.stderr.write(`${sentence}\n`)
    },
    report: (value) => {
      if (options['json'] === true) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
  }
  await command.run(terminal, operands, options)
  line.clear()
}

function fail(error: unknown): ExitCode {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  if (error instanceof AppError) {
    const conseil =
      error.fields?.['remplacer'] === undefined
        ? ''
        : ' Ajoutez --remplacer pour écraser ce qui est là, ou donnez un autre dossier.'
    process.stderr.write(`${error.message}${conseil}\n`)
    return 1
  }
  process.stderr.write('Une erreur imprévue a arrêté la commande. Rien n’a été écrit à moitié.\n')
  console.error(error)
  return 1
}
