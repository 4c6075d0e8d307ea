import { AppError } from '../../../shared/app-error'
import { formatInstant, partiesLocales } from '../../../shared/dates'
import {
  annulerEtape,
  type EtapeDeJournal,
  listerJournal,
  retablirEtape,
  type ResultatAnnulation,
} from '../../../shared/domain/journal/journal.contract'
import { type Command, type OptionValues, optionalString, type Terminal, UsageError } from '../command'
import { openNamed } from './registre.commands'

const journal: Command = {
  words: ['journal'],
  resume: 'Montre ce qui a été fait dans le registre, le plus récent d’abord.',
  operands: ['REGISTRE.mlds'],
  options: { limite: { type: 'string' } },
  required: [],
  usage: 'journal REGISTRE.mlds [--limite N] [--json]',
  run: async (terminal, [chemin = ''], options) => {
    await openNamed(terminal, chemin)
    const page = await terminal.client.call(listerJournal, { limite: Math.min(entier(options, 'limite') ?? 30, 500) })
    for (const etape of page.etapes) terminal.say(ligne(etape))
    if (page.suite) terminal.say('Des étapes plus anciennes existent : augmentez --limite.')
    terminal.report(page)
  },
}

const annuler: Command = {
  words: ['annuler'],
  resume: 'Annule la dernière étape, ou celle que l’on nomme.',
  operands: ['REGISTRE.mlds'],
  options: { etape: { type: 'string' }, 'avec-suivantes': { type: 'boolean' } },
  required: [],
  usage: 'annuler REGISTRE.mlds [--etape NUMÉRO] [--avec-suivantes] [--json]',
  run: async (terminal, [chemin = ''], options) => {
    await openNamed(terminal, chemin)
    const etapeSeq = entier(options, 'etape')
    const result = await terminal.client.call(annulerEtape, {
      ...(etapeSeq !== undefined && { etapeSeq }),
      avecSuivantes: options['avec-suivantes'] === true,
    })
    dire(terminal, result, 'Pour les annuler d’abord, ajoutez --avec-suivantes.')
  },
}

const retablir: Command = {
  words: ['retablir'],
  resume: 'Refait une étape annulée.',
  operands: ['REGISTRE.mlds'],
  options: { etape: { type: 'string' } },
  required: [],
  usage: 'retablir REGISTRE.mlds [--etape NUMÉRO] [--json]',
  run: async (terminal, [chemin = ''], options) => {
    await openNamed(terminal, chemin)
    const etapeSeq = entier(options, 'etape')
    dire(terminal, await terminal.client.call(retablirEtape, { ...(etapeSeq !== undefined && { etapeSeq }) }), '')
  },
}

function dire(terminal: Terminal, result: ResultatAnnulation, conseil: string): void {
  terminal.report(result)
  if (!result.fait)
    throw new AppError(
      'conflict',
      `${result.raison}${result.suivantes.length > 0 && conseil !== '' ? ` ${conseil}` : ''}`,
    )
  terminal.say(`${result.phrase}.`)
  for (const { raison } of result.gardees) terminal.say(`- gardée : ${raison}`)
}

/** « 12 · le 22/11/2026 à 10 h 00 · mael · Import de … (annulée) » */
function ligne({ seq, instant, qui, phrase, tient, nature }: EtapeDeJournal): string {
  const parties = [
    String(seq),
    formatInstant(partiesLocales(instant), ''),
    qui,
    `${phrase}${tient || nature === 'allegement' ? '' : ' (annulée)'}`,
  ]
  return parties.filter((part) => part !== '').join(' · ')
}

function entier(options: OptionValues, nom: string): number | undefined {
  const texte = optionalString(options, nom)
  if (texte === null) return undefined
  if (!/^[1-9]\d{0,8}$/.test(texte)) throw new UsageError(`--${nom} attend un nombre entier, par exemple --${nom} 12.`)
  return Number(texte)
}

export const journalCommands: readonly Command[] = [journal, annuler, retablir]
