import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { AppError } from '../../shared/app-error'
import type {
  blocDeCellules,
  EcritureDeListe,
  EssaiDEcriture,
  EtatDeCellule,
} from '../../shared/domain/liste/liste.contract'
import type { ContexteDeListe } from '../../shared/liste/demande'
import { grouperPar } from '../../shared/grouper'
import { translateSqliteError } from '../database/sqlite-error'
import type { Database } from '../database/tables'
import type { Context } from '../register/context'
import { baseDe } from './cache'
import { type CelluleLue, LecteurDeCellules, type ValeurDeCellule } from './cellules'
import type { Ecrivain } from './ecrivain'
import { enReprise } from './liste.queries'
import { ReleveDEssai } from './releve-d-essai'
import { resoudre } from './selection'
import type { SourceQuelconque } from './source'

type Bloc = z.output<typeof blocDeCellules>

interface Ecriture {
  contexte: ContexteDeListe
  bloc: Bloc
  toutOuRien: boolean
  /** Everything is tried and nothing kept: what a preview says. */
  essai: boolean
}

/** Sentences that the answer carries at most: a paste a hundred columns too wide repeats itself. */
const refusAuPlus = 5000

/** Records handled between two turns of the process: others are answered, Cancel is heard. */
const tranche = 200

/** Undoes the transaction; what it carries is the answer. */
class Rendu extends Error {
  readonly resultat: EssaiDEcriture
  constructor(resultat: EssaiDEcriture) {
    super('rendu')
    this.resultat = resultat
  }
}

/** Writes cells, each one by the rule of its record's form, in one transaction: one step of the journal. */
export async function ecrire(
  context: Context,
  source: SourceQuelconque,
  ecrivains: Readonly<Record<string, Ecrivain>>,
  { contexte, bloc, toutOuRien, essai }: Ecriture,
): Promise<EssaiDEcriture> {
  const { lignes, dire } = await deplier(context, source, bloc)
  const base = await baseDe(context, source, contexte)
  const places = await Promise.all(lignes.map(({ id }) => base.place(id)))
  const connues = places.filter((place) => place !== undefined)
  const lues = await base.lignes(connues)
  const ligneDe = new Map(connues.map((place, rang) => [place, lues[rang]]))
  try {
    return await context.db.transaction().execute(async (db) => {
      const lecteur = new LecteurDeCellules(db, source, ecrivains)
      const etats: EtatDeCellule[][] = []
      const refus: EcritureDeListe['refus'] = []
      const releve = new ReleveDEssai(source)
      for (const [rang, { id, colonnes, valeurs }] of lignes.entries()) {
        if (rang % tranche === 0) await respirer(context, { fait: rang, total: lignes.length, essai })
        const place = places[rang]
        const ligne = place === undefined ? undefined : ligneDe.get(place)
        const cellules = await lecteur.lireLigne(ligne, colonnes, valeurs)
        await ecrireLigne(context, db, ecrivains, cellules)
        etats.push(cellules.map(({ etat }) => etat))
        refus.push(...refusDe(id, cellules).slice(0, refusAuPlus - refus.length))
        if (essai) releve.noter(id, ligne, cellules)
      }
      const resultat = { ...compter(etats, refus, dire), essayees: releve.essayees }
      if (essai || (toutOuRien && refus.length > 0)) throw new Rendu({ ...resultat, gardees: false })
      return resultat
    })
  } catch (error) {
    if (error instanceof Rendu) return error.resultat
    throw error
  }
}

const refusDe = (id: string, cellules: readonly CelluleLue[]): EcritureDeListe['refus'] =>
  cellules
    .filter(({ etat }) => etat === 'r')
    .map(({ colonne, message, suggestion }) => ({
      id,
      colonne,
      message,
      ...(suggestion !== undefined && { suggestion }),
    }))

async function respirer(
  { progress, signal }: Context,
  { fait, total, essai }: { fait: number; total: number; essai: boolean },
): Promise<void> {
  progress({ fait, total, libelle: essai ? 'Essai, sans rien écrire' : 'Écriture des cellules' })
  if (fait === 0) return
  await nextTurn()
  if (signal.aborted) throw new AppError('conflict', 'Écriture interrompue : aucune cellule n’a été modifiée.')
}

interface LigneAEcrire {
  id: string
  colonnes: readonly string[]
  valeurs: readonly ValeurDeCellule[]
}

