import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { formatJour } from '../../../shared/dates'
import type { LettresExportees } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { controlerDossier } from '../../../shared/domain/lettre-de-mission/controle'
import type { DossierLettre } from '../../../shared/domain/lettre-de-mission/dossier'
import { nomAuJour } from '../../../shared/nom-fichier'
import { compte } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import { deliver } from '../../documents/deliver'
import { renderHtml } from '../../documents/html'
import { footerFonts } from '../../documents/html-fonts'
import type { Context } from '../../register/context'
import { readCadre, readParties } from './cadre'
import { type FiltreLettres, listDossiers } from './dossiers.queries'
import { assembler, type CadreLettre, nomsFichiers } from './lettre-de-mission.documents'

/** Hidden windows at work: the main process keeps two. */
const impressionsParalleles = 2

interface Demande extends FiltreLettres {
  anneeId: string
  dossier: string | undefined
  fichierUnique: string | undefined
}

/** Select, compose, print, complete, deliver; see `exporterLettres` for what it promises. */
export async function exporter(
  context: Context,
  { anneeId, ids, dossier, fichierUnique }: Demande,
): Promise<LettresExportees> {
  const choisis = await listDossiers(context.db, ids === undefined ? { anneeId } : { ids })
  const dossiers = choisis.filter(({ lettre }) => ids !== undefined || lettre.active === 1)
  if (dossiers.length === 0)
    throw new AppError('notFound', `Aucune lettre de mission à exporter pour ${anneeId}. Rien n’a été écrit.`)
  const cadre = await readCadre(context.db, context.resources)
  const impression = new Impression(context, cadre, anneeId)
  const fichiers: string[] = []
  if (dossier !== undefined) fichiers.push(...(await exporterUneAUne(context, impression, dossiers, dossier)))
  if (fichierUnique !== undefined) {
    context.progress({
      fait: 0,
      total: 0,
      libelle: `Mise en page de ${compte(dossiers.length, 'lettre')} en un seul fichier`,
    })
    await deliver(fichierUnique, await impression.pdf(dossiers))
    fichiers.push(fichierUnique)
  }
  return {
    fichiers: fichiers.map((chemin) => ({ jeton: context.files.grant(chemin).jeton, nom: basename(chemin) })),
    lettres: dossiers.length,
    aCorriger: dossiers.flatMap((lettre) => {
      const [bloquant] = controlerDossier(lettre, cadre.academie, context.today()).filter(
        ({ gravite }) => gravite === 'bloquant',
      )
      return bloquant ? [{ agent: nomAffiche(lettre.agent), message: bloquant.message }] : []
    }),
  }
}

/** Letters → the bytes of one finished PDF. */
class Impression {
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

  async pdf(dossiers: readonly DossierLettre[]): Promise<Uint8Array> {
    const { shell, resources, now, signal, auJour } = this.#context
    // Loaded when something is printed: the register opens without waiting for it.
    const { finishPdf } = await import('../../documents/pdf-finish')
    const parties = await readParties(this.#context.db, dossiers, this.#cadre)
    const document = assembler(dossiers, parties, this.#anneeId)
    const imprime = await orCancelled(shell.printToPdf({ html: renderHtml(document, resources) }), signal)
    const { nom, nomComplement } = this.#cadre.academie
    const proprietes = {
      auteur: nom === '' ? '' : `Académie ${nomComplement}`,
      sujet: `Lettre de mission MLDS – année scolaire ${this.#anneeId}${auJour === undefined ? '' : ` – registre tel qu’il était le ${formatJour(auJour)}`}`,
      creeLe: now(),
    }
    return finishPdf(imprime, document, proprietes, this.#fonts)
  }
}

/** Chromium finishes its page whatever happens; who cancelled does not wait for it. */
function orCancelled<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
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

async function exporterUneAUne(
  { progress, signal, auJour }: Context,
  impression: Impression,
  dossiers: readonly DossierLettre[],
  dossier: string,
): Promise<string[]> {
  await createFolder(dossier)
  const noms = nomsFichiers(dossiers)
  const ecrits = new Map<number, string>()
  const file = dossiers.entries()
  const avancer = (): void => {
    progress({ fait: ecrits.size, total: dossiers.length, libelle: 'Lettres de mission' })
  }
  const ouvrier = async (): Promise<void> => {
    for (const [rang, lettre] of file) {
      if (arret.echec !== undefined) return
      const chemin = join(dossier, nomAuJour(noms[rang] ?? '', auJour))
      await deliver(chemin, await impression.pdf([lettre]))
      ecrits.set(rang, chemin)
      avancer()
    }
  }
  const arret: { echec: unknown } = { echec: undefined }
  avancer()
  await Promise.all(
    Array.from({ length: impressionsParalleles }, () =>
      ouvrier().catch((error: unknown) => {
        arret.echec ??= error
      }),
    ),
  )
  if (arret.echec !== undefined) throw withKept(arret.echec, signal, ecrits.size, dossiers.length)
  return [...ecrits].sort(([a], [b]) => a - b).map(([, chemin]) => chemin)
}

/** The reason, and what was kept before it. */
function withKept(error: unknown, signal: AbortSignal, ecrites: number, total: number): unknown {
  if (!(error instanceof AppError)) return error
  const garde = `${compte(ecrites, 'lettre')} sur ${String(total)} ${ecrites >= 2 ? 'sont écrites' : 'est écrite'}.`
  if (signal.aborted) return new AppError('conflict', `Export annulé. ${garde}`)
  return new AppError(error.code, `${error.message} ${garde}`, { fields: error.fields, cause: error })
}

async function createFolder(dossier: string): Promise<void> {
  try {
    await mkdir(dossier, { recursive: true })
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `Le dossier « ${dossier} » n’a pas pu être créé. Aucune lettre n’a été écrite ; choisissez un autre dossier.`,
      { cause },
    )
  }
}
