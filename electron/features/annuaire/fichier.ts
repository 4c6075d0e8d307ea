import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { type Colonnes, lireEntetes } from '../../../shared/domain/annuaire/colonnes'
import { raisonIllisible } from '../../documents/illisible'
import { type CsvLu, readCsv } from '../../documents/csv-reader'

/** A file that is the annuaire, ready to be read row by row. */
export interface FichierAnnuaire {
  nom: string
  /** SHA-256 of its bytes: says that the file is still the one that was shown. */
  empreinte: string
  /** Bytes. */
  taille: number
  csv: CsvLu
  colonnes: Colonnes
  /** Rows it may hold: line ends counted, exact unless a cell has several lines. For progress only. */
  lignesEstimees: number
}

/** Reads the bytes of the file and its header; refuses in a sentence what is not the annuaire. */
export async function ouvrirAnnuaire(chemin: string): Promise<FichierAnnuaire> {
  const nom = basename(chemin)
  const { bytes, empreinte } = await readBytes(chemin, nom)
  const csv = readCsv(bytes, { nom })
  const { colonnes, manquantes } = lireEntetes(csv.entetes)
  if (manquantes.length > 0) {
    const quoi = manquantes.length === 1 ? 'la colonne' : 'les colonnes'
    throw new AppError(
      'invalid',
      `« ${nom} » n’est pas l’annuaire de l’éducation : il y manque ${quoi} ${manquantes.join(', ')}. Rien n’a été importé ; téléchargez « Annuaire de l’éducation » au format CSV sur data.education.gouv.fr.`,
    )
  }
  return { nom, empreinte, taille: bytes.length, csv, colonnes, lignesEstimees: countLines(bytes) }
}

async function readBytes(chemin: string, nom: string): Promise<{ bytes: Uint8Array; empreinte: string }> {
  try {
    const bytes = await readFile(chemin)
    return { bytes, empreinte: createHash('sha256').update(bytes).digest('hex') }
  } catch (cause) {
    throw new AppError('unavailable', `« ${nom} » ${raisonIllisible(cause)}. Rien n’a été importé.`, { cause })
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}
