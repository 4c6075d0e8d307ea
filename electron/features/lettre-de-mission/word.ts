import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { renderDocx } from '../../documents/docx'
import type { Context } from '../../register/context'
import { readParties } from './cadre'
import { assembler, type CadreLettre } from './lettre-de-mission.documents'
import { proprietesDocument } from './proprietes'

/** Letters → the bytes of Word documents, from the same description as the PDF: a frozen letter's is the one it froze. */
export class Word {
  readonly #context: Context
  readonly #cadre: CadreLettre
  readonly #anneeId: string

  constructor(context: Context, cadre: CadreLettre, anneeId: string) {
    this.#context = context
    this.#cadre = cadre
    this.#anneeId = anneeId
  }

  /** Letters in one file, in order. */
  async lettres(dossiers: readonly DossierLettre[]): Promise<Uint8Array> {
    const parties = await readParties(this.#context.db, dossiers, this.#cadre)
    return renderDocx(
      assembler(dossiers, parties, this.#anneeId),
      proprietesDocument(this.#context, this.#cadre.academie, {
        sujet: 'Lettre de mission MLDS',
        anneeId: this.#anneeId,
      }),
    )
  }
}
