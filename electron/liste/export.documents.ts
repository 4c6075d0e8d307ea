import { formatJour } from '../../shared/dates'
import type { ColonneDeListe, Liste, Tri, Valeur } from '../../shared/liste/colonne'
import type { GroupeDeListe } from '../../shared/liste/demande'
import { direFiltre } from '../../shared/liste/dire-filtre'
import type { Filtre } from '../../shared/liste/filtre'
import { compte } from '../../shared/nombres'
import type {
  BlocDeTexte,
  ClasseurDecrit,
  ColonneDecrite,
  FeuilleDecrite,
  PageDeTexte,
  TypeDeColonne,
} from '../documents/excel-description'
import { typographierClasseur } from '../documents/excel-french'

/** A column as an export knows it: its rows are given apart. */
export type ColonneExportee = Omit<ColonneDeListe<unknown>, 'valeur' | 'ecriture'>

/** What is exported: columns in the order seen, their values, and the rows kept in the order seen. */
export interface FaitsDExport {
  liste: Pick<Liste<unknown>, 'titre' | 'noun'> & { colonnes: readonly ColonneExportee[] }
  colonnes: readonly {
    colonne: ColonneExportee
    valeurs: readonly Valeur[]
    /** What each number counts, for a column whose cells differ. */
    unites?: readonly Valeur[]
    /** In characters, when the user set one. */
    largeur?: number
  }[]
  /** Totals over the rows, by column. */
  totaux: Readonly<Record<string, number>>
  /** Places of the rows among the values, in order; null: all of them as they come. */
  ordre: Int32Array | null
  retenues: number
  /** The rows were chosen one by one, or all but some. */
  choisies: boolean
  ensemble: number
  anneeId: string
  recherche: string
  filtre: Filtre | null
  /** Titles of the chips pressed that are no condition of the filter: alternatives, besides it. */
  puces: readonly string[]
  tris: readonly Tri[]
  groupe: Tri | null
  /** Runs of rows that share the value of `groupe`. */
  groupes: readonly GroupeDeListe[]
  /** Values of those that are folded. */
  replies: readonly string[]
  abandons: readonly string[]
}

const types: Record<ColonneExportee['type'], TypeDeColonne> = {
  texte: 'texte',
  liste: 'texte',
  nombre: 'nombre',
  montant: 'montant',
  heures: 'heures',
  pourcentage: 'pourcentage',
  jour: 'jour',
  booleen: 'booleen',
}

type ColonneDesFaits = FaitsDExport['colonnes'][number]

function decrireColonne(
  { colonne, valeurs, unites, largeur: choisie }: ColonneDesFaits,
  totaux: FaitsDExport['totaux'],
): ColonneDecrite {
  const entiers =
    colonne.type === 'nombre' && valeurs.every((valeur) => typeof valeur !== 'number' || Number.isInteger(valeur))
  const { cle, titre, type, total, totalDe, uniteTotale } = colonne
  const totalDonne = totalDe === undefined ? undefined : totaux[cle]
  return {
    ...{ cle, titre },
    type: entiers ? 'entier' : types[type],
    ...(total && totalDe === undefined && { total }),
    ...(totalDonne !== undefined && { totalDonne }),
    ...(uniteTotale !== undefined && { uniteTotale }),
    ...(unites && { cleUnite: cleUnite(cle) }),
    ...(unites && { largeur: 14 }),
    ...(choisie !== undefined && { largeur: choisie }),
  }
}

const cleUnite = (cle: string): string => `${cle} unité`

function* lignes({ colonnes, ordre, retenues }: FaitsDExport): Generator<Record<string, Valeur>> {
  for (let rang = 0; rang < retenues; rang += 1) {
    const place = ordre?.[rang] ?? rang
    const ligne: Record<string, Valeur> = {}
    for (const { colonne, valeurs, unites } of colonnes) {
      ligne[colonne.cle] = valeurs[place]
      if (unites) ligne[cleUnite(colonne.cle)] = unites[place]
    }
    yield ligne
  }
}

/** The table as plain data: a number is followed by what it counts where its cells differ. */
export const composerCsv = (faits: FaitsDExport): Pick<FeuilleDecrite, 'colonnes' | 'lignes'> => ({
  lignes: lignes(faits),
  colonnes: faits.colonnes.flatMap((colonne): ColonneDecrite[] => {
    const decrite = decrireColonne(colonne, faits.totaux)
    if (decrite.cleUnite === undefined) return [decrite]
    return [decrite, { cle: decrite.cleUnite, titre: `Unité (${decrite.titre})`, type: 'texte' }]
  }),
})

