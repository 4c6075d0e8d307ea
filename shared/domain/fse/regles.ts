import { type Constat, constater } from '../../constat'
import { formatMontant } from '../../money'
import { formatPourcent } from '../../nombres'
import { postesRessource, type LigneFse, type OperationFse, type RegimeCouts } from './fse'
import { equilibre, planSaisi, totauxParPoste, type Montants, type PlanDepenses } from './plan-de-financement'
import { libellesPoste, libellesRegime, type PosteDepense, type PosteRessource } from './postes'

/** Which column of the plan is checked. */
export type ColonnePlan = 'prevuCents' | 'realiseCents'
const nomsColonne: Record<ColonnePlan, string> = { prevuCents: 'prévu', realiseCents: 'réalisé' }

/** What the convention and the programme set; a missing one is not checked. */
export interface ParametresFse {
  /** Maximum rate of the region and priority, in percent. */
  tauxMaximum?: number
  /** Rate of the forfait in the convention, in percent; by default the regulation's. */
  tauxForfait?: number
  /** Total cost up to which simplified costs are mandatory, in cents. */
  seuilCoutsSimplifiesCents?: number
  /** Accepted gap of the balance, in cents. */
  toleranceCents?: number
}

interface Examen {
  colonne: ColonnePlan
  regime: RegimeCouts
  taux: number
  plan: PlanDepenses
  saisies: Montants<PosteDepense>
  ressources: Montants<PosteRessource>
  parametres: ParametresFse
}

const bloquant = (regle: string, message: string, champ: string): Constat =>
  constater(regle, 'bloquant', message, champ)

/** P04: Σ expenses = Σ resources ± a cent. */
function controlerEquilibre({ colonne, plan, ressources, parametres }: Examen): Constat[] {
  const { ecartCents } = equilibre(plan.totalCents, ressources)
  if (Math.abs(ecartCents) <= (parametres.toleranceCents ?? 0)) return []
  const sens = ecartCents > 0 ? 'manquent aux ressources' : 'dépassent les dépenses'
  return [
    bloquant(
      'P04',
      `Le plan ${nomsColonne[colonne]} n’est pas équilibré : ${formatMontant(Math.abs(ecartCents))} ${sens}.`,
      'ressources',
    ),
  ]
}

/** P05: FSE / E ≤ conventioned rate and ≤ maximum rate, compared exactly. */
function controlerTaux({ colonne, plan, ressources, taux, parametres }: Examen): Constat[] {
  const fse = ressources.F1 ?? 0
  const depasse = (plafond: number): boolean =>
    BigInt(fse) * 1_000_000n > BigInt(Math.round(plafond * 10_000)) * BigInt(plan.totalCents)
  const limites = [
    { plafond: taux, nom: 'taux conventionné' },
    ...(parametres.tauxMaximum === undefined
      ? []
      : [{ plafond: parametres.tauxMaximum, nom: 'taux maximal de la région' }]),
  ]
  return limites
    .filter(({ plafond }) => depasse(plafond))
    .map(({ plafond, nom }) =>
      bloquant(
        'P05',
        `Le FSE ${nomsColonne[colonne]}, ${formatMontant(fse)}, dépasse le ${nom} de ${formatPourcent(plafond)}.`,
        'F1',
      ),
    )
}

/** P06: FSE and external resources ≤ E; autofinancement is what is left, so it does not count (fse.md § 3.4). */
function controlerSurfinancement({ colonne, plan, ressources }: Examen): Constat[] {
  const externes = postesRessource.reduce((total, poste) => total + (poste === 'F4' ? 0 : (ressources[poste] ?? 0)), 0)
  if (externes <= plan.totalCents) return []
  const exces = formatMontant(externes - plan.totalCents)
  return [
    bloquant(
      'P06',
      `Les financements ${nomsColonne[colonne]}s dépassent le coût total éligible de ${exces} : l’opération serait surfinancée.`,
      'ressources',
    ),
  ]
}

/** P07: nothing typed in a poste that the regime covers. */
function controlerPostes({ plan, regime }: Examen): Constat[] {
  return plan.horsPlan.map(({ poste, cents }) =>
    bloquant(
      'P07',
      `${formatMontant(cents)} au poste ${poste} (${libellesPoste[poste]}) : le régime « ${libellesRegime[regime]} » ne l’admet pas. Ce montant reste hors plan.`,
      poste,
    ),
  )
}

/** P09: the forfait typed is the convention's rate of its base. */
function controlerForfait({ colonne, plan: { forfait }, saisies }: Examen): Constat[] {
  if (forfait === null) return []
  const saisi = saisies[forfait.poste] ?? 0
  if (saisi === forfait.montantCents) return []
  const attendu = `${formatPourcent(forfait.taux)} de ${formatMontant(forfait.assietteCents)} font ${formatMontant(forfait.montantCents)}`
  const nom = `Le forfait ${nomsColonne[colonne]}`
  return [
    bloquant(
      'P09',
      saisi === 0
        ? `${nom} n’est pas saisi : ${attendu}.`
        : `${nom} saisi, ${formatMontant(saisi)}, n’est pas celui du régime : ${attendu}.`,
      forfait.poste,
    ),
  ]
}

/** P08: below the threshold, real costs alone are no longer admitted; an alert, to be justified. */
function controlerCoutsSimplifies({
  plan,
  regime,
  parametres: { seuilCoutsSimplifiesCents: seuil },
}: Examen): Constat[] {
  if (seuil === undefined || regime !== 'REEL' || plan.totalCents === 0 || plan.totalCents > seuil) return []
  const message = `Jusqu’à ${formatMontant(seuil)} de coût total, une option de coûts simplifiés est obligatoire.`
  return [constater('P08', 'alerte', message, 'regimeCouts')]
}

/**
 * Findings on one column of an operation's plan: P04 balance, P05 rate, P06 overfunding, P07 forbidden postes,
 * P08 simplified costs, P09 forfait. Source: fse.md § 7; every threshold is a parameter. An empty column finds nothing.
 */
export function controlerPlan(
  operation: Pick<OperationFse, 'taux' | 'regimeCouts'>,
  lignes: readonly Pick<LigneFse, 'poste' | ColonnePlan>[],
  colonne: ColonnePlan,
  parametres: ParametresFse = {},
): Constat[] {
  if (lignes.every((ligne) => ligne[colonne] === 0)) return []
  const totaux = totauxParPoste(lignes.map((ligne) => ({ poste: ligne.poste, cents: ligne[colonne] })))
  const plan = planSaisi(operation.regimeCouts, totaux, parametres.tauxForfait)
  const examen: Examen = {
    colonne,
    regime: operation.regimeCouts,
    taux: operation.taux,
    plan,
    saisies: totaux,
    ressources: totaux,
    parametres,
  }
  return [
    ...controlerEquilibre(examen),
    ...controlerTaux(examen),
    ...controlerSurfinancement(examen),
    ...controlerPostes(examen),
    ...controlerForfait(examen),
    ...controlerCoutsSimplifies(examen),
  ]
}
