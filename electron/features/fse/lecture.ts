import { examinerColonne } from '../../../shared/domain/fse/colonne-du-plan'
import type { LigneFse, OperationFse } from '../../../shared/domain/fse/fse'
import type { OperationFseResumee } from '../../../shared/domain/fse/fse.contract'
import { etatsSuivis, justificatifManque } from '../../../shared/domain/fse/suivi'
import { grouperPar } from '../../../shared/grouper'
import type { Reader } from '../../database/tables'
import { countLettresByOperation, listLignes, listOperations } from './fse.queries'

/** Every operation with its totals and what its plan has to say. */
export async function lireOperations(db: Reader): Promise<OperationFseResumee[]> {
  const lignes = grouperPar(await listLignes(db), ({ operationId }) => operationId)
  const lettres = await countLettresByOperation(db)
  return (await listOperations(db)).map((operation) =>
    resume(operation, lignes.get(operation.id) ?? [], lettres.get(operation.id) ?? 0),
  )
}

function resume(operation: OperationFse, lignes: LigneFse[], nombreLettres: number): OperationFseResumee {
  const prevu = examinerColonne(operation, lignes, 'prevuCents')
  const realise = examinerColonne(operation, lignes, 'realiseCents')
  const fse = (colonne: 'prevuCents' | 'realiseCents'): number =>
    lignes.filter(({ poste }) => poste === 'F1').reduce((total, ligne) => total + ligne[colonne], 0)
  return {
    ...operation,
    depensesPrevuesCents: prevu.plan.totalCents,
    depensesRealiseesCents: realise.plan.totalCents,
    ressourcesPrevuesCents: prevu.ressourcesCents,
    fsePrevuCents: fse('prevuCents'),
    fseRealiseCents: fse('realiseCents'),
    nombreLettres,
    nombreConstats: prevu.constats.length + realise.constats.length,
    justificatifsManquants: etatsSuivis.some((etat) => etat === operation.etat)
      ? lignes.filter(justificatifManque).length
      : 0,
  }
}
