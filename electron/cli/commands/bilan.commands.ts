import { formatJour, partiesLocales } from '../../../shared/dates'
import { exporterBilan, lireBilan } from '../../../shared/domain/bilan/bilan.contract'
import { auOption, regarderAu } from '../au-jour'
import { type Command, fileNamed, stringOption } from '../command'
import { openNamed } from './registre.commands'

const exporter: Command = {
  words: ['exporter', 'bilan'],
  operands: [],
  options: {
    registre: { type: 'string' },
    annee: { type: 'string' },
    sortie: { type: 'string' },
    courant: { type: 'boolean' },
    ...auOption,
  },
  required: ['registre', 'annee', 'sortie'],
  usage: 'exporter bilan --registre R.mlds --annee 2025-2026 --sortie bilan.xlsx [--courant] [--au JJ/MM/AAAA]',
  run: async (terminal, _operands, options) => {
    const sortie = fileNamed(stringOption(options, 'sortie'), '.xlsx')
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const demande = { anneeId: stringOption(options, 'annee'), courant: options['courant'] === true }
    await terminal.client.call(exporterBilan, { ...demande, jeton: await terminal.grant(sortie) })
    const { chiffres, arreteAt, fige } = await terminal.client.call(lireBilan, demande)
    const arrete = fige && arreteAt !== null ? `, arrêté le ${formatJour(partiesLocales(arreteAt).jour)}` : ''
    terminal.say(`Bilan ${demande.anneeId}${arrete} écrit : ${terminal.absolute(sortie)}`)
    terminal.report({
      fichier: terminal.absolute(sortie),
      chiffres: Object.fromEntries(chiffres.map(({ cle, valeur }) => [cle, valeur])),
    })
  },
}

export const bilanCommands: readonly Command[] = [exporter]
