import { arrondirPourcent, arrondirProrata, tronquerPourcent } from '../../money'
import { postesDepense, postesRessource, type Poste, type RegimeCouts } from './fse'
import { regimes, type PosteDepense, type PosteRessource } from './postes'

/** Integer cents by poste; a missing poste is zero. */
export type Montants<P extends Poste> = Partial<Record<P, number>>

const somme = <P extends Poste>(montants: Montants<P>, postes: readonly P[]): number =>
  postes.reduce((total, poste) => total + (montants[poste] ?? 0), 0)

/** Adds up lines by poste: { D1: 104 265,38 €, … } in cents. */
export function totauxParPoste(lignes: readonly { poste: Poste; cents: number }[]): Montants<Poste> {
  const totaux: Montants<Poste> = {}
  for (const { poste, cents } of lignes) totaux[poste] = (totaux[poste] ?? 0) + cents
  return totaux
}

/** The expenses of a plan under its regime. All amounts in cents. */
export interface PlanDepenses {
  parPoste: Record<PosteDepense, number>
  /** The computed poste, its base and its rate in percent; null without forfait. */
  forfait: { poste: PosteDepense; assietteCents: number; taux: number; montantCents: number } | null
  /** E, the total eligible cost. */
  totalCents: number
  /** Typed amounts that the regime covers or computes itself: kept for information, outside the plan (P07). */
  horsPlan: { poste: PosteDepense; cents: number }[]
}

/**
 * Computes the forfait and the total eligible cost (fse.md § 3.4 formula 4). The rate applies to the rounded total of its
 * base, rounded half up. `tauxForfait` in percent is the convention's; by default the regulation's.
 * Whatever was typed in the computed poste is replaced; in any other poste not typed under the regime it is left out.
 */
export function calculerPlan(regime: RegimeCouts, saisies: Montants<PosteDepense>, tauxForfait?: number): PlanDepenses {
  const { forfait, saisissables } = regimes[regime]
  const retenu = (poste: PosteDepense): number => (saisissables.includes(poste) ? (saisies[poste] ?? 0) : 0)
  const parPoste = Object.fromEntries(postesDepense.map((poste) => [poste, retenu(poste)])) as Record<
    PosteDepense,
    number
  >
  let calcule: PlanDepenses['forfait'] = null
  if (forfait !== null) {
    const assietteCents = somme(parPoste, forfait.assiette)
    const taux = tauxForfait ?? forfait.tauxUsuel
    calcule = { poste: forfait.poste, assietteCents, taux, montantCents: arrondirPourcent(assietteCents, taux) }
    parPoste[forfait.poste] = calcule.montantCents
  }
  const horsPlan = postesDepense
    .filter((poste) => !saisissables.includes(poste) && poste !== forfait?.poste && (saisies[poste] ?? 0) !== 0)
    .map((poste) => ({ poste, cents: saisies[poste] ?? 0 }))
  return { parPoste, forfait: calcule, totalCents: somme(parPoste, postesDepense), horsPlan }
}

/**
 * The same plan with the forfait as it is typed, zero when it is not: what every total shows. `forfait` keeps what the
 * regime computes, for P09 to compare.
 */
export function planSaisi(regime: RegimeCouts, saisies: Montants<PosteDepense>, tauxForfait?: number): PlanDepenses {
  const plan = calculerPlan(regime, saisies, tauxForfait)
  if (plan.forfait === null) return plan
  const parPoste = { ...plan.parPoste, [plan.forfait.poste]: saisies[plan.forfait.poste] ?? 0 }
  return { ...plan, parPoste, totalCents: somme(parPoste, postesDepense) }
}

/** FSE = τ × E truncated to the cent, so as never to exceed the rate (fse.md § 3.4 formula 2). `taux` in percent. */
export const fsePrevisionnel = (totalCents: number, taux: number): number => tronquerPourcent(totalCents, taux)

/** Eligible part of a cost at the fixed percentage of the lettre de mission, rounded half up (fse.md § 4.5, temps fixe). */
export const partEligible = (coutCents: number, pourcent: number): number => arrondirPourcent(coutCents, pourcent)

/** Eligible part of a cost by hours: the fraction is exact, the result rounded once (fse.md § 4.5, temps variable). */
export const partEligibleHeures = (coutCents: number, heuresOperation: number, heuresTravaillees: number): number =>
  arrondirProrata(coutCents, heuresOperation, heuresTravaillees)

/** A standard hourly cost: yearly charged cost over the reference hours of the year (1 720), in proportion of the quotité. */
export interface CoutHoraire {
  coutAnnuelCents: number
  /** Reference hours of a full-time year, a parameter of the operation. */
  heuresReference: number
  /** Percent. */
  quotite: number
  heuresOperation: number
  /** Chosen once for the operation: the hourly rate rounded to the cent, or the exact fraction until the end. */
  arrondi: 'taux' | 'resultat'
}

/** Eligible cost at an hourly rate, and that rate as displayed, in cents (fse.md § 4.5, SBC 1720). */
export function coutHoraire(cout: CoutHoraire): { tauxHoraireCents: number; eligibleCents: number } {
  const heures = (cout.heuresReference * cout.quotite) / 100
  const tauxHoraireCents = arrondirProrata(cout.coutAnnuelCents, 1, heures)
  const eligibleCents =
    cout.arrondi === 'taux'
      ? arrondirProrata(tauxHoraireCents, cout.heuresOperation, 1)
      : arrondirProrata(cout.coutAnnuelCents, cout.heuresOperation, heures)
  return { tauxHoraireCents, eligibleCents }
}

/** Σ expenses against Σ resources, to the cent (fse.md § 3.4 formula 1). A positive gap means missing resources. */
export function equilibre(
  totalDepensesCents: number,
  ressources: Montants<PosteRessource>,
): { ecartCents: number; equilibre: boolean } {
  const ecartCents = totalDepensesCents - somme(ressources, postesRessource)
  return { ecartCents, equilibre: ecartCents === 0 }
}

/** What the final payment depends on; amounts in cents, `taux` in percent. */
export interface Execution {
  /** C, the FSE amount of the convention. */
  conventionneCents: number
  taux: number
  /** E, the cost kept after control. */
  retenuCents: number
  /** R, the resources kept, without FSE and without autofinancement. */
  ressourcesCents: number
  /** Advance and instalments already paid. */
  dejaVerseCents: number
}

export interface Solde {
  /** FSE due in the end. */
  duCents: number
  /** Due less already paid; negative: to be paid back. */
  aVerserCents: number
  /** What was capped because resources would exceed the cost. */
  ecretementCents: number
  /** What the bearer pays itself. */
  autofinancementCents: number
  /** Which of the three bounds decided. */
  limite: 'convention' | 'taux' | 'surfinancement'
}

/** FSE due = min(C ; τ × E ; E − R), never below zero (fse.md § 3.4 formula 5); τ × E is truncated. */
export function soldeDu({ conventionneCents, taux, retenuCents, ressourcesCents, dejaVerseCents }: Execution): Solde {
  const auTaux = tronquerPourcent(retenuCents, taux)
  const reste = retenuCents - ressourcesCents
  const plafond = Math.min(conventionneCents, auTaux)
  const duCents = Math.max(0, Math.min(plafond, reste))
  return {
    duCents,
    aVerserCents: duCents - dejaVerseCents,
    ecretementCents: plafond - duCents,
    autofinancementCents: Math.max(0, reste - duCents),
    limite: reste < plafond ? 'surfinancement' : auTaux < conventionneCents ? 'taux' : 'convention',
  }
}
