import type { Command } from './command'
import { annuaireCommands } from './commands/annuaire.commands'
import { bilanCommands } from './commands/bilan.commands'
import { demoCommands } from './commands/demo.commands'
import { envoiCommands } from './commands/envoi.commands'
import { importCommands } from './commands/import.commands'
import { journalCommands } from './commands/journal.commands'
import { lettreCommands } from './commands/lettre.commands'
import { listeCommands } from './commands/liste.commands'
import { registreCommands } from './commands/registre.commands'

/** Every word of the command line, one line a slice, in the order of the work. */
export const commands: readonly Command[] = [
  ...registreCommands,
  ...demoCommands,
  ...annuaireCommands,
  ...importCommands,
  ...listeCommands,
  ...lettreCommands,
  ...envoiCommands,
  ...bilanCommands,
  ...journalCommands,
]
