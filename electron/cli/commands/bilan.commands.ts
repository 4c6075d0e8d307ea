import { exporterBilan, lireBilan } from '../../../shared/domain/bilan/bilan.contract'
import { auOption, regarderAu } from '../au-jour'
import { type Command, fileNamed, stringOption } from '../command'
import { openNamed } from './registre.commands'

const exporter: Command = {
  words: ['exporter', 'bilan'],
  operands: [],
  options: { registre: { type: 'string' }, annee: { type: 'string' }, sortie: { type: 'string' }, ...auOption },
  required: ['registre', 'annee', 'sortie'],
  usage: 'exporter bilan --registre R.mlds --annee 2025-2026 --sortie bilan.xlsx [--au JJ/MM/AAAA]',
  run: async (terminal, _operands, options) => {
    const sortie = fileNamed(stringOption(options, 'sortie'), '.xlsx')
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const anneeId = stringOption(options, 'annee')
    await terminal.client.call(exporterBilan, { anneeId, jeton: await terminal.grant(sortie) })
    const { chiffres } = await terminal.client.call(lireBilan, { anneeId })
    terminal.say(`Bilan ${anneeId} écrit : ${terminal.absolute(sortie)}`)
    terminal.report({
      fichier: terminal.absolute(sortie),
      chiffres: Object.fromEntries(chiffres.map(({ cle, valeur }) => [cle, valeur])),
    })
  },
}

export const bilanCommands: readonly Command[] = [exporter]
