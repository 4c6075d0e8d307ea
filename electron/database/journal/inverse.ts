import type BetterSqlite3 from 'better-sqlite3'
import { SqliteError } from 'better-sqlite3'
import { grouperPar } from '../../../shared/grouper'
import { champsDeduits } from '../../../shared/domain/journal/calculs'
import { champsCalcules } from '../../../shared/domain/journal/champs'
import { parentDe } from '../../../shared/domain/journal/fiches'
import { type Ligne } from '../../../shared/domain/journal/fiches.donnees'
import type { RaisonDeRefus } from '../../../shared/domain/journal/refus'
import { type ChangementRow, changementsDesFichesDe, type EtapeRow } from './empreinte'
import { texteFigeDe } from './figees'
import { Lignes, lireJson, memeValeur, reculer } from './lignes'

type Sqlite = BetterSqlite3.Database

/** What undoing a step would write in one record. */
export interface Action {
  table: string
  id: string
  genre: 'inserer' | 'modifier' | 'supprimer'
  /** The whole row, or the columns to put back; empty for a deletion. */
  champs: Ligne
}

/** Why one record of the step cannot be put back, and which later changes (numbers) are in the way. */
export interface Obstacle {
  table: string
  id: string
  raison: RaisonDeRefus
  /** Columns that later changes took, for `modifiee`; the other record, otherwise. */
  champs: string[]
  autre: { table: string; id: string } | null
  changements: number[]
}

export interface PlanInverse {
  actions: Action[]
  obstacles: Obstacle[]
}

const cleFiche = (table: string, id: string): string => `${table} ${id}`

/** What undoing a step would do to the register as it is now. Reads only. */
export function planInverse(
  sqlite: Sqlite,
  etape: Pick<EtapeRow, 'premierChangement' | 'dernierChangement'>,
): PlanInverse {
  const lignes = new Lignes(sqlite)
  const plan: PlanInverse = { actions: [], obstacles: [] }
  const changements = changementsDesFichesDe(sqlite, etape.premierChangement, etape.dernierChangement)
  const nees = new Set<string>()
  for (const fiche of grouperPar(changements, ({ ficheNum }) => ficheNum).values()) {
    const [premier] = fiche
    if (premier?.operation === 'I') nees.add(cleFiche(premier.tableNom, premier.ligneId))
    deciderFiche(lignes, fiche, etape.dernierChangement, plan)
  }
  verifierLiens(sqlite, lignes, plan, nees)
  return plan
}

function deciderFiche(lignes: Lignes, changements: readonly ChangementRow[], dernier: number, plan: PlanInverse): void {
  const [premier] = changements
  if (!premier) return
  const { tableNom: table, ligneId: id } = premier
  const siens = changements.filter(({ seq }) => seq <= dernier)
  const suivants = changements.filter(({ seq }) => seq > dernier)
  if (premier.operation === 'I' && changements.length === 1) {
    // Nothing happened to it since it was written: most of an import.
    plan.actions.push({ table, id, genre: 'supprimer', champs: {} })
    return
  }
  const actuelle = lignes.lire(table, id)
  const apres = suivants.reduceRight<Ligne | null>(reculer, actuelle)
  const avant = siens.reduceRight<Ligne | null>(reculer, apres)
  const obstacle = (champs: string[]): void => {
    plan.obstacles.push({ table, id, raison: 'modifiee', champs, autre: null, changements: genants(suivants, champs) })
  }
  if (avant === null && apres === null) return
  if ((actuelle === null) !== (apres === null)) {
    obstacle([])
  } else if (actuelle === null || apres === null) {
    if (avant) plan.actions.push({ table, id, genre: 'inserer', champs: avant })
  } else if (avant === null) {
    const pris = differents(apres, actuelle, Object.keys(actuelle))
    if (pris.length > 0) obstacle(pris)
    else plan.actions.push({ table, id, genre: 'supprimer', champs: {} })
  } else {
    const siennes = differents(avant, apres, Object.keys(apres))
    const prises = differents(apres, actuelle, siennes)
    const champs = Object.fromEntries(siennes.map((nom) => [nom, avant[nom]]))
    if (prises.length > 0) obstacle(prises)
    else if (siennes.length > 0)
      plan.actions.push({
        table,
        id,
        genre: 'modifier',
        champs: { ...champs, ...champsDeduits(table, { ...actuelle, ...champs }) },
      })
  }
}

/** Columns whose value differs; those that the register computes follow the others. */
const differents = (a: Ligne, b: Ligne, noms: readonly string[]): string[] =>
  noms.filter((nom) => !champsCalcules.has(nom) && nom in a && !memeValeur(a[nom], b[nom]))

/** The later changes that took one of the columns; all of them when the whole record is in question. */
const genants = (suivants: readonly ChangementRow[], champs: readonly string[]): number[] =>
  suivants
    .filter(
      ({ operation, avant }) =>
        operation !== 'U' || champs.length === 0 || champs.some((champ) => champ in lireJson(avant ?? '{}')),
    )
    .map(({ seq }) => seq)

/**
 * A record that others designate stays; one that designates what is no more cannot come back; what a frozen letter says
 * does not move. `nees`: the records that the step brought.
 */
