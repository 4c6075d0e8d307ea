import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/app-error'
import type { PerimetreAnnuaire } from '../../../shared/domain/annuaire/perimetre'
import { clesEtablissement } from '../../../shared/domain/etablissement/cles'
import type { ImportFait } from '../../../shared/domain/importation/historique'
import type { Progress } from '../../../shared/ipc'
import type { Context } from '../../register/context'
import { correcteur } from './corrections'
import {
  getAcademie,
  insertImportFait,
  listEtablissements,
  listUsages,
  prepareWriter,
  rowsPerInsert,
} from './annuaire.queries'
import { ouvrirAnnuaire } from './fichier'
import { Planification, type PlanAnnuaire } from './plan'
import type { FaitsAnnuaire } from './signalements'

export interface ChoixImport extends Pick<PerimetreAnnuaire, 'departements' | 'types'> {
  jeton: string
  fermerAbsents: boolean
  corrections: readonly { cellule: string; valeur: string }[]
}

/** Rows treated between two turns of the process: others are answered, Cancel is heard. */
const slice = 2000

async function breathe({ progress, signal }: Context, done: Progress): Promise<void> {
  progress(done)
  await nextTurn()
  if (signal.aborted) throw new AppError('conflict', 'Import annulé : rien n’a été écrit dans le registre.')
}

/** Reads the whole file against the register as it is. */
export async function readAnnuaire(context: Context, choix: ChoixImport): Promise<FaitsAnnuaire> {
  const { db, files } = context
  await breathe(context, { fait: 0, total: 0, libelle: 'Lecture de l’annuaire' })
  const fichier = await ouvrirAnnuaire(files.resolve(choix.jeton))
  const academie = await getAcademie(db)
  const perimetre = { academieCode: academie.code, departements: choix.departements, types: choix.types }
  const enregistres = new Map((await listEtablissements(db)).map((etablissement) => [etablissement.uai, etablissement]))
  const planification = new Planification(fichier.colonnes, perimetre, enregistres)
  let fait = 0
  const corriger = correcteur(choix.corrections)
  for (const { numero, valeurs } of fichier.csv.lignes()) {
    planification.lire(numero, corriger.appliquer(numero, valeurs))
    fait += 1
    if (fait % slice > 0) continue
    await breathe(context, { fait, total: Math.max(fait, fichier.lignesEstimees), libelle: 'Lecture de l’annuaire' })
  }
  const { corrections } = choix
  const { origines } = corriger
  const plan = planification.terminer(choix)
  return { fichier, plan, perimetre, academie, usages: await listUsages(db), corrections, origines }
}

/**
 * One transaction: all or nothing. Turns of the process are awaited inside it, against the rule, so that Cancel is
 * heard; Kysely keeps the only connection for it meanwhile, and every other query waits.
 */
export async function writeAnnuaire(context: Context, plan: PlanAnnuaire, importFait: ImportFait): Promise<void> {
  const total = plan.nouvelles.length + plan.modifiees.length + plan.fermees.length
  await context.db.transaction().execute(async (db) => {
    await insertImportFait(db, importFait)
    let fait = 0
    let vu = 0
    for (const ecrites of writing(context, plan)) {
      fait += ecrites
      if (fait - vu < slice) continue
      vu = fait
      await breathe(context, { fait, total, libelle: 'Enregistrement des établissements' })
    }
  })
}

/** Writes some records at each step, and says how many. */
function* writing({ session, newId, today }: Context, plan: PlanAnnuaire): Generator<number> {
  const jour = today()
  const writer = prepareWriter(session.required.sqlite)
  for (let debut = 0; debut < plan.nouvelles.length; debut += rowsPerInsert) {
    const lot = plan.nouvelles.slice(debut, debut + rowsPerInsert)
    writer.insert(
      lot.map(({ lu }) => ({
        ...lu,
        ...clesEtablissement(lu),
        id: newId(),
        fermeLe: null,
        annuaireLe: lu.annuaireLe ?? jour,
      })),
    )
    yield lot.length
  }
  for (const { avant, valeurs, lu } of plan.modifiees) {
    const apres = { ...avant, ...valeurs, fermeLe: null, annuaireLe: lu.annuaireLe ?? jour }
    writer.update({ ...apres, ...clesEtablissement(apres) })
    yield 1
  }
  for (const { avant } of plan.fermees) {
    writer.close(avant.id, jour)
    yield 1
  }
}
