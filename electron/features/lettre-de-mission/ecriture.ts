import { heuresDues } from '../../../shared/domain/affectation/heures-dues'
import { refuserModification } from '../../../shared/domain/lettre-de-mission/cycle'
import type { LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { modifierLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import type { Suppression } from '../../liste/suppression'
import { findHeuresEnseignement } from './creation.queries'
import { getDossier } from './dossiers.queries'
import { deleteLettre, getLettre, updateLettre } from './lettre-de-mission.queries'

/** Writes the fields given in the transaction given; a new quotité or régime computes the hours due again. */
export async function ecrireChamps(
  db: Database,
  id: string,
  champs: Partial<LettreDeMission>,
  attendu?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const lettre = await getLettre(db, id)
  refuserModification(lettre, champs)
  refuserSiChangeEntreTemps(lettre, { champs, attendu })
  await updateLettre(db, id, champs)
  if (champs.heuresDues === undefined && (champs.quotite !== undefined || champs.regimeId !== undefined))
    await recalculer(db, id)
}

/** Hours due of the quotité and régime as they now are. */
async function recalculer(db: Database, id: string): Promise<void> {
  const { lettre, regime, agent } = await getDossier(db, id)
  const heuresEnseignementHebdo = await findHeuresEnseignement(db, lettre)
  const { heures } = heuresDues({
    regime,
    quotite: lettre.quotite,
    corpsOrsHebdo: agent.corpsOrsHebdo,
    heuresEnseignementHebdo,
  })
  await updateLettre(db, id, { heuresDues: heures })
}

export const suppressionDeLettre: Suppression = {
  refus: async (db, id) =>
    (await getLettre(db, id)).etat === 'brouillon'
      ? undefined
      : 'Seul un brouillon se supprime ; une lettre envoyée s’annule, et reste dans le registre. Rien n’a changé.',
  obstacles: () => Promise.resolve([]),
  effacer: deleteLettre,
}

export const ecrivainLettre: Ecrivain = {
  champs: modifierLettre.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireChamps(db, id, champs),
}
