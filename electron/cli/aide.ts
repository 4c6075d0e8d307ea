import type { Command } from './command'

/** What each option means, in every command that takes it. */
export const aideDesOptions: Readonly<Record<string, string>> = {
  'a-blanc': 'dit ce qui serait fait, sans rien écrire',
  academie: 'nom ou code de l’académie, par exemple Rennes ou 14',
  accepter: '« reconduites » : les lettres sans changement ; « toutes » : tout ce qui est proposé',
  agent: 'les lettres des agents dont le nom contient ces mots',
  annee: 'année scolaire, par exemple 2025-2026 ; les listes prennent sinon l’année en cours',
  au: 'lit le registre tel qu’il était au soir de ce jour',
  'avec-suivantes': 'annule d’abord les étapes qui en dépendent',
  corriger: 'accepte les corrections proposées',
  courant: 'les chiffres du moment, même si le bilan est arrêté',
  csv: 'écrit la liste dans ce fichier CSV',
  departement: 'seulement ce département, par exemple 35 (plusieurs : 22,35)',
  etape: 'numéro de l’étape, que « journal » donne ; sinon la dernière',
  etat: 'seulement ce qui est dans cet état, par exemple signée',
  excel: 'écrit la liste dans ce classeur Excel',
  filtre: "lignes à garder, par exemple 'commune = Rennes ; eleves >= 300'",
  format: 'pdf (par défaut) ou docx pour Word',
  'garder-absents': 'ne ferme pas les établissements que le fichier ne cite plus',
  genre: 'le message : lettre, transmission, relance-signataire, demande-rapport ou relance-rapport',
  json: 'écrit aussi le résultat en JSON, sur la sortie standard',
  'lignes-a-corriger': 'écrit dans ce classeur les lignes laissées, avec ce qui leur manque',
  limite: 'nombre d’étapes montrées, 30 sinon',
  recherche: 'lignes qui contiennent ces mots',
  registre: 'le fichier du registre',
  remplacer: 'écrase ce qui porte déjà le nom d’un fichier à écrire ; sans elle, rien n’est écrasé',
  signataire: 'seulement ce signataire, par son code (AGENT pour l’agent)',
  sortie: 'où écrire : un fichier, ou un dossier qui est créé s’il manque',
  tri: 'colonnes qui ordonnent, par exemple nom ou prevu:desc',
  types: 'types d’établissements à prendre, ou « tous »',
  unique: 'toutes les lettres dans ce seul fichier',
}

/** What `aide` says: every command in one line, or the usage and the options of those that the words name. */
export function direAide(words: readonly string[], commands: readonly Command[]): string | null {
  if (words.length === 0) return sommaire(commands)
  const named = commands.filter((command) => words.every((word) => command.words.includes(word)))
  const [seule, autre] = named
  if (seule === undefined) return null
  if (autre === undefined) return detail(seule)
  const mots = words.join(' ')
  return `${named.map(({ usage, resume }) => `${usage}\n  ${resume}`).join('\n\n')}\n\nLes options de chacune : aide ${mots} MOT, par exemple aide ${seule.words.join(' ')}.`
}

function sommaire(commands: readonly Command[]): string {
  const lignes = commands.map(({ words, resume }) => [words.join(' '), resume] as const)
  return [
    'Registre MLDS, en ligne de commande :',
    '',
    ...enColonnes(lignes),
    '',
    'aide MOT… donne l’usage et les options, par exemple aide exporter bilan.',
    'Code de sortie : 0 si c’est fait, 1 si c’est refusé (une phrase dit pourquoi), 2 si la commande n’est pas comprise.',
  ].join('\n')
}

function detail({ usage, resume, options }: Command): string {
  const lignes = [...Object.keys(options), 'json']
    .toSorted()
    .map((nom) => [`--${nom}`, aideDesOptions[nom] ?? ''] as const)
  return [usage, '', resume, '', ...enColonnes(lignes)].join('\n')
}

function enColonnes(lignes: readonly (readonly [string, string])[]): string[] {
  const large = Math.max(...lignes.map(([nom]) => nom.length))
  return lignes.map(([nom, texte]) => `  ${nom.padEnd(large)}  ${texte}`)
}
