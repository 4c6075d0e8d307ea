import { mkdir, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { cleDeNom, nomAuJour } from '../../../shared/nom-fichier'
import { compte, formatNombre } from '../../../shared/nombres'
import { deliver } from '../../documents/deliver'
import type { Context } from '../../register/context'

/** Two print (the main process keeps two hidden windows), the others complete and write: no window waits for the disk. */
const ouvriers = 4

/** What is written, in the words of its sentences. */
export interface Espece {
  un: string
  plusieurs: string
  feminin: boolean
  /** Beside the progress bar. */
  titre: string
}

/** A folder to fill, and whether its files of the same names are replaced. */
export interface Destination {
  dossier: string
  remplacer: boolean
}

export interface FichierAEcrire {
  nom: string
  produire: () => Promise<Uint8Array>
}

/**
 * Writes files one by one in a folder, which is created: each one is whole or is not there. Gives their paths, in order.
 * Cancelled or failed, it throws with how many were kept. Throws `conflict` with `fields.remplacer`, before anything is
 * written, when files of these names are there and are not to be replaced.
 */
export async function ecrireEnLot(
  { progress, signal, auJour }: Pick<Context, 'progress' | 'signal' | 'auJour'>,
  { dossier, remplacer }: Destination,
  fichiers: readonly FichierAEcrire[],
  espece: Espece,
): Promise<string[]> {
  await createFolder(dossier, espece)
  if (!remplacer)
    await refuserLesPresents(
      dossier,
      fichiers.map(({ nom }) => nomAuJour(nom, auJour)),
    )
  const ecrits = new Map<number, string>()
  const file = fichiers.entries()
  const avancer = (): void => {
    progress({ fait: ecrits.size, total: fichiers.length, libelle: espece.titre })
  }
  const arret: { echec: unknown } = { echec: undefined }
  const ouvrier = async (): Promise<void> => {
    for (const [rang, { nom, produire }] of file) {
      refuserSiAnnule(signal)
      if (arret.echec !== undefined) return
      const chemin = join(dossier, nomAuJour(nom, auJour))
      const octets = await produire()
      refuserSiAnnule(signal)
      await deliver(chemin, octets)
      ecrits.set(rang, chemin)
      avancer()
    }
  }
  avancer()
  await Promise.all(
    Array.from({ length: ouvriers }, () =>
      ouvrier().catch((error: unknown) => {
        arret.echec ??= error
      }),
    ),
  )
  if (arret.echec !== undefined)
    throw withKept(arret.echec, signal, { ecrits: ecrits.size, total: fichiers.length, espece })
  return [...ecrits].sort(([a], [b]) => a - b).map(([, chemin]) => chemin)
}

async function refuserLesPresents(dossier: string, noms: readonly string[]): Promise<void> {
  const la = new Set((await readdir(dossier)).map(cleDeNom))
  const [premier, ...autres] = noms.filter((nom) => la.has(cleDeNom(nom)))
  if (premier === undefined) return
  const suite = autres.length === 0 ? '' : ` et ${compte(autres.length, 'autre', 'autres')} des fichiers à écrire`
  const constat = `« ${basename(dossier)} » contient déjà « ${premier} »${suite}.`
  throw new AppError('conflict', `${constat} Rien n’a été écrit.`, { fields: { remplacer: constat } })
}

function refuserSiAnnule({ aborted }: AbortSignal): void {
  if (aborted) throw new AppError('conflict', 'Export annulé.')
}

/** The reason, and what was kept before it. */
function withKept(
  error: unknown,
  signal: AbortSignal,
  { ecrits, total, espece: { un, plusieurs, feminin } }: { ecrits: number; total: number; espece: Espece },
): unknown {
  if (!(error instanceof AppError)) return error
  const accord = feminin ? 'e' : ''
  const verbe = ecrits >= 2 ? `sont écrit${accord}s` : `est écrit${accord}`
  const garde = `${compte(ecrits, un, plusieurs)} sur ${formatNombre(total)} ${verbe}.`
  if (signal.aborted) return new AppError('conflict', `Export annulé. ${garde}`)
  return new AppError(error.code, `${error.message} ${garde}`, { fields: error.fields, cause: error })
}

async function createFolder(dossier: string, { un, feminin }: Espece): Promise<void> {
  try {
    await mkdir(dossier, { recursive: true })
  } catch (cause) {
    const aucun = feminin ? `Aucune ${un} n’a été écrite` : `Aucun ${un} n’a été écrit`
    const fichier = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const raison = fichier
      ? `« ${dossier} » est un fichier, pas un dossier`
      : `Le dossier « ${dossier} » n’a pas pu être créé`
    throw new AppError('unavailable', `${raison}. ${aucun} ; choisissez un autre dossier.`, { cause })
  }
}
