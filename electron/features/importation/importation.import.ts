import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Correction } from '../../../shared/domain/importation/classeur'
import { correctionsSures } from '../../../shared/domain/importation/corrections'
import { type Memoire, signatureEntetes } from '../../../shared/domain/importation/entetes'
import type { Ecriture } from '../../../shared/domain/importation/etat'
import type { CorrespondanceImport } from '../../../shared/domain/importation/importation'
import type { ChoixImportation } from '../../../shared/domain/importation/importation.contract'
import {
  direFeuillesSemblables,
  naturesFeuille,
  type NatureFeuille,
  type PlanImportation,
} from '../../../shared/domain/importation/plan'
import { planifierImportation, type Planification } from '../../../shared/domain/importation/planifier'
import type { Database, Reader } from '../../database/tables'
import { listModeles } from '../../lettres/modeles'
import type { Context } from '../../register/context'
import { cancelled, type ClasseurOuvert } from './classeur'
import {
  findDejaImporte,
  listCorrespondances,
  readRegistre,
  saveCorrespondance,
  writeEcritures,
} from './importation.queries'

/** Rows handled between two turns of the process: others are answered, Cancel is heard. */
const slice = 250

async function breathe({ progress, signal }: Context, fait: number, total: number, libelle: string): Promise<void> {
  progress({ fait, total, libelle })
  await nextTurn()
  if (signal.aborted) throw cancelled()
}

/** What an import of that workbook would do to the register as it is now, and the rows to write for it. */
export async function planImport(
  context: Context,
  db: Reader,
  classeur: ClasseurOuvert,
  choix: ChoixImportation,
): Promise<{ plan: PlanImportation; ecritures: readonly Ecriture[]; corrections: readonly Correction[] }> {
  const faits = await readRegistre(db, choix.anneeId)
  const modeles = await listModeles(db, context.resources)
  const registre = { ...faits, aujourdhui: context.today(), modeles }
  const memoires = await recall(db, classeur)
  const planifier = (corrections: ChoixImportation['corrections']): Promise<Planification> =>
    run(
      context,
      classeur,
      planifierImportation(classeur.feuilles, registre, { ...choix, corrections, newId: context.newId, memoires }),
    )
  let corrections: readonly Correction[] = choix.corrections ?? []
  let planification = await planifier(choix.corrections)
  if (choix.corrigerTout === true) {
    const sures = correctionsSures(planification.plan.feuilles)
    corrections = [...corrections, ...sures]
    if (sures.length > 0) planification = await planifier([...corrections])
  }
  const { empreinte, nom, taille } = classeur
  const dejaImporte = await findDejaImporte(db, empreinte)
  const avertissements = [...classeur.avertissements, ...direFeuillesSemblables(planification.plan.feuilles)]
  return {
    plan: { ...planification.plan, empreinte, nomFichier: nom, taille, dejaImporte, avertissements },
    ecritures: planification.ecritures,
    corrections,
  }
}

/** Runs the pure planner slice by slice. */
async function run(
  context: Context,
  { feuilles }: ClasseurOuvert,
  steps: Generator<number, Planification>,
): Promise<Planification> {
  const total = feuilles.reduce((sum, { lignes }) => sum + lignes.length, 0)
  await breathe(context, 0, total, 'Lecture du classeur')
  for (let rank = 1; ; rank += 1) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (rank % slice === 0) await breathe(context, step.value, total, 'Lecture du classeur')
  }
}

/** Writes the planned rows. Turns are awaited inside the caller's transaction so that Cancel is heard: it rolls back. */
export async function writeImport(context: Context, ecritures: readonly Ecriture[]): Promise<void> {
  let fait = 0
  for (const _ of writeEcritures(context.session.required.sqlite, ecritures)) {
    fait += 1
    if (fait % slice === 0) await breathe(context, fait, ecritures.length, 'Enregistrement dans le registre')
  }
}

const hash = (signature: string): string => createHash('sha256').update(signature).digest('hex')
const colonnesGardees = z.record(z.string(), z.number().int().min(1))

/** Mappings confirmed before for headers of this workbook. */
async function recall(db: Reader, { feuilles }: ClasseurOuvert): Promise<Memoire[]> {
  const kept = new Map(
    (await listCorrespondances(db)).map((correspondance) => [correspondance.empreinte, correspondance]),
  )
  if (kept.size === 0) return []
  return feuilles.flatMap(({ lignes }) =>
    lignes.slice(0, 40).flatMap((ligne): Memoire[] => {
      const signature = signatureEntetes(ligne)
      const correspondance = kept.get(hash(signature))
      const colonnes = colonnesGardees.safeParse(JSON.parse(correspondance?.colonnes ?? 'null'))
      if (!correspondance || !colonnes.success || !isNature(correspondance.nature)) return []
      return [{ signature, nature: correspondance.nature, colonnes: colonnes.data }]
    }),
  )
}

const isNature = (nature: string): nature is NatureFeuille => (naturesFeuille as readonly string[]).includes(nature)

/** Keeps the mapping of every sheet imported, for the next file of that shape. */
export async function remember(
  context: Context,
  db: Database,
  { feuilles }: ClasseurOuvert,
  plan: PlanImportation,
): Promise<void> {
  for (const { feuille, nature, ligneEntetes, colonnes } of plan.feuilles) {
    const entetes = feuilles.find(({ nom }) => nom === feuille)?.lignes.find(({ numero }) => numero === ligneEntetes)
    if (!entetes) continue
    const champs = colonnes.flatMap(({ champ, colonne }) => (champ === null ? [] : [[champ, colonne]]))
    const correspondance: CorrespondanceImport = {
      id: context.newId(),
      nature,
      empreinte: hash(signatureEntetes(entetes)),
      colonnes: JSON.stringify(Object.fromEntries(champs)),
      utiliseeAt: context.now(),
    }
    await saveCorrespondance(db, correspondance)
  }
}
