import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { exporterBilan } from '../../../shared/domain/bilan/bilan.contract'
import { creerDemonstration } from '../../../shared/domain/demonstration/demonstration.contract'
import { type Command, stringOption } from '../command'

/** The years of the demonstration register: the bilan of the past one, the letters of the present one. */
const anneeDuBilan = '2025-2026'

const demo: Command = {
  words: ['demo'],
  operands: [],
  options: { sortie: { type: 'string' } },
  required: ['sortie'],
  usage: 'demo --sortie DOSSIER',
  run: async (terminal, _operands, options) => {
    const dossier = stringOption(options, 'sortie')
    makeFolder(terminal.absolute(dossier))
    const registre = join(dossier, 'demo.mlds')
    const bilan = join(dossier, `bilan-${anneeDuBilan}.xlsx`)
    await terminal.client.call(creerDemonstration, { jeton: await terminal.grant(registre) })
    await terminal.client.call(exporterBilan, { anneeId: anneeDuBilan, jeton: await terminal.grant(bilan) })
    terminal.say(`Registre de démonstration : ${terminal.absolute(registre)}`)
  },
}

export const demoCommands: readonly Command[] = [demo]

function makeFolder(dossier: string): void {
  try {
    mkdirSync(dossier, { recursive: true })
  } catch (cause) {
    throw new AppError('unavailable', `Le dossier « ${dossier} » ne peut pas être créé : rien n’a été écrit. Choisissez un dossier à vous.`, { cause })
  }
}
