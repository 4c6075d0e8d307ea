import { calculerPlan, fsePrevisionnel, partEligible } from '../../../shared/domain/fse/plan-de-financement'
import type { LigneFse, OperationFse } from '../../../shared/domain/fse/fse'
import type { LettreFse } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Lettres } from './lettres'
import type { Chantier } from './territoire'

export interface OperationDeDemonstration {
  operation: OperationFse
  lignes: LigneFse[]
  lettreFse: LettreFse[]
}

/** Share of the plan already achieved and paid, in percent. */
const avancement = 50

/** One FSE+ operation at 40 %: its personnel lines are the shares that the letters of three coordonnateurs fix. */
export function construireOperation({ modele, newId, terme }: Chantier, lettres: Lettres): OperationDeDemonstration {
  const { agents, ...faits } = modele.operation
  const operation: OperationFse = { ...faits, id: newId(), etat: 'enCours', observations: '' }
  const postes = lettres.lettres.filter(({ roleId }) => roleId === terme('role', 'COORD_RESEAU'))
  const agentIds = [...new Set(postes.map(({ agentId }) => agentId))].slice(0, agents.length)
  const personnel = agents.map(({ coutCents, pourcentage }, index) => {
    const prevu = partEligible(coutCents, pourcentage)
    return { libelle: `Coordonnateur de réseau ${String(index + 1)}`, prevu, realise: partEligible(prevu, avancement) }
  })
  const somme = (cle: 'prevu' | 'realise'): number => personnel.reduce((total, ligne) => total + ligne[cle], 0)
  const ligne = nouvelleLigne(operation.id, newId)
  const plans = {
    prevu: calculerPlan('R40', { D1: somme('prevu') }),
    realise: calculerPlan('R40', { D1: somme('realise') }),
  }
  const fse = {
    prevu: fsePrevisionnel(plans.prevu.totalCents, operation.taux),
    realise: fsePrevisionnel(plans.realise.totalCents, operation.taux),
  }
  const lignes = [
    ...personnel.map(({ libelle, prevu, realise }, index) =>
      ligne({
        sens: 'depense',
        poste: 'D1',
        libelle,
        prevuCents: prevu,
        realiseCents: realise,
        justificatif: index === 0 ? 'fourni' : 'enAttente',
      }),
    ),
    ligne({
      sens: 'depense',
      poste: 'D7',
      libelle: 'Forfait de 40 % des dépenses de personnel',
      prevuCents: plans.prevu.forfait?.montantCents ?? 0,
      realiseCents: plans.realise.forfait?.montantCents ?? 0,
      justificatif: 'sansObjet',
    }),
    ligne({
      sens: 'ressource',
      poste: 'F1',
      libelle: 'FSE+',
      prevuCents: fse.prevu,
      realiseCents: fse.realise,
      justificatif: 'fourni',
    }),
    ligne({
      sens: 'ressource',
      poste: 'F2',
      libelle: 'État, titre 2',
      prevuCents: plans.prevu.totalCents - fse.prevu,
      realiseCents: plans.realise.totalCents - fse.realise,
      justificatif: 'fourni',
    }),
  ].map((faitsDeLigne, index) => ({ ...faitsDeLigne, ordre: index + 1 }))
  const lettreFse = postes
    .filter(({ agentId }) => agentIds.includes(agentId))
    .map((lettre) => ({
      id: newId(),
      lettreId: lettre.id,
      operationId: operation.id,
      pourcentage: agents[agentIds.indexOf(lettre.agentId)]?.pourcentage ?? 100,
      debutLe: lettre.dateEffetLe,
      finLe: lettre.finLe,
      missions: 'Coordination territoriale des actions de prévention et de remobilisation inscrites à l’opération.',
      accepteeLe: lettre.signeeLe,
    }))
  return { operation, lignes, lettreFse }
}

const nouvelleLigne =
  (operationId: string, newId: () => string) =>
  (faits: Omit<LigneFse, 'id' | 'operationId' | 'observations' | 'ordre'>): LigneFse => ({
    id: newId(),
    operationId,
    observations: '',
    ordre: 0,
    ...faits,
  })
