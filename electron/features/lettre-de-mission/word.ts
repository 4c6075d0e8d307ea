import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { renderDocx } from '../../documents/docx'
import type { Context } from '../../register/context'
import { readRedacteur } from './cadre'
import { assembler, type CadreLettre } from './lettre-de-mission.documents'
import { proprietesDocument } from './proprietes'

/**
 * What gives a Word document of one or several of these letters, in order, from the same description as the PDF: a frozen
 * letter's is the one it froze.
 */
export async function readWord(
  context: Context,
  dossiers: readonly DossierLettre[],
  { cadre, anneeId }: { cadre: CadreLettre; anneeId: string },
): Promise<(choisis: readonly DossierLettre[]) => Uint8Array> {
  const rediger = await readRedacteur(context.db, dossiers, cadre)
  const proprietes = proprietesDocument(context, cadre.academie, { sujet: 'Lettre de mission MLDS', anneeId })
  return (choisis) => renderDocx(assembler(choisis, choisis.map(rediger), anneeId), proprietes)
}
