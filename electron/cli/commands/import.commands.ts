import type { Gravite } from '../../../shared/constat'
import {
  analyserClasseur,
  enregistrerLignesACorriger,
  executerImportation,
  type ChoixImportation,
} from '../../../shared/domain/importation/importation.contract'
import {
  nomsNature,
  signalementsDuPlan,
  type FeuillePlanifiee,
  type NatureFeuille,
  type PlanImportation,
  type Signalement,
} from '../../../shared/domain/importation/plan'
import { compte } from '../../../shared/nombres'
import { type Command, type OptionValues, optionalString, stringOption, type Terminal } from '../command'
import { grantSortie, remplacerOption } from '../sortie'
import { openNamed } from './registre.commands'

const options = {
  registre: { type: 'string' },
  annee: { type: 'string' },
  'a-blanc': { type: 'boolean' },
  corriger: { type: 'boolean' },
  'lignes-a-corriger': { type: 'string' },
  ...remplacerOption,
} as const

const importCommand = (word: string, resume: string, natures: NatureFeuille[] | undefined): Command => ({
  words: ['importer', word],
  resume,
  operands: ['CLASSEUR.xlsx'],
  options,
  required: ['registre', 'annee'],
  usage: `importer ${word} CLASSEUR.xlsx --registre R.mlds --annee 2025-2026 [--a-blanc] [--corriger] [--lignes-a-corriger LIGNES.xlsx] [--remplacer] [--json]`,
  run: (terminal, [chemin = ''], values) => importer(terminal, chemin, natures, values),
})

async function importer(
  terminal: Terminal,
  chemin: string,
  natures: NatureFeuille[] | undefined,
  values: OptionValues,
): Promise<void> {
  const sortie = optionalString(values, 'lignes-a-corriger')
  const sortieJeton =
    sortie === null ? null : await grantSortie(terminal, values, { chemin: sortie, extension: '.xlsx' })
  await openNamed(terminal, stringOption(values, 'registre'))
  const choix: ChoixImportation = {
    jeton: await terminal.grant(chemin),
    anneeId: stringOption(values, 'annee'),
    natures,
    corrigerTout: values['corriger'] === true,
  }
  const aBlanc = values['a-blanc'] === true
  // The rows left out are those of the register before the import: afterwards some would already be known.
  const lignes = sortieJeton === null ? null : await saveRows(terminal, { ...choix, sortieJeton }, sortie ?? '')
  const plan = await terminal.client.call(aBlanc ? analyserClasseur : executerImportation, choix)
  describe(terminal, plan, aBlanc)
  if (lignes !== null) terminal.say(lignes)
  terminal.report(reportOf(plan))
}

async function saveRows(
  terminal: Terminal,
  { sortieJeton, ...choix }: ChoixImportation & { sortieJeton: string },
  sortie: string,
): Promise<string> {
  const { comptes } = await terminal.client.call(analyserClasseur, choix)
  if (comptes.rejetees + comptes.doublons === 0)
    return 'Aucune ligne à corriger : aucun classeur n’a été écrit pour elles.'
  const { lignes } = await terminal.client.call(enregistrerLignesACorriger, {
    ...choix,
    sortieJeton,
  })
  return `${compte(lignes, 'ligne à corriger enregistrée', 'lignes à corriger enregistrées')} : ${terminal.absolute(sortie)}`
}

/** The report as the issue gives it, with what each sheet adds and what was left. */
function reportOf(plan: PlanImportation) {
  return {
    ...plan.comptes,
    signalements: signalementsDuPlan(plan).map(({ feuille, cellule, valeur, message, suggestion, gravite }) => ({
      feuille,
      cellule,
      valeur,
      message,
      suggestion,
      gravite,
    })),
    feuilles: plan.feuilles.map(({ feuille, nature, comptes }) => ({ feuille, nature, ...comptes })),
    feuillesLaissees: plan.feuillesLaissees.map(({ feuille, motif }) => ({ feuille, motif })),
  }
}

function describe(terminal: Terminal, plan: PlanImportation, aBlanc: boolean): void {
  const signalements = signalementsDuPlan(plan)
  for (const feuille of plan.feuilles) terminal.say(sheetSentence(feuille))
  for (const { feuille, motif } of plan.feuillesLaissees) terminal.say(`« ${feuille} » laissée : ${motif}`)
  for (const sentence of plan.avertissements) terminal.say(sentence)
  const gravest: [Gravite, string][] = [
    ['bloquant', 'À corriger'],
    ['alerte', 'À vérifier'],
  ]
  for (const [gravite, titre] of gravest) {
    const those = grouped(signalements.filter((signalement) => signalement.gravite === gravite))
    if (those.length > 0) terminal.say(`\n${titre} :`)
    for (const sentence of those) terminal.say(`- ${sentence}`)
  }
  const informations = signalements.filter(({ gravite }) => gravite === 'information').length
  if (informations > 0) terminal.say(`\n${compte(informations, 'information')} de plus avec --json.`)
  terminal.say(`\n${outcome(plan, aBlanc)}`)
}

function sheetSentence({ feuille, nature, ligneEntetes, comptes }: FeuillePlanifiee): string {
  const { lues, nouvelles, modifiees, inchangees, rejetees, doublons } = comptes
  const parts = [
    compte(nouvelles, 'nouvelle'),
    compte(modifiees, 'modifiée'),
    compte(inchangees, 'inchangée'),
    `${String(rejetees)} à corriger`,
    compte(doublons, 'doublon'),
  ]
  return `« ${feuille} » (${nomsNature[nature].titre}, en-têtes ligne ${String(ligneEntetes)}) : ${compte(lues, 'ligne lue', 'lignes lues')}, ${parts.join(', ')}.`
}

/** « Personnels K5, K6 : … » : one sentence for all the cells of which it says the same. */
function grouped(signalements: readonly Signalement[]): string[] {
  const lieux = new Map<string, string[]>()
  for (const { feuille, cellule, message } of signalements) {
    const cle = `${feuille}\n${message}`
    const cellules = lieux.get(cle)
    if (cellules) cellules.push(cellule)
    else lieux.set(cle, [cellule])
  }
  return [...lieux].map(([cle, cellules]) => {
    const [feuille = '', ...message] = cle.split('\n')
    return `${feuille} ${cellules.filter(Boolean).join(', ')}`.trim() + ` : ${message.join('\n')}`
  })
}

function outcome({ comptes, anneeId, feuilles }: PlanImportation, aBlanc: boolean): string {
  if (feuilles.length === 0) return 'Aucune feuille reconnue : rien n’a été importé.'
  const { nouvelles, modifiees, rejetees } = comptes
  const ecrites = `${compte(nouvelles, 'ligne nouvelle', 'lignes nouvelles')} et ${compte(modifiees, 'modifiée')}`
  const reste =
    rejetees === 0
      ? ''
      : ` ${compte(rejetees, 'ligne reste', 'lignes restent')} à corriger : acceptez les corrections proposées avec --corriger, ou gardez-les à part avec --lignes-a-corriger LIGNES.xlsx.`
  return aBlanc
    ? `À blanc, rien n’a été écrit : ${ecrites} en ${anneeId}.${reste}`
    : `Importées en ${anneeId} : ${ecrites}.${reste}`
}

export const importCommands: readonly Command[] = [
  importCommand('agents', 'Importe les agents d’un classeur Excel.', ['agents']),
  importCommand('classeur', 'Importe tout ce qu’un classeur de suivi contient.', undefined),
]
