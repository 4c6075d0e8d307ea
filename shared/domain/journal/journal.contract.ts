import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { id, ligneRequise } from '../../schema'

export type NatureEtape = 'normale' | 'annulation' | 'retablissement' | 'exterieure' | 'allegement'

/** One step: what one command changed, whole. */
export interface EtapeDeJournal {
  seq: number
  /** Instant, ISO UTC. */
  instant: string
  phrase: string
  operation: string
  qui: string
  nature: NatureEtape
  /** How many records it changed. */
  fiches: number
  /** False when it was undone (and not done again). */
  tient: boolean
  /** Whether it may be asked to undo it. */
  annulable: boolean
  /** Its content was forgotten because another step had undone it. */
  allegee: boolean
}

export interface PageDeJournal {
  /** Newest first. */
  etapes: EtapeDeJournal[]
  /** Whether there are older ones. */
  suite: boolean
  /** What Ctrl+Z undoes, what Ctrl+Y does again; null when there is nothing. */
  annulable: EtapeDeJournal | null
  retablissable: EtapeDeJournal | null
  /** First day (`AAAA-MM-JJ`) at whose evening the register can be read; null when nothing is written yet. */
  commenceLe: string | null
}

/** A record, and which page shows it (a row of a letter is shown by its letter); null when that one is no more. */
export interface FicheDesignee {
  table: string
  id: string
  /** « agent LE GOFF Maël ». */
  libelle: string
  page: { table: string; id: string } | null
}

/** Where a change was made: the window goes there and shows it. */
export interface LieuDuChangement extends FicheDesignee {
  /** Columns that changed; empty when the row came or went. */
  champs: string[]
  /** Table of the record that shows it, whether that record still exists or not. */
  liste: string
  /** Several records were changed: their list tells more than a page. */
  plusieurs: boolean
  /** Under what name the screen shows it: its identifier, or the code of a model… */
  repere: string
  /** The school year that the screen must show for it to be seen; null when all of them do. */
  anneeId: string | null
  /** Identifiers of what was changed and of the records that show it; the first two thousand. */
  montrees: string[]
}

export interface FicheGardee extends FicheDesignee {
  /** Why it was left as it is. */
  raison: string
}

export type ResultatAnnulation =
  | {
      fait: true
      /** What was undone (several when those in the way were undone first), in the order in which it was done. */
      etapes: EtapeDeJournal[]
      phrase: string
      fiches: number
      ou: LieuDuChangement | null
      gardees: FicheGardee[]
    }
  | {
      fait: false
      raison: string
      /** Steps to undo first, newest first; empty when nothing can be done. */
      suivantes: EtapeDeJournal[]
      empechees: FicheGardee[]
    }

/** One value that changed. */
export interface ValeurChangee {
  champ: string
  libelle: string
  avant: string
  apres: string
}

/** What one step did to one record. */
export interface VersionDeFiche {
  etape: EtapeDeJournal
  fiche: FicheDesignee
  /** False for a row linked to the record asked for. */
  principale: boolean
  genre: 'creation' | 'modification' | 'suppression'
  valeurs: ValeurChangee[]
}

export interface FicheSupprimee extends FicheDesignee {
  etapeSeq: number
  instant: string
  qui: string
  /** Rows that were deleted with it and come back with it. */
  liens: number
  /** Last day it can be taken out, `AAAA-MM-JJ`. */
  jusquAu: string
}

export interface ReglagesJournal {
  /** Name written in the journal; null for the account of the computer. */
  auteur: string | null
  corbeilleJours: number
  allegerApresJours: number
}

const seq = z.number().int().min(1)
const fiche = { table: z.string().min(1).max(60), id }

export const listerJournal = operation({
  name: 'journal.lister',
  kind: 'query',
  input: z.object({ avantSeq: seq.optional(), limite: z.number().int().min(1).max(500).default(100) }),
  output: returns<PageDeJournal>(),
})

/** What one step changed, record by record (the first 500). */
export const detaillerEtape = operation({
  name: 'journal.detailler',
  kind: 'query',
  input: z.object({ seq }),
  output: returns<VersionDeFiche[]>(),
})

