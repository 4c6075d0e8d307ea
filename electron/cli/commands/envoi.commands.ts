import type { GenreCourriel } from '../../../shared/domain/courriel/courriel'
import { preparerCourriels } from '../../../shared/domain/courriel/courriel.contract'
import { exporterBordereaux, type LettreSansDate, phraseSansDate } from '../../../shared/domain/envoi/envoi.contract'
import { compte } from '../../../shared/nombres'
import { auOption, regarderAu } from '../au-jour'
import { type Command, optionalString, stringOption, type Terminal, UsageError } from '../command'
import { peutRemplacer, remplacerOption } from '../sortie'
import { openNamed } from './registre.commands'

function direSansDate(terminal: Terminal, lettres: readonly LettreSansDate[]): void {
  for (const { agent } of lettres) terminal.say(`- sans date, ${agent} : ${phraseSansDate}`)
}

const bordereaux: Command = {
  words: ['exporter', 'bordereaux'],
  resume: 'Écrit en PDF la feuille de signature de chaque signataire.',
  operands: [],
  options: {
    ...auOption,
    registre: { type: 'string' },
    annee: { type: 'string' },
    sortie: { type: 'string' },
    signataire: { type: 'string' },
    ...remplacerOption,
  },
  required: ['registre', 'annee', 'sortie'],
  usage:
    'exporter bordereaux --registre R.mlds --annee 2026-2027 --sortie DOSSIER [--signataire CODE] [--au JJ/MM/AAAA] [--remplacer] [--json]',
  run: async (terminal, _operands, options) => {
    await openNamed(terminal, stringOption(options, 'registre'))
    regarderAu(terminal, options)
    const anneeId = stringOption(options, 'annee')
    const sortie = stringOption(options, 'sortie')
    const code = optionalString(options, 'signataire')
    const { fichiers, sansDate } = await terminal.client.call(exporterBordereaux, {
      anneeId,
      jetonDossier: await terminal.grant(sortie),
      remplacer: peutRemplacer(options),
      ...(code !== null && { code: code.toUpperCase() }),
    })
    terminal.say(`${compte(fichiers.length, 'bordereau écrit', 'bordereaux écrits')} : ${terminal.absolute(sortie)}`)
    for (const { nom, lettres } of fichiers) terminal.say(`- ${nom} : ${compte(lettres, 'lettre')}`)
    direSansDate(terminal, sansDate)
    terminal.report({ annee: anneeId, fichiers: fichiers.map(({ nom, lettres }) => ({ nom, lettres })), sansDate })
  },
}

/** What `--genre` takes. */
const genres: Readonly<Record<string, GenreCourriel>> = {
  lettre: 'lettreAgent',
  transmission: 'transmission',
  'relance-signataire': 'relanceSignataire',
  'demande-rapport': 'demandeRapport',
  'relance-rapport': 'relanceRapport',
}

const courriels: Command = {
  words: ['preparer', 'courriels'],
  resume: 'Écrit des brouillons de courriels (.eml), que rien n’envoie.',
  operands: [],
  options: {
    registre: { type: 'string' },
    annee: { type: 'string' },
    genre: { type: 'string' },
    sortie: { type: 'string' },
    signataire: { type: 'string' },
    ...remplacerOption,
  },
  required: ['registre', 'annee', 'genre', 'sortie'],
  usage: `preparer courriels --registre R.mlds --annee 2026-2027 --genre ${Object.keys(genres).join('|')} --sortie DOSSIER [--signataire CODE] [--remplacer] [--json]`,
  run: async (terminal, _operands, options) => {
    const genre = genres[stringOption(options, 'genre')]
    if (genre === undefined) throw new UsageError(`--genre attend ${Object.keys(genres).join(', ')}.`)
    await openNamed(terminal, stringOption(options, 'registre'))
    const anneeId = stringOption(options, 'annee')
    const sortie = stringOption(options, 'sortie')
    const code = optionalString(options, 'signataire')
    const { fichiers, sansAdresse, sansDate } = await terminal.client.call(preparerCourriels, {
      ...{ anneeId, genre },
      jetonDossier: await terminal.grant(sortie),
      remplacer: peutRemplacer(options),
      ...(code !== null && { code: code.toUpperCase() }),
    })
    const ecrits = compte(fichiers.length, 'brouillon de courriel écrit', 'brouillons de courriel écrits')
    terminal.say(`${ecrits} : ${terminal.absolute(sortie)}. Rien n’est envoyé.`)
    for (const { destinataire, raison } of sansAdresse) terminal.say(`- sans adresse, ${destinataire} : ${raison}`)
    direSansDate(terminal, sansDate)
    terminal.report({ annee: anneeId, genre, fichiers: fichiers.map(({ nom }) => nom), sansAdresse, sansDate })
  },
}

export const envoiCommands: readonly Command[] = [bordereaux, courriels]
