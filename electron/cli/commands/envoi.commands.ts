import { exporterBordereaux } from '../../../shared/domain/envoi/envoi.contract'
import { compte } from '../../../shared/nombres'
import { auOption, regarderAu } from '../au-jour'
import { type Command, optionalString, stringOption } from '../command'
import { openNamed } from './registre.commands'

const bordereaux: Command = {
  words: ['exporter', 'bordereaux'],
  operands: [],
  options: {
    ...auOption,
    registre: { type: 'string' },
    annee: { type: 'string' },
    sortie: { type: 'string' },
    signataire: { type: 'string' },
  },
  required: ['registre', 'annee', 'sortie'],
  usage:
    'exporter bordereaux --registre R.mlds --annee 2026-2027 --sortie DOSSIER [--signataire CODE] [--au JJ/MM/AAAA] [--json]',
  run: async (terminal, _operands, options) => {
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const anneeId = stringOption(options, 'annee')
    const sortie = stringOption(options, 'sortie')
    const code = optionalString(options, 'signataire')
    const { fichiers } = await terminal.client.call(exporterBordereaux, {
      anneeId,
      jetonDossier: await terminal.grant(sortie),
      ...(code !== null && { code: code.toUpperCase() }),
    })
    terminal.say(`${compte(fichiers.length, 'bordereau écrit', 'bordereaux écrits')} : ${terminal.absolute(sortie)}`)
    for (const { nom, lettres } of fichiers) terminal.say(`- ${nom} : ${compte(lettres, 'lettre')}`)
    terminal.report({ annee: anneeId, fichiers: fichiers.map(({ nom, lettres }) => ({ nom, lettres })) })
  },
}

export const envoiCommands: readonly Command[] = [bordereaux]
