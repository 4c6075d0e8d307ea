import { compte } from '../../nombres'
import type { Entetes } from './entetes'
import type { FeuilleSource } from './classeur'
import type { Ecriture, Etat } from './etat'
import { creerLecteur, signalement, trierLignes, type Lecteur, type LignesTriees, type Remarque } from './lecteur'
import type { Changement, LignePlanifiee, Signalement, StatutLigne } from './plan'
import type { Annuaire } from './etablissements'
import type { Index } from './termes'

/** A sheet being planned: its rows as readers, and what is said of the sheet as a whole. */
export interface Chantier {
  readonly feuille: FeuilleSource
  readonly entetes: Entetes
  readonly etat: Etat
  readonly annuaire: Annuaire
  readonly termes: Index
  readonly lecteurs: readonly Lecteur[]
  readonly tri: LignesTriees
  /** Findings on the sheet. */
  readonly signalements: Signalement[]
  /** Rows that the user unticked. */
  readonly exclues: ReadonlySet<number>
  /** What sheets planned before left to say to those after, by row of the agents. */
  readonly memoire: MemoireDuPlan
  signaler: (cellule: string, valeur: string, remarque: Remarque) => void
}

/** What later sheets must know of people that will not be there: why their letter cannot be read. */
export interface MemoireDuPlan {
  /** Folded name → the sentence that says where the person is and why she is not imported. */
  absents: Map<string, string>
  /** Names of duplicates put aside, with the quotité of the row that was not kept. */
  doublons: Map<string, { feuille: string; ref: string; retenue: number; ecartee: number }>
  /** People of this workbook, by identifier: those left without a letter are listed. */
  agents: Map<string, { feuille: string; ref: string; nom: string }>
}

export const memoireVide = (): MemoireDuPlan => ({
  absents: new Map(),
  doublons: new Map(),
  agents: new Map(),
})

/** Plans the rows of one nature of sheet; yields between rows so that long work can be paused or cancelled. */
export type Planificateur = (chantier: Chantier) => Generator<undefined, LignePlanifiee[]>

export function ouvrirChantier(base: Omit<Chantier, 'lecteurs' | 'tri' | 'signalements' | 'signaler'>): Chantier {
  const tri = trierLignes(base.feuille, base.entetes)
  const signalements: Signalement[] = []
  const feuille = base.feuille.nom
  return {
    ...base,
    tri,
    signalements,
    lecteurs: tri.donnees.map((ligne) => creerLecteur(feuille, base.entetes, ligne)),
    signaler: (cellule, valeur, remarque) => {
      signalements.push(signalement(remarque, { feuille, cellule, ligne: null, valeur }))
    },
  }
}

/** What a planner decides of a row. */
export interface Decision {
  titre: string
  changements?: Changement[]
  ecritures?: Ecriture[]
  /** The row repeats another. */
  doublon?: boolean
  /** The register has no such record yet. */
  nouveau?: boolean
}

export const estRefuse = ({ signalements }: Lecteur): boolean =>
  signalements.some(({ gravite }) => gravite === 'bloquant')

/** Ends a row: its status follows from what was found, and its writes join the overlay unless it is left out. */
export function conclure(chantier: Chantier, lecteur: Lecteur, decision: Decision): LignePlanifiee {
  const { titre, changements = [], ecritures = [], doublon = false, nouveau = false } = decision
  const statut: StatutLigne = doublon
    ? 'doublon'
    : estRefuse(lecteur)
      ? 'rejetee'
      : nouveau
        ? 'nouvelle'
        : ecritures.length > 0
          ? 'modifiee'
          : 'inchangee'
  const exclue = chantier.exclues.has(lecteur.numero)
  if (!exclue && (statut === 'nouvelle' || statut === 'modifiee')) chantier.etat.appliquer(ecritures)
  return {
    numero: lecteur.numero,
    statut,
    titre,
    cellules: lecteur.cellules(),
    changements,
    signalements: lecteur.signalements,
    exclue,
  }
}

/** A column that the import adds up itself: its formulas without saved value are said once, not cell by cell. */
export function signalerFormules({ tri, entetes, signaler }: Chantier, champ: string, suite: string): void {
  const colonne = entetes.colonnes[champ]
  const cellules = tri.donnees.flatMap((ligne) => ligne.cellules.filter((cellule) => cellule.colonne === colonne))
  const formules = cellules.filter(({ formule, valeur }) => formule !== undefined && valeur === null)
  const [premiere, derniere] = [formules[0], formules.at(-1)]
  if (premiere === undefined || derniere === undefined) return
  const lieu = premiere === derniere ? premiere.ref : `${premiere.ref}:${derniere.ref}`
  signaler(lieu, `=${premiere.formule ?? ''}`, {
    regle: 'feuille.formules',
    gravite: 'information',
    message: `${compte(formules.length, 'formule', 'formules')} sans valeur enregistrée, jamais calculées ici. ${suite}`,
  })
}
