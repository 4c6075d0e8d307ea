import { z } from 'zod'
import { anneeId, id, instant, ligneRequise } from '../../schema'
import type { Correction } from './classeur'
import { estImportable, nomsNature, type Comptes, type NatureFeuille, type PlanImportation } from './plan'

const genresImport = ['classeur', 'annuaire'] as const

const nombre = z.number().int().min(0)

/** One import that was carried out: the file it read, what it counted, and what is needed to show its report again. */
export const importFait = z.object({
  id,
  genre: z.enum(genresImport),
  nomFichier: ligneRequise,
  /** Bytes. */
  taille: nombre,
  /** SHA-256 of the file. */
  empreinte: z.string().length(64),
  /** School year that it was imported into; null for the annuaire, which has none. */
  anneeId: anneeId.nullable(),
  importeAt: instant,
  lues: nombre,
  creees: nombre,
  modifiees: nombre,
  inchangees: nombre,
  refusees: nombre,
  doublons: nombre,
  fermees: nombre,
  /** Rows that could be imported and that the user unticked. */
  decochees: nombre,
  /** JSON: `ContenuImport`. */
  contenu: z.string(),
})
export type ImportFait = z.infer<typeof importFait>

/** A sheet as it was read: its counts, and what each column was taken for. */
export interface FeuilleImportee {
  feuille: string
  titre: string
  ligneEntetes: number
  comptes: Comptes
  colonnes: { lettre: string; titre: string; libelle: string | null }[]
}

/** A row that was left out, and why. */
export interface LigneLaissee {
  feuille: string
  numero: number | null
  titre: string
  statut: 'rejetee' | 'doublon'
  raisons: string[]
}

/** What the report shows besides the counts. */
export interface ContenuImport {
  feuilles: FeuilleImportee[]
  /** The first rows left out; `refusees` and `doublons` count them all. */
  laissees: LigneLaissee[]
  /** Cells that were corrected on screen; the file itself was not touched. */
  corrections: (Correction & { avant: string })[]
  /** Sentences on the file as a whole. */
  avertissements: string[]
}

/** A report is read, not searched: beyond that, the file itself says it better. */
export const laisseesGardees = 500

/** Counts of what was written: rows that were unticked are apart. */
export type ComptesImport = Pick<
  ImportFait,
  'lues' | 'creees' | 'modifiees' | 'inchangees' | 'refusees' | 'doublons' | 'fermees' | 'decochees'
>

function compterFaits({ comptes, feuilles }: PlanImportation): ComptesImport {
  const ecrites = { nouvelle: 0, modifiee: 0 }
  let decochees = 0
  for (const { lignes } of feuilles)
    for (const ligne of lignes) {
      if (ligne.statut !== 'nouvelle' && ligne.statut !== 'modifiee') continue
      if (estImportable(ligne)) ecrites[ligne.statut] += 1
      else decochees += 1
    }
  return {
    lues: comptes.lues,
    creees: ecrites.nouvelle,
    modifiees: ecrites.modifiee,
    inchangees: comptes.inchangees,
    refusees: comptes.rejetees,
    doublons: comptes.doublons,
    fermees: 0,
    decochees,
  }
}

/** What the import of a workbook leaves in the history. */
export function composerImportClasseur(
  plan: PlanImportation,
  { importId, importeAt, corrections }: { importId: string; importeAt: string; corrections: readonly Correction[] },
): ImportFait {
  const contenu: ContenuImport = {
    feuilles: plan.feuilles.map(({ feuille, nature, ligneEntetes, comptes, colonnes, champs }) => ({
      feuille,
      titre: titreNature(nature),
      ligneEntetes,
      comptes,
      colonnes: colonnes.map(({ lettre, titre, champ }) => ({
        lettre,
        titre,
        libelle: champs.find((connu) => connu.champ === champ)?.libelle ?? null,
      })),
    })),
    laissees: laisseesDe(plan),
    corrections: corrections.map((correction) => ({ ...correction, avant: origineDe(plan, correction) })),
    avertissements: plan.avertissements,
  }
  return {
    id: importId,
    genre: 'classeur',
    nomFichier: plan.nomFichier,
    taille: plan.taille,
    empreinte: plan.empreinte,
    anneeId: plan.anneeId,
    importeAt,
    ...compterFaits(plan),
    contenu: JSON.stringify(contenu),
  }
}

const titreNature = (nature: NatureFeuille): string => nomsNature[nature].titre

function laisseesDe({ feuilles }: PlanImportation): LigneLaissee[] {
  const laissees: LigneLaissee[] = []
  for (const { feuille, lignes } of feuilles)
    for (const { numero, titre, statut, signalements } of lignes) {
      if (statut !== 'rejetee' && statut !== 'doublon') continue
      if (laissees.length === laisseesGardees) return laissees
      const dits = signalements.filter(({ gravite }) => gravite === (statut === 'rejetee' ? 'bloquant' : 'alerte'))
      const raisons = dits.map(({ cellule, message }) => (cellule === '' ? message : `${cellule} · ${message}`))
      laissees.push({ feuille, numero, titre, statut, raisons })
    }
  return laissees
}

function origineDe({ feuilles }: PlanImportation, { feuille, cellule }: Correction): string {
  const numero = Number(/\d+$/u.exec(cellule)?.[0] ?? 0)
  const ligne = feuilles.find(({ feuille: nom }) => nom === feuille)?.lignes.find((lue) => lue.numero === numero)
  return ligne?.cellules.find(({ ref }) => ref === cellule)?.origine ?? ''
}
