import { sql } from 'kysely'
import { AppError } from '../../../shared/app-error'
import { clesEtablissement } from '../../../shared/domain/etablissement/cles'
import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'
import { modifierEtablissement } from '../../../shared/domain/etablissement/etablissement.contract'
import { refusDeSupprimer } from '../../../shared/domain/etablissement/regles'
import { analyserUai } from '../../../shared/uai'
import { refuserSiChangeEntreTemps } from '../../../shared/modification'
import type { Database, Reader } from '../../database/tables'
import type { Ecrivain } from '../../liste/ecrivain'
import type { Suppression } from '../../liste/suppression'
import { affectationsObstacles, lettresObstacles, nommesObstacles } from '../../liste/obstacles.queries'
import {
  countUsages,
  deleteEtablissement,
  findEtablissementByUai,
  getEtablissement,
  idsDesLettres,
  idsDesReseaux,
  updateEtablissement,
} from './etablissement.queries'

/** Writes the fields given in the transaction given, with the keys that follow from them. */
export async function ecrireEtablissement(
  db: Database,
  id: string,
  champs: Partial<Etablissement>,
  attendu?: Readonly<Record<string, unknown>>,
): Promise<Etablissement> {
  const avant = await getEtablissement(db, id)
  const ecrits = { ...champs }
  if (champs.uai !== undefined) ecrits.uai = await readUai(db, champs.uai, id)
  refuserSiChangeEntreTemps(avant, { champs: ecrits, attendu })
  const written = { ...ecrits, ...clesEtablissement({ ...avant, ...ecrits }) }
  await updateEtablissement(db, id, written)
  return { ...avant, ...written }
}

/** The UAI as stored; refused under its field when its key is wrong or when another établissement bears it. */
export async function readUai(db: Reader, brut: string, ownId?: string): Promise<string> {
  const lecture = analyserUai(brut)
  if (!lecture.ok) throw new AppError('invalid', lecture.message, { fields: { uai: lecture.message } })
  const other = await findEtablissementByUai(db, lecture.valeur)
  if (other && other.id !== ownId) {
    const message = `${lecture.valeur} est déjà le code UAI de « ${other.nom} ».`
    throw new AppError('conflict', message, { fields: { uai: message } })
  }
  return lecture.valeur
}

export const suppressionDEtablissement: Suppression = {
  refus: async (db, id) => refusDeSupprimer((await getEtablissement(db, id)).nom, await countUsages(db, id)),
  obstacles: async (db, id) => [
    ...(await nommesObstacles(db, 'reseau', idsDesReseaux(id))),
    ...(await lettresObstacles(db, idsDesLettres(id))),
    ...(await affectationsObstacles(db, sql`SELECT id FROM affectation WHERE residenceId = ${id}`)),
  ],
  effacer: deleteEtablissement,
}

export const ecrivainEtablissement: Ecrivain = {
  champs: modifierEtablissement.input.shape.champs.shape,
  ecrire: (_, db, id, champs) => ecrireEtablissement(db, id, champs),
}
