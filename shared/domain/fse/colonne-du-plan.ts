import type { LigneFse, OperationFse, Poste } from './fse'
import type { ColonneDuPlan } from './fse.contract'
import { planSaisi, equilibre, fsePrevisionnel, totauxParPoste } from './plan-de-financement'
import { controlerPlan, type ColonnePlan } from './regles'

/** Side of a poste: the letter says it (fse.md § 3.1, § 3.3). */
export const sensDuPoste = (poste: Poste): LigneFse['sens'] => (poste.startsWith('D') ? 'depense' : 'ressource')

/** Everything one column of the plan says: expenses as typed, resources, gap, FSE allowed by the rate, findings. Cents. */
export function examinerColonne(
  operation: Pick<OperationFse, 'taux' | 'regimeCouts'>,
  lignes: readonly Pick<LigneFse, 'poste' | ColonnePlan>[],
  colonne: ColonnePlan,
): ColonneDuPlan {
  const totaux = totauxParPoste(lignes.map((ligne) => ({ poste: ligne.poste, cents: ligne[colonne] })))
  const plan = planSaisi(operation.regimeCouts, totaux)
  const { ecartCents } = equilibre(plan.totalCents, totaux)
  return {
    plan,
    ressourcesCents: plan.totalCents - ecartCents,
    ecartCents,
    fseAuTauxCents: fsePrevisionnel(plan.totalCents, operation.taux),
    constats: controlerPlan(operation, lignes, colonne),
  }
}
