import type { Command } from './command'
import { registreCommands } from './commands/registre.commands'

/** Every word of the command line, one line a slice. */
export const commands: readonly Command[] = [...registreCommands]
