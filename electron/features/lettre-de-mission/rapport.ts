import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { Fichier } from '../../../shared/domain/fichier/fichier'
import { typeDeRapport } from '../../../shared/domain/lettre-de-mission/rapport'
import type { Context } from '../../register/context'

/** A report's file, read whole once its kind and its size are known to be acceptable. */
export function lireFichierRapport(chemin: string, { newId, now }: Pick<Context, 'newId' | 'now'>): Fichier {
  const nom = basename(chemin)
  try {
    const typeMime = typeDeRapport(nom, statSync(chemin).size)
    const contenu = readFileSync(chemin)
    return {
      id: newId(),
      nom,
      typeMime,
      contenu: new Uint8Array(contenu),
      sha256: createHash('sha256').update(contenu).digest('hex'),
      ajouteAt: now(),
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('unavailable', `« ${nom} » n’a pas pu être lu. Le rapport n’a pas été joint.`, { cause })
  }
}