/** The records to write with their cells, and how the letters of the answer are put in the order of what was given. */
async function deplier(
  context: Context,
  source: SourceQuelconque,
  bloc: Bloc,
): Promise<{ lignes: LigneAEcrire[]; dire: (etats: EtatDeCellule[][]) => string[] }> {
  const parLigne = (etats: EtatDeCellule[][]): string[] => etats.map((ligne) => ligne.join(''))
  if ('selection' in bloc) {
    const { selection, colonnes, valeurs } = bloc
    const ids = await resoudre(context, source, selection)
    return { lignes: ids.map((id) => ({ id, colonnes, valeurs })), dire: parLigne }
  }
  if ('ids' in bloc) {
    const { ids, colonnes, valeurs } = bloc
    return { lignes: ids.map((id, rang) => ({ id, colonnes, valeurs: valeurs[rang] ?? [] })), dire: parLigne }
  }
  const parFiche = [...grouperPar(bloc.cellules.entries(), ([, { id }]) => id)]
  return {
    lignes: parFiche.map(([id, siennes]) => ({
      id,
      colonnes: siennes.map(([, { colonne }]) => colonne),
      valeurs: siennes.map(([, { valeur }]) => valeur),
    })),
    dire: (etats) => {
      const lettres = new Array<string>(bloc.cellules.length).fill('r')
      parFiche.forEach(([, siennes], ligne) =>
        siennes.forEach(([rang], cellule) => (lettres[rang] = etats[ligne]?.[cellule] ?? 'r')),
      )
      return [lettres.join('')]
    },
  }
}

function compter(
  etats: EtatDeCellule[][],
  refus: EcritureDeListe['refus'],
  dire: (etats: EtatDeCellule[][]) => string[],
): EcritureDeListe {
  const nombre = (etat: EtatDeCellule): number =>
    etats.reduce((total, ligne) => total + ligne.filter((each) => each === etat).length, 0)
  return {
    etats: dire(etats),
    ecrites: nombre('e'),
    inchangees: nombre('i'),
    refusees: nombre('r'),
    refus,
    gardees: true,
  }
}

/** A row's cells, record by record: what one field's rule refuses does not keep the others from being written. */
async function ecrireLigne(
  context: Context,
  db: Database,
  ecrivains: Readonly<Record<string, Ecrivain>>,
  cellules: CelluleLue[],
): Promise<void> {
  const parFiche = grouperPar(
    cellules.filter(({ etat }) => etat === 'e'),
    ({ fiche }) => JSON.stringify([fiche.table, fiche.id]),
  )
  for (const siennes of parFiche.values()) await ecrireFiche(context, db, ecrivains, siennes)
}

async function ecrireFiche(
  context: Context,
  db: Database,
  ecrivains: Readonly<Record<string, Ecrivain>>,
  cellules: CelluleLue[],
): Promise<void> {
  const [premiere] = cellules
  if (!premiere) return
  const { table, id } = premiere.fiche
  const champs = Object.fromEntries(cellules.map(({ champ, valeur }) => [champ, valeur]))
  const error = await essayer(() => enReprise(db, async () => ecrivains[table]?.ecrire(context, db, id, champs)))
  if (!error) return
  const fautives = cellules.filter(({ champ }) => error.fields?.[champ] !== undefined)
  if (fautives.length > 0 && fautives.length < cellules.length) {
    fautives.forEach((cellule) => refuser(cellule, error.fields?.[cellule.champ] ?? error.message))
    return ecrireFiche(
      context,
      db,
      ecrivains,
      cellules.filter(({ etat }) => etat === 'e'),
    )
  }
  if (cellules.length === 1) return refuser(premiere, error.fields?.[premiere.champ] ?? error.message)
  for (const cellule of cellules) await ecrireFiche(context, db, ecrivains, [cellule])
}

function refuser(cellule: CelluleLue, message: string): void {
  cellule.etat = 'r'
  cellule.message = message
}

/** The refusal of a rule, or of a constraint of the file; what nobody expected goes on. */
export async function essayer(run: () => Promise<unknown>): Promise<AppError | null> {
  try {
    await run()
    return null
  } catch (error) {
    const connue = error instanceof AppError ? error : translateSqliteError(error)
    if (!connue || connue.code === 'unavailable') throw error
    return connue
  }
}