function verifierLiens(sqlite: Sqlite, lignes: Lignes, plan: PlanInverse, nees: ReadonlySet<string>): void {
  const dernier = sqlite
    .prepare<[string, string], number>(
      'SELECT max(c.seq) FROM changement c JOIN fichePistee f ON f.num = c.ficheNum WHERE f.tableNom = ? AND f.ligneId = ?',
    )
    .pluck()
  const prevues = new Map(plan.actions.map((action) => [cleFiche(action.table, action.id), action]))
  const figeDe = texteFigeDe(sqlite, lignes)
  const estGardee = ({ table, id }: { table: string; id: string }): boolean =>
    nees.has(cleFiche(table, id)) && !prevues.has(cleFiche(table, id))
  const ecarter = (
    action: Action,
    raison: Obstacle['raison'],
    autre: { table: string; id: string },
    champs: string[] = [],
  ): void => {
    prevues.delete(cleFiche(action.table, action.id))
    const changement = dernier.get(autre.table, autre.id)
    plan.obstacles.push({
      table: action.table,
      id: action.id,
      raison,
      champs,
      autre,
      changements: typeof changement === 'number' ? [changement] : [],
    })
  }
  for (let examinees = -1; examinees !== prevues.size;) {
    examinees = prevues.size
    for (const action of prevues.values()) {
      // A record that stays keeps the rows that the same step gave it: a letter its établissements.
      const parent = plan.obstacles.length > 0 ? parentDe(action.table, lignes.lire(action.table, action.id)) : null
      const fige = figeDe(action)
      if (action.genre === 'supprimer' && parent && estGardee(parent)) {
        ecarter(action, 'rattachee', parent)
      } else if (fige !== null && prevues.get(cleFiche('lettreFigee', fige))?.genre !== 'supprimer') {
        ecarter(action, 'figee', { table: 'lettreFigee', id: fige })
      } else if (action.genre === 'supprimer') {
        const autre = lignes
          .referents(action.table, action.id)
          .find((referent) => prevues.get(cleFiche(referent.table, referent.id)) === undefined)
        if (autre) ecarter(action, 'citee', autre)
      } else {
        const autre = referenceManquante(lignes, action, prevues)
        if (autre) ecarter(action, 'orpheline', autre)
        else {
          const doublon = doublonDe(lignes, action)
          if (doublon && !prevues.has(cleFiche(action.table, doublon.id)))
            ecarter(action, 'doublon', { table: action.table, id: doublon.id }, doublon.champs)
        }
      }
    }
  }
  plan.actions = plan.actions.filter((action) => prevues.has(cleFiche(action.table, action.id)))
}

function referenceManquante(
  lignes: Lignes,
  { table, champs }: Action,
  prevues: ReadonlyMap<string, Action>,
): { table: string; id: string } | null {
  for (const [colonne, cible] of Object.entries(lignes.references(table))) {
    const id = champs[colonne]
    if (typeof id !== 'string') continue
    const prevue = prevues.get(cleFiche(cible, id))
    if (prevue ? prevue.genre === 'supprimer' : lignes.lire(cible, id) === null) return { table: cible, id }
  }
  return null
}

const doublonDe = (lignes: Lignes, { table, id, genre, champs }: Action): { id: string; champs: string[] } | null =>
  lignes.doublon(table, genre === 'inserer' ? champs : { ...lignes.lire(table, id), ...champs })

const ordre = { supprimer: 0, modifier: 2, inserer: 3 }

/** A frozen text leaves before what it holds still, and comes back after it. */
const rang = ({ table, genre }: Action): number =>
  table !== 'lettreFigee' ? ordre[genre] + (genre === 'supprimer' ? 1 : 0) : genre === 'inserer' ? 4 : ordre[genre]

/**
 * Writes a plan. Foreign keys are checked when the transaction ends: the order of the records does not matter. Two records
 * that exchange a unique value (the letter in force and its avenant) do conflict for an instant: the one refused waits for
 * the others.
 */
export function appliquer(
  sqlite: Sqlite,
  actions: readonly Action[],
  avancer: (fait: number) => void = () => undefined,
): void {
  const lignes = new Lignes(sqlite)
  sqlite.pragma('defer_foreign_keys = ON')
  let fait = 0
  let attente = actions.toSorted((a, b) => rang(a) - rang(b))
  while (attente.length > 0) {
    const refusees = attente.filter((action) => {
      const ecrite = ecrire(lignes, action)
      if (ecrite) avancer((fait += 1))
      return !ecrite
    })
    const [premiere] = refusees
    if (premiere && refusees.length === attente.length) ecrire(lignes, premiere, true)
    attente = refusees
  }
}

/** False when another record still holds a unique value of this one; thrown once nothing else can make room. */
function ecrire(lignes: Lignes, { table, id, genre, champs }: Action, dernierRecours = false): boolean {
  try {
    if (genre === 'supprimer') lignes.supprimer(table, id)
    else if (genre === 'modifier') lignes.modifier(table, id, champs)
    else lignes.inserer(table, champs)
    return true
  } catch (error) {
    if (!dernierRecours && error instanceof SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false
    throw error
  }
}
