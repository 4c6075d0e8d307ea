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
export function construireOperation(chantier: Chantier, lettres: Lettres): OperationDeDemonstration {
  const { agents, ...faits } = chantier.modele.operation
  const operation: OperationFse = { ...faits, id: chantier.newId(), etat: 'enCours', observations: '' }
  return {
    operation,
    lignes: [...depenses(chantier, operation), ...ressources(chantier, operation)].map((ligne, index) => ({
      ...ligne,
      ordre: index + 1,
    })),
    lettreFse: parts(
      chantier,
      operation,
      lettres,
      agents.map(({ pourcentage }) => pourcentage),
    ),
  }
}

/** Planned and achieved cost of each post: the share of the letter, half of it already paid. */
const personnel = ({ modele }: Chantier) =>
  modele.operation.agents.map(({ coutCents, pourcentage }, index) => {
    const prevuCents = partEligible(coutCents, pourcentage)
    return {
      libelle: `Coordonnateur de réseau ${String(index + 1)}`,
      prevuCents,
      realiseCents: partEligible(prevuCents, avancement),
    }
  })

function plans(chantier: Chantier) {
  const somme = (colonne: 'prevuCents' | 'realiseCents'): number =>
    personnel(chantier).reduce((total, ligne) => total + ligne[colonne], 0)
  return {
    prevu: calculerPlan('R40', { D1: somme('prevuCents') }),
    realise: calculerPlan('R40', { D1: somme('realiseCents') }),
  }
}

function depenses(chantier: Chantier, operation: OperationFse): LigneFse[] {
  const { prevu, realise } = plans(chantier)
  const ligne = nouvelleLigne(operation.id, chantier.newId)
  return [
    ...personnel(chantier).map((faits, index) =>
      ligne({ ...faits, sens: 'depense', poste: 'D1', justificatif: index === 0 ? 'fourni' : 'enAttente' }),
    ),
    ligne({
      sens: 'depense',
      poste: 'D7',
      libelle: 'Forfait de 40\u00a0% des dépenses de personnel',
      prevuCents: prevu.forfait?.montantCents ?? 0,
      realiseCents: realise.forfait?.montantCents ?? 0,
      justificatif: 'sansObjet',
    }),
  ]
}

/** The FSE at its rate, the State for the rest. */
function ressources(chantier: Chantier, operation: OperationFse): LigneFse[] {
  const { prevu, realise } = plans(chantier)
  const fse = {
    prevuCents: fsePrevisionnel(prevu.totalCents, operation.taux),
    realiseCents: fsePrevisionnel(realise.totalCents, operation.taux),
  }
  const etat = {
    prevuCents: prevu.totalCents - fse.prevuCents,
    realiseCents: realise.totalCents - fse.realiseCents,
  }
  const ligne = nouvelleLigne(operation.id, chantier.newId)
  return [
    ligne({ ...fse, sens: 'ressource', poste: 'F1', libelle: 'FSE+', justificatif: 'fourni' }),
    ligne({ ...etat, sens: 'ressource', poste: 'F2', libelle: 'État, titre 2', justificatif: 'fourni' }),
  ]
}

/** The letters of the first coordonnateurs de réseau, both years, at the operation's shares. */
function parts(
  { newId, terme }: Chantier,
  operation: OperationFse,
  { lettres }: Lettres,
  pourcentages: number[],
): LettreFse[] {
  const postes = lettres.filter(({ roleId }) => roleId === terme('role', 'COORD_RESEAU'))
  const agentIds = [...new Set(postes.map(({ agentId }) => agentId))].slice(0, pourcentages.length)
  return postes.flatMap((lettre) => {
    const pourcentage = pourcentages[agentIds.indexOf(lettre.agentId)]
    if (pourcentage === undefined) return []
    return {
      id: newId(),
      lettreId: lettre.id,
      operationId: operation.id,
      pourcentage,
      debutLe: lettre.dateEffetLe,
      finLe: lettre.finLe,
      missions: 'Coordination territoriale des actions de prévention et de remobilisation inscrites à l’opération.',
      accepteeLe: lettre.signeeLe,
    }
  })
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
