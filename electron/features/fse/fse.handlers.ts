import { AppError } from '../../../shared/app-error'
import { examinerColonne, sensDuPoste } from '../../../shared/domain/fse/colonne-du-plan'
import type { LigneFse, OperationFse } from '../../../shared/domain/fse/fse'
import type { fseContract } from '../../../shared/domain/fse/fse.contract'
import { calculerPlan, totauxParPoste } from '../../../shared/domain/fse/plan-de-financement'
import { libellesPoste } from '../../../shared/domain/fse/postes'
import { listAnnexes } from '../../lettres/annexes'
import type { HandlersOf } from '../../register/handler'
import { supprimerFiche } from '../../liste/suppression'
import {
  deleteLigne,
  getLigne,
  getOperation,
  insertLigne,
  insertOperation,
  listAffectations,
  listLignes,
  updateLigne,
} from './fse.queries'
import { definirAnnexe, listAgentsParNom } from './annexe.queries'
import { ecrireLigne, ecrireOperation, refuseReversedDates, suppressionDOperation } from './fse.ecriture'
import { lireOperations } from './lecture'

export const fseHandlers = {
  'fse.lister': ({ db }) => lireOperations(db),

  'fse.lire': async ({ db }, { id }) => {
    const operation = await getOperation(db, id)
    const lignes = await listLignes(db, id)
    return {
      operation,
      lignes,
      prevu: examinerColonne(operation, lignes, 'prevuCents'),
      realise: examinerColonne(operation, lignes, 'realiseCents'),
      affectations: await listAffectations(db, id),
      annexe: (await listAnnexes(db)).get(id) ?? [],
      agents: await listAgentsParNom(db),
    }
  },

  'fse.creer': async ({ db, newId }, faits) => {
    refuseReversedDates(faits)
    const operation: OperationFse = {
      ...faits,
      id: newId(),
      programme: '',
      porteur: '',
      etat: 'projet',
      observations: '',
    }
    await insertOperation(db, operation)
    return operation
  },

  'fse.modifier': async ({ db }, { id, champs, attendu }) =>
    db.transaction().execute((db) => ecrireOperation(db, id, champs as Partial<OperationFse>, attendu)),

  'fse.supprimer': async ({ db }, { id }) =>
    db.transaction().execute(async (db) => {
      await supprimerFiche(db, suppressionDOperation, id)
      return null
    }),

  'fse.ajouterLigne': async ({ db, newId }, { operationId, ligne }) =>
    db.transaction().execute(async (db) => {
      await getOperation(db, operationId)
      const added = nouvelleLigne(newId(), operationId, ligne, await listLignes(db, operationId))
      await insertLigne(db, added)
      return added
    }),

  'fse.modifierLigne': async ({ db }, modification) => db.transaction().execute((db) => ecrireLigne(db, modification)),

  'fse.modifierLignes': async ({ db }, { lignes }) =>
    db.transaction().execute(async (db) => {
      for (const modification of lignes) await ecrireLigne(db, modification)
      return null
    }),

  'fse.supprimerLigne': async ({ db }, { id }) => {
    await deleteLigne(db, (await getLigne(db, id)).id)
    return null
  },

  'fse.definirAnnexe': async ({ db, newId }, { operationId, agentIds }) =>
    db.transaction().execute(async (db) => {
      await getOperation(db, operationId)
      await definirAnnexe(db, { operationId, agentIds, newId })
      return agentIds
    }),

  'fse.appliquerForfait': async ({ db, newId }, { operationId }) =>
    db.transaction().execute(async (db) => {
      const operation = await getOperation(db, operationId)
      const lignes = await listLignes(db, operationId)
      const [prevu, realise] = (['prevuCents', 'realiseCents'] as const).map(
        (colonne) =>
          calculerPlan(
            operation.regimeCouts,
            totauxParPoste(lignes.map((ligne) => ({ poste: ligne.poste, cents: ligne[colonne] }))),
          ).forfait,
      )
      if (!prevu || !realise)
        throw new AppError('forbidden', 'Ce régime de coûts n’a pas de forfait : toutes ses dépenses se saisissent.')
      const montants = { prevuCents: prevu.montantCents, realiseCents: realise.montantCents }
      const [present, ...surplus] = lignes.filter(({ poste }) => poste === prevu.poste)
      for (const { id } of surplus) await deleteLigne(db, id)
      const ligne =
        present ??
        nouvelleLigne(newId(), operationId, { poste: prevu.poste, libelle: libellesPoste[prevu.poste] }, lignes)
      if (present) await updateLigne(db, present.id, montants)
      else await insertLigne(db, { ...ligne, ...montants, justificatif: 'sansObjet' })
      return { ...ligne, ...montants }
    }),
} satisfies HandlersOf<typeof fseContract>

function nouvelleLigne(
  id: string,
  operationId: string,
  { poste, libelle }: Pick<LigneFse, 'poste' | 'libelle'>,
  lignes: LigneFse[],
): LigneFse {
  const ordre = 1 + lignes.reduce((last, ligne) => Math.max(last, ligne.ordre), 0)
  return {
    id,
    operationId,
    sens: sensDuPoste(poste),
    poste,
    libelle,
    prevuCents: 0,
    realiseCents: 0,
    justificatif: 'aFournir',
    observations: '',
    ordre,
  }
}
