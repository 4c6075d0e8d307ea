import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import type { FeuilleSource } from '../../../shared/domain/importation/classeur'
import type { Context } from '../../register/context'
import { raisonIllisible } from '../../documents/illisible'
import { type ClasseurLu, type OptionsDeLecture, readXlsx } from '../../documents/xlsx-reader'
import { limitesArchive, refused } from '../../documents/zip-guard'

/** A workbook given by the user, read whole. */
export interface ClasseurOuvert {
  nom: string
  /** SHA-256 of its bytes. */
  empreinte: string
  /** Bytes. */
  taille: number
  feuilles: FeuilleSource[]
  avertissements: string[]
}

/**
 * Reads the file the user gave; its size is looked at before its bytes are. Hidden sheets are read too, and said. One that
 * is byte for byte the workbook already read is not parsed again.
 */
export async function openClasseur(
  chemin: string,
  { signal, progress }: Pick<Context, 'signal' | 'progress'>,
  connu?: ClasseurOuvert,
): Promise<ClasseurOuvert> {
  const nom = basename(chemin)
  const bytes = await readBytes(chemin, nom)
  const empreinte = createHash('sha256').update(bytes).digest('hex')
  if (connu?.empreinte === empreinte && connu.nom === nom) return connu
  const kilo = (octets: number): number => Math.round(octets / 1000)
  const onProgress = (fait: number, total: number): void =>
    progress({ fait: kilo(fait), total: kilo(total), libelle: 'Ouverture du fichier, en Ko' })
  const classeur = await readOrCancel(bytes, { nom, signal, onProgress })
  const masquees = classeur.feuilles.filter(({ masquee }) => masquee).map((feuille) => `« ${feuille.nom} »`)
  const avertissements = [...classeur.avertissements]
  if (masquees.length > 0)
    avertissements.push(`Feuilles masquées dans le classeur, lues comme les autres : ${masquees.join(', ')}.`)
  return {
    nom,
    empreinte,
    taille: bytes.length,
    feuilles: classeur.feuilles,
    avertissements,
  }
}

async function readBytes(chemin: string, nom: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(chemin)
    const megabytes = (bytes: number): string => Math.ceil(bytes / 1_000_000).toLocaleString('fr-FR')
    if (size > limitesArchive.octets)
      throw refused(nom, `pèse ${megabytes(size)} Mo ; la limite est de ${megabytes(limitesArchive.octets)} Mo.`)
    return await readFile(chemin)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('unavailable', `« ${nom} » ${raisonIllisible(cause)}. Rien n’a été importé.`, { cause })
  }
}

/** A cancel is an expected end: it must not be taken for a defect. */
async function readOrCancel(
  bytes: Uint8Array,
  options: OptionsDeLecture & { signal: AbortSignal },
): Promise<ClasseurLu> {
  try {
    return await readXlsx(bytes, options)
  } catch (error) {
    if (options.signal.aborted) throw cancelled()
    throw error
  }
}

export const cancelled = (): AppError =>
  new AppError('conflict', 'Import annulé : rien n’a été écrit dans le registre.')