/** The first sheet of the workbook. */
export function composerTable(faits: FaitsDExport): FeuilleDecrite {
  const { liste } = faits
  const replies = new Set(faits.replies)
  const groupes = faits.groupes.map((groupe) => ({
    ...intituler(groupe, liste.noun),
    replie: replies.has(groupe.valeur),
  }))
  const colonnes = faits.colonnes.map((colonne) => decrireColonne(colonne, faits.totaux))
  const [premiere, ...autres] = colonnes
  const intitules = Math.max(0, ...groupes.slice(0, 500).map(({ titre }) => titre.length + 2))
  const large = premiere && { ...premiere, largeur: Math.min(60, Math.max(premiere.largeur ?? 0, intitules)) }
  return {
    ...{ nom: liste.titre, lignes: lignes(faits), figer: 1 },
    ...(large && groupes.length > 0 ? { colonnes: [large, ...autres], groupes } : { colonnes }),
  }
}

/** « Lycée : 12 établissements », with its sums. */
function intituler({ valeur, debut, nombre, totaux }: GroupeDeListe, noun: FaitsDExport['liste']['noun']) {
  const dit = compte(nombre, noun.un, noun.plusieurs)
  return { titre: `${valeur === '' ? '(vide)' : valeur} : ${dit}`, debut, nombre, totaux }
}

/** The workbook: the table as seen, then a sheet that says in words what was kept and how it is ordered. */
export function composerExport(
  faits: FaitsDExport,
  { creeLe, editeLe, auteur, auJour }: { creeLe: string; editeLe: string; auteur: string; auJour?: string | undefined },
): ClasseurDecrit {
  const { liste, anneeId } = faits
  const { feuilles, ...classeur } = typographierClasseur({
    titre: `${liste.titre} ${anneeId}`,
    auteur,
    creeLe,
    editeLe,
    feuilles: [enMots(faits, editeLe, auJour)],
  })
  return { ...classeur, feuilles: [composerTable(faits), ...feuilles] }
}

function enMots(faits: FaitsDExport, editeLe: string, auJour: string | undefined): PageDeTexte {
  const { liste, colonnes, retenues, choisies, ensemble, anneeId, recherche, groupe, abandons } = faits
  const definitions: [string, string][] = [
    ['Liste', liste.titre],
    ['Année scolaire', anneeId],
    [
      choisies ? 'Lignes choisies' : 'Lignes',
      `${compte(retenues, liste.noun.un, liste.noun.plusieurs)} sur ${String(ensemble)}`,
    ],
    ['Recherche', recherche.trim() === '' ? 'Aucune' : `« ${recherche.trim()} »`],
    ['Filtre', direFiltres(faits) || 'Aucun : toutes les lignes'],
    ['Groupes', groupe ? direTris(faits, [groupe]) : 'Aucun'],
    ['Ordre', direTris(faits, faits.tris) || 'Celui de la liste'],
    ['Colonnes', colonnes.map(({ colonne }) => colonne.titre).join(', ')],
    ...(auJour === undefined
      ? []
      : ([['Registre', `Tel qu’il était le ${formatJour(auJour)} au soir`]] as [string, string][])),
    ['Édité le', formatJour(editeLe)],
  ]
  return {
    genre: 'texte',
    nom: 'Ce qui est montré',
    titre: 'Ce qui est montré',
    blocs: [
      ...definitions.map(([terme, texte]): BlocDeTexte => ({ genre: 'definition', terme, texte })),
      ...abandons.map((texte): BlocDeTexte => ({ genre: 'paragraphe', texte })),
    ],
  }
}

const direFiltres = ({ liste, filtre, puces }: FaitsDExport): string =>
  [puces.join(' ou '), (filtre && direFiltre(liste.colonnes, filtre)) ?? '']
    .filter((dit) => dit !== '')
    .join(puces.length > 1 ? ' ; ' : ' et ')

const direTris = ({ liste }: FaitsDExport, tris: readonly Tri[]): string =>
  tris
    .map(({ colonne, sens }) => {
      const titre = liste.colonnes.find(({ cle }) => cle === colonne)?.titre ?? colonne
      return `${titre}, ${sens === 'asc' ? 'croissant' : 'décroissant'}`
    })
    .join(' ; ')
