import type { Analyse } from '../../../shared/analyse'
import {
  apercevoirAnnuaire,
  importerAnnuaire,
  type RapportAnnuaire,
} from '../../../shared/domain/annuaire/annuaire.contract'
import { analyserDepartements, analyserTypes } from '../../../shared/domain/annuaire/perimetre'
import { compte } from '../../../shared/nombres'
import { typographier } from '../../../shared/typographie'
import { type Command, optionalString, type OptionValues, stringOption, type Terminal, UsageError } from '../command'
import { openNamed } from './registre.commands'

const importer: Command = {
  words: ['importer', 'annuaire'],
  resume: 'Importe les établissements de l’annuaire de l’éducation.',
  operands: ['FICHIER.csv'],
  options: {
    registre: { type: 'string' },
    departement: { type: 'string' },
    types: { type: 'string' },
    'garder-absents': { type: 'boolean' },
    'a-blanc': { type: 'boolean' },
  },
  required: ['registre'],
  usage:
    'importer annuaire FICHIER.csv --registre R.mlds [--departement 35] [--types tous|Collège,Lycée] [--garder-absents] [--a-blanc] [--json]',
  run: async (terminal, [chemin = ''], options) => {
    const choix = { ...readPerimetre(options), fermerAbsents: options['garder-absents'] !== true }
    await openNamed(terminal, stringOption(options, 'registre'))
    const jeton = await terminal.grant(chemin)
    const aBlanc = options['a-blanc'] === true
    const rapport = aBlanc
      ? await terminal.client.call(apercevoirAnnuaire, { jeton, ...choix })
      : await terminal.client.call(importerAnnuaire, { jeton, ...choix })
    tell(terminal, rapport, aBlanc)
    terminal.report(counted(rapport))
  },
}

function readPerimetre(options: OptionValues): { departements: string[]; types: 'tous' | string[] | null } {
  const departement = optionalString(options, 'departement')
  const types = optionalString(options, 'types')
  return {
    departements: departement === null ? [] : understood(analyserDepartements(departement)),
    types: types === null ? null : understood(analyserTypes(types)),
  }
}

function understood<T>(lecture: Analyse<T>): T {
  if (!lecture.ok) throw new UsageError(lecture.message)
  return lecture.valeur
}

/** What was done, or would be, in sentences; findings one by one. */
function tell({ say }: Terminal, rapport: RapportAnnuaire, aBlanc: boolean): void {
  for (const { cellule, message, suggestion } of rapport.signalements) {
    say(
      typographier(
        `- ${cellule === '' ? '' : `${cellule} : `}${message}${suggestion === null ? '' : ` Proposition : ${suggestion}.`}`,
      ),
    )
  }
  for (const avertissement of rapport.avertissements) say(avertissement)
  const { lues, horsPerimetre, nouvelles, modifiees, inchangees, fermees, fermeesUtilisees, rejetees, doublons } =
    rapport
  say(
    typographier(
      `${compte(lues, 'ligne lue', 'lignes lues')}, dont ${String(horsPerimetre)} hors périmètre : ` +
        [
          compte(nouvelles, 'nouvelle'),
          compte(modifiees, 'modifiée'),
          compte(inchangees, 'inchangée'),
          compte(rejetees, 'rejetée'),
          compte(doublons, 'en double', 'en double'),
        ].join(', ') +
        '.',
    ),
  )
  if (fermees > 0) {
    const utilises =
      fermeesUtilisees > 0
        ? `, dont ${String(fermeesUtilisees)} encore dans un réseau, une lettre ou une affectation`
        : ''
    say(`${compte(fermees, 'établissement fermé', 'établissements fermés')}${utilises}.`)
  }
  if (aBlanc) say('Essai à blanc : rien n’a été écrit.')
}

/** The report of every import: counts, then findings (issue 2). */
function counted(rapport: RapportAnnuaire): RapportAnnuaire {
  const { lues, horsPerimetre, nouvelles, modifiees, rouvertes, inchangees, rejetees, doublons } = rapport
  const { fermees, fermeesUtilisees, signalements, avertissements } = rapport
  return {
    lues,
    horsPerimetre,
    nouvelles,
    modifiees,
    rouvertes,
    inchangees,
    rejetees,
    doublons,
    fermees,
    fermeesUtilisees,
    signalements,
    avertissements,
  }
}

export const annuaireCommands: readonly Command[] = [importer]
