import type { Gravite } from '../../constat'
import { typographier } from '../../typographie'

/** What a sheet can hold, in the order in which sheets are shown. */
export const naturesFeuille = ['reseaux', 'agents', 'lettres', 'fse'] as const
export type NatureFeuille = (typeof naturesFeuille)[number]

/** How each nature is named on screen: « 45 agents ». */
export const nomsNature: Record<NatureFeuille, { un: string; plusieurs: string; titre: string }> = {
  reseaux: { un: 'réseau', plusieurs: 'réseaux', titre: 'Réseaux' },
  agents: { un: 'agent', plusieurs: 'agents', titre: 'Agents' },
  lettres: { un: 'lettre', plusieurs: 'lettres', titre: 'Lettres de mission' },
  fse: { un: 'ligne FSE', plusieurs: 'lignes FSE', titre: 'FSE' },
}

export const statutsLigne = ['nouvelle', 'modifiee', 'inchangee', 'rejetee', 'doublon'] as const
export type StatutLigne = (typeof statutsLigne)[number]

/** Something of the workbook that is wrong, doubtful, or understood otherwise than written. */
export interface Signalement {
  feuille: string
  /** Address in the sheet, `G17`, or a range; '' when the whole sheet is meant. */
  cellule: string
  /** Row it belongs to; null for the sheet. */
  ligne: number | null
  /** What the cell holds, as text. */
  valeur: string
  message: string
  /** What to write instead, in words; null when only the author knows. */
  suggestion: string | null
  /** The same as the text of the cell: accepting it is replacing the cell. */
  correction: string | null
  /** `bloquant` keeps the row out, `alerte` asks for a look, `information` says what was understood. */
  gravite: Gravite
  /** Stable name of the rule, `agents.cdi`. */
  regle: string
}

/** Rows read, and what would become of them. `lues` is the sum of the five others. */
export interface Comptes {
  lues: number
  nouvelles: number
  modifiees: number
  inchangees: number
  rejetees: number
  doublons: number
}

/** A cell of a row: as written, and as understood when that differs. */
export interface CellulePlanifiee {
  champ: string
  ref: string
  brut: string
  lu: string
  /** What the file says, when the user put something else in its place. */
  origine?: string
}

/** A field that the import would change in the register. */
export interface Changement {
  champ: string
  libelle: string
  avant: string
  apres: string
}

export interface LignePlanifiee {
  numero: number
  statut: StatutLigne
  /** « BEN SAÏD Loïc », « FOQ-35-REN Rennes ». */
  titre: string
  cellules: CellulePlanifiee[]
  changements: Changement[]
  signalements: Signalement[]
  /** Unticked by the user: read, but not to be written. */
  exclue: boolean
}

/** A column of the sheet, and the field it was recognised as (null: left aside). */
export interface ColonneReconnue {
  colonne: number
  lettre: string
  titre: string
  champ: string | null
  /** The first values under the title, for who chooses what the column means. */
  exemples: string[]
}

/** A row that may be the header: its number and its first texts, « Nom · Prénom · Fonction ». */
export interface LigneDeTitres {
  numero: number
  textes: string
}

export interface FeuillePlanifiee {
  feuille: string
  nature: NatureFeuille
  ligneEntetes: number
  /** The first rows of the sheet, for choosing another header. */
  premieresLignes: LigneDeTitres[]
  colonnes: ColonneReconnue[]
  /** Fields this nature knows, for the remapping dialog. */
  champs: { champ: string; libelle: string }[]
  /** The mapping comes from an earlier import of a file of that shape. */
  memorisee: boolean
  comptes: Comptes
  lignes: LignePlanifiee[]
  /** Those of the sheet as a whole; each row has its own. */
  signalements: Signalement[]
}

/** A sheet that is not imported, and why; its headers let the user say what it is. */
export interface FeuilleLaissee {
  feuille: string
  motif: string
  /** Left because the user said so: for this file, or for the last one of that shape. */
  choisie: 'ici' | 'avant' | null
  ligneEntetes: number | null
  premieresLignes: LigneDeTitres[]
  colonnes: ColonneReconnue[]
}

/** The last import of the very same file that still holds. */
export interface DejaImporte {
  id: string
  /** Instant, ISO UTC. */
  importeAt: string
}

export interface PlanImportation {
  /** SHA-256 of the workbook: what is confirmed is what was shown. */
  empreinte: string
  nomFichier: string
  /** Bytes. */
  taille: number
  dejaImporte: DejaImporte | null
  anneeId: string
  comptes: Comptes
  feuilles: FeuillePlanifiee[]
  feuillesLaissees: FeuilleLaissee[]
  /** Sentences of the reader on the workbook itself (links, embedded objects). */
  avertissements: string[]
}

export const comptesVides = (): Comptes => ({
  lues: 0,
  nouvelles: 0,
  modifiees: 0,
  inchangees: 0,
  rejetees: 0,
  doublons: 0,
})

const compteDe: Record<StatutLigne, Exclude<keyof Comptes, 'lues'>> = {
  nouvelle: 'nouvelles',
  modifiee: 'modifiees',
  inchangee: 'inchangees',
  rejetee: 'rejetees',
  doublon: 'doublons',
}

export function compterLignes(lignes: readonly { statut: StatutLigne }[]): Comptes {
  const comptes = comptesVides()
  for (const { statut } of lignes) {
    comptes.lues += 1
    comptes[compteDe[statut]] += 1
  }
  return comptes
}

export function additionner(parties: readonly Comptes[]): Comptes {
  const total = comptesVides()
  for (const partie of parties) for (const cle of Object.keys(total) as (keyof Comptes)[]) total[cle] += partie[cle]
  return total
}

/** Two sheets of one nature are both read; that is said, since one of them may be an old copy. */
export function direFeuillesSemblables(feuilles: readonly Pick<FeuillePlanifiee, 'feuille' | 'nature'>[]): string[] {
  return naturesFeuille.flatMap((nature) => {
    const siennes = feuilles.filter((feuille) => feuille.nature === nature).map(({ feuille }) => `« ${feuille} »`)
    if (siennes.length < 2) return []
    const suite = 'elles sont lues l’une après l’autre. Laissez de côté celle qui serait une copie.'
    return [
      typographier(
        `${siennes.length} feuilles contiennent des ${nomsNature[nature].plusieurs} (${siennes.join(', ')}) : ${suite}`,
      ),
    ]
  })
}

/** Every finding of a plan: sheet by sheet, those of the sheet first, then row by row. */
export const signalementsDuPlan = ({ feuilles }: Pick<PlanImportation, 'feuilles'>): Signalement[] =>
  feuilles.flatMap(({ signalements, lignes }) => [...signalements, ...lignes.flatMap((ligne) => ligne.signalements)])

/** True for a row that the import would write. */
export const estImportable = ({ statut, exclue }: Pick<LignePlanifiee, 'statut' | 'exclue'>): boolean =>
  !exclue && (statut === 'nouvelle' || statut === 'modifiee')