/** Undoes the last step that holds, or the one named; refused with the steps to undo first unless `avecSuivantes`. */
export const annulerEtape = operation({
  name: 'journal.annuler',
  kind: 'command',
  input: z.object({ etapeSeq: seq.optional(), avecSuivantes: z.boolean().default(false) }),
  output: returns<ResultatAnnulation>(),
})

/** Does again the last step undone, or the one named. */
export const retablirEtape = operation({
  name: 'journal.retablir',
  kind: 'command',
  input: z.object({ etapeSeq: seq.optional() }),
  output: returns<ResultatAnnulation>(),
})

/** Who changed what in a record, newest first, with the rows that belong to it. */
export const historiqueFiche = operation({
  name: 'journal.historique',
  kind: 'query',
  input: z.object({ ...fiche, avecLiens: z.boolean().default(true) }),
  output: returns<VersionDeFiche[]>(),
})

/** The values that one field has had, newest first. */
export const historiqueCellule = operation({
  name: 'journal.cellule',
  kind: 'query',
  input: z.object({ ...fiche, champ: ligneRequise.max(60) }),
  output: returns<VersionDeFiche[]>(),
})

/** Puts a record (or one field of it) back as it was just after a step; a deleted record comes back. */
export const restaurerFiche = operation({
  name: 'journal.restaurer',
  kind: 'command',
  input: z.object({ ...fiche, champ: ligneRequise.max(60).optional(), etapeSeq: seq }),
  output: returns<{ fiche: FicheDesignee; avertissements: string[] }>(),
})

/** What was deleted less than `corbeilleJours` ago and is not back. */
export const listerCorbeille = operation({
  name: 'journal.corbeille',
  kind: 'query',
  input: z.object({}),
  output: returns<FicheSupprimee[]>(),
})

/** Takes a record out of the bin, with the rows that were deleted with it. */
export const sortirDeCorbeille = operation({
  name: 'journal.sortirDeCorbeille',
  kind: 'command',
  input: z.object(fiche),
  output: returns<{ fiche: FicheDesignee; liens: number }>(),
})

export const lireReglagesJournal = operation({
  name: 'journal.reglages',
  kind: 'query',
  input: z.object({}),
  output: returns<ReglagesJournal>(),
})

export const modifierReglagesJournal = operation({
  name: 'journal.modifierReglages',
  kind: 'command',
  input: z
    .object({
      auteur: z.string().trim().min(1).max(100).nullable(),
      corbeilleJours: z.number().int().min(1).max(3650),
      allegerApresJours: z.number().int().min(1).max(36500),
    })
    .partial()
    .strict(),
  output: returns<ReglagesJournal>(),
})

/** Forgets the content of old steps that undid each other, and gives the pages back to the disk. */
export const allegerJournal = operation({
  name: 'journal.alleger',
  kind: 'command',
  input: z.object({}),
  output: returns<{ etapes: number; avantOctets: number; apresOctets: number }>(),
})

/** Follows the chain of seals; `alteration` is the sentence of the first step that is not as it was sealed. */
export const verifierLeJournal = operation({
  name: 'journal.verifier',
  kind: 'query',
  input: z.object({}),
  output: returns<{ alteration: string | null; etapes: number }>(),
})

export const journalContract = {
  [listerJournal.name]: listerJournal,
  [detaillerEtape.name]: detaillerEtape,
  [annulerEtape.name]: annulerEtape,
  [retablirEtape.name]: retablirEtape,
  [historiqueFiche.name]: historiqueFiche,
  [historiqueCellule.name]: historiqueCellule,
  [restaurerFiche.name]: restaurerFiche,
  [listerCorbeille.name]: listerCorbeille,
  [sortirDeCorbeille.name]: sortirDeCorbeille,
  [lireReglagesJournal.name]: lireReglagesJournal,
  [modifierReglagesJournal.name]: modifierReglagesJournal,
  [allegerJournal.name]: allegerJournal,
  [verifierLeJournal.name]: verifierLeJournal,
}
