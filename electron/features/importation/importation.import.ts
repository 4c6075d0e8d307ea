import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Correction } from '../../../shared/domain/importation/classeur'
import { correctionsSures } from '../../../shared/domain/importation/corrections'
import {
  lignesExaminees,
  signatureEntetes,
  signatureLaissee,
  type Memoire,
  type Souvenirs,
} from '../../../shared/domain/importation/entetes'
import type { Ecriture } from '../../../shared/domain/importation/etat'
import { natureLaissee, type CorrespondanceImport } from '../../../shared/domain/importation/importation'
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
  forgetCorrespondance,
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
  const souvenirs = await recall(db, classeur)
  const planifier = (corrections: ChoixImportation['corrections']): Promise<Planification> =>
    run(
      context,
      classeur,
      planifierImportation(classeur.feuilles, registre, { ...choix, corrections, newId: context.newId, souvenirs }),
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

/** What was decided before of sheets like those of this workbook; of two decisions, the newer. */
async function recall(db: Reader, { feuilles }: ClasseurOuvert): Promise<Souvenirs> {
  const kept = new Map(
    (await listCorrespondances(db)).map((correspondance) => [correspondance.empreinte, correspondance]),
  )
  const laissees = new Set<string>()
  const correspondances: Memoire[] = []
  if (kept.size === 0) return { correspondances, laissees }
  for (const feuille of feuilles) {
    for (const ligne of lignesExaminees(feuille)) {
      const laissee = signatureLaissee(feuille, ligne)
      if (kept.get(hash(laissee))?.nature === natureLaissee) laissees.add(laissee)
      const signature = signatureEntetes(ligne)
      const correspondance = kept.get(hash(signature))
      const colonnes = colonnesGardees.safeParse(JSON.parse(correspondance?.colonnes ?? 'null'))
      if (!correspondance || !colonnes.success || !isNature(correspondance.nature)) continue
      correspondances.push({ signature, nature: correspondance.nature, colonnes: colonnes.data })
    }
  }
  return { correspondances, laissees }
}

const isNature = (nature: string): nature is NatureFeuille => (naturesFeuille as readonly string[]).includes(nature)

/** Keeps what was decided of every sheet, for the next file of that shape: its mapping, or that it is left aside. */
export async function remember(
  context: Context,
  db: Database,
  { feuilles }: ClasseurOuvert,
  plan: PlanImportation,
): Promise<void> {
  const sourceDe = (nom: string, numero: number | null) => {
    const feuille = feuilles.find((candidate) => candidate.nom === nom)
    const entetes = feuille?.lignes.find((ligne) => ligne.numero === numero)
    return (
      feuille &&
      entetes && { entetes: hash(signatureEntetes(entetes)), laissee: hash(signatureLaissee(feuille, entetes)) }
    )
  }
  const garder = (champs: Pick<CorrespondanceImport, 'nature' | 'empreinte' | 'colonnes'>) =>
    saveCorrespondance(db, { id: context.newId(), utiliseeAt: context.now(), ...champs })
  for (const { feuille, nature, ligneEntetes, colonnes } of plan.feuilles) {
    const source = sourceDe(feuille, ligneEntetes)
    if (!source) continue
    const champs = colonnes.flatMap(({ champ, colonne }) => (champ === null ? [] : [[champ, colonne]]))
    await garder({ nature, empreinte: source.entetes, colonnes: JSON.stringify(Object.fromEntries(champs)) })
    await forgetCorrespondance(db, source.laissee)
  }
  for (const { feuille, choisie, ligneEntetes } of plan.feuillesLaissees) {
    const source = choisie === null ? undefined : sourceDe(feuille, ligneEntetes)
    if (source) await garder({ nature: natureLaissee, empreinte: source.laissee, colonnes: '{}' })
  }
}
