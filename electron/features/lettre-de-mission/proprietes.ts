import { formatJour } from '../../../shared/dates'
import type { Academie } from '../../../shared/domain/parametres/academie'
import type { ProprietesDocument } from '../../documents/html-description'
import type { Context } from '../../register/context'

/** What every file of an export says of itself; `sujet` is what comes before the year. */
export function proprietesDocument(
  { now, auJour }: Pick<Context, 'now' | 'auJour'>,
  { nom, nomComplement }: Academie,
  { sujet, anneeId }: { sujet: string; anneeId: string },
): ProprietesDocument {
  const lu = auJour === undefined ? '' : ` – registre tel qu’il était le ${formatJour(auJour)}`
  return {
    auteur: nom === '' ? '' : `Académie ${nomComplement}`,
    sujet: `${sujet} – année scolaire ${anneeId}${lu}`,
    creeLe: now(),
  }
}
