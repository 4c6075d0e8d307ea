import { AppError } from '../../../shared/app-error'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { renderHtml } from '../../documents/html'
import type { DocumentDecrit } from '../../documents/html-description'
import { renderPrintable } from '../../documents/html-printable'
import { footerFonts } from '../../documents/html-fonts'
import type { Context } from '../../register/context'
import { readParties } from './cadre'
import { assembler, type CadreLettre } from './lettre-de-mission.documents'
import { proprietesDocument } from './proprietes'

/** Descriptions → the bytes of finished PDFs, with what all documents of an export share read once. */
export class Impression {
  readonly #context: Context
  readonly #cadre: CadreLettre
  readonly #anneeId: string
  readonly #fonts: readonly Uint8Array[]

  constructor(context: Context, cadre: CadreLettre, anneeId: string) {
    this.#context = context
    this.#cadre = cadre
    this.#anneeId = anneeId
    this.#fonts = footerFonts(context.resources)
  }

  /** Letters in one file, in order. */
  async lettres(dossiers: readonly DossierLettre[]): Promise<Uint8Array> {
    const parties = await readParties(this.#context.db, dossiers, this.#cadre)
    return this.document(assembler(dossiers, parties, this.#anneeId), 'Lettre de mission MLDS')
  }

  /** Letters on paper, by the system's print dialog; false when the user gave up. */
  async surPapier(dossiers: readonly DossierLettre[]): Promise<boolean> {
    const { shell, resources, signal } = this.#context
    const parties = await readParties(this.#context.db, dossiers, this.#cadre)
    const document = assembler(dossiers, parties, this.#anneeId)
    const { pagesByPart } = await import('../../documents/pdf-pages')
    const imprime = await orCancelled(shell.printToPdf({ html: renderHtml(document, resources) }), signal)
    return orCancelled(shell.print({ html: renderPrintable(document, pagesByPart(imprime), resources) }), signal)
  }

  /** Any document of the year; `sujet` is what its properties say before the year. */
  async document(document: DocumentDecrit, sujet: string): Promise<Uint8Array> {
    const { shell, resources, signal } = this.#context
    // Loaded when something is printed: the register opens without waiting for it.
    const { finishPdf } = await import('../../documents/pdf-finish')
    const imprime = await orCancelled(shell.printToPdf({ html: renderHtml(document, resources) }), signal)
    const proprietes = proprietesDocument(this.#context, this.#cadre.academie, { sujet, anneeId: this.#anneeId })
    return finishPdf(imprime, document, proprietes, this.#fonts)
  }
}

/** Chromium finishes its page whatever happens; who cancelled does not wait for it. */
export function orCancelled<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      reject(
        new AppError('conflict', 'Export annulé : les fichiers déjà écrits sont entiers, les autres n’existent pas.'),
      )
    }
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', cancel)
    })
  })
}
