import { formatJour, partiesLocales } from '../../../shared/dates'
import { exporterBilan, lireBilan } from '../../../shared/domain/bilan/bilan.contract'
import { auOption, regarderAu } from '../au-jour'
import { type Command, stringOption } from '../command'
import { grantSortie, remplacerOption } from '../sortie'
import { openNamed } from './registre.commands'

const exporter: Command = {
  words: ['exporter', 'bilan'],
  resume: 'Écrit le bilan d’une année dans un classeur Excel.',
  operands: [],
  options: {
    registre: { type: 'string' },
    annee: { type: 'string' },
    sortie: { type: 'string' },
    courant: { type: 'boolean' },
    ...auOption,
    ...remplacerOption,
  },
  required: ['registre', 'annee', 'sortie'],
  usage:
    'exporter bilan --registre R.mlds --annee 2025-2026 --sortie BILAN.xlsx [--courant] [--au JJ/MM/AAAA] [--remplacer] [--json]',
  run: async (terminal, _operands, options) => {
    const sortie = stringOption(options, 'sortie')
    const jeton = await grantSortie(terminal, options, { chemin: sortie, extension: '.xlsx' })
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const demande = { anneeId: stringOption(options, 'annee'), courant: options['courant'] === true }
    await terminal.client.call(exporterBilan, { ...demande, jeton })
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
