import type { Command } from './command'
import { agentCommands } from './commands/agent.commands'
import { annuaireCommands } from './commands/annuaire.commands'
import { bilanCommands } from './commands/bilan.commands'
import { demoCommands } from './commands/demo.commands'
import { etablissementCommands } from './commands/etablissement.commands'
import { importCommands } from './commands/import.commands'
import { journalCommands } from './commands/journal.commands'
import { lettreCommands } from './commands/lettre.commands'
import { registreCommands } from './commands/registre.commands'
import { reseauCommands } from './commands/reseau.commands'

/** Every word of the command line, one line a slice. */
export const commands: readonly Command[] = [
  ...agentCommands,
  ...annuaireCommands,
  ...etablissementCommands,
  ...reseauCommands,
  ...bilanCommands,
  ...demoCommands,
  ...importCommands,
  ...journalCommands,
  ...lettreCommands,
  ...registreCommands,
]
