import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { jeton, ligneRequise } from '../../schema'
import type { AnneesScolaires } from '../parametres/parametres.contract'

export interface RegistreOuvert {
  nom: string
  chemin: string
  academieNom: string
  demonstration: boolean
  /** Path of the copy made because the file's format was brought up to date at this opening; null otherwise. */
  copieAvantMigration: string | null
  /** Sentence when the deferred integrity check found the file damaged; null while it is sound. */
  dommage: string | null
}

export interface RegistreRecent {
  jeton: string
  nom: string
  dossier: string
  ouvertAt: string
  /** False when the file is no longer there (moved, key unplugged). */
  disponible: boolean
}

export interface EtatRegistre {
  ouvert: RegistreOuvert | null
  /** School years of the open register: with it, so that the first screen waits for one answer only. */
  annees: AnneesScolaires | null
  recents: RegistreRecent[]
  /** Why the last register could not be reopened at start; null when it could. */
  echecOuverture: string | null
}

/** One finding of `verifier`. */
export interface ConstatVerification {
  gravite: 'erreur' | 'alerte'
  /** Which record, in the user's words. */
  objet: string
  message: string
}

export interface RapportVerification {
  integrite: 'saine'
  constats: ConstatVerification[]
  comptes: { libelle: string; nombre: number }[]
}

export const etatRegistre = operation({
  name: 'registre.etat',
  kind: 'query',
  input: z.object({}),
  output: returns<EtatRegistre>(),
  withoutRegistre: true,
})

/** Creates a register for an académie, with its vocabularies; refuses to overwrite a file. */
export const creerRegistre = operation({
  name: 'registre.creer',
  kind: 'command',
  input: z.object({
    jeton,
    /** Two-digit code of the académie (metier.md § 9.3). */
    academieCode: ligneRequise.max(4),
  }),
  output: returns<RegistreOuvert>(),
  withoutRegistre: true,
})

export const ouvrirRegistre = operation({
  name: 'registre.ouvrir',
  kind: 'command',
  input: z.object({ jeton }),
  output: returns<RegistreOuvert>(),
  withoutRegistre: true,
})

export const fermerRegistre = operation({
  name: 'registre.fermer',
  kind: 'command',
  input: z.object({}),
  output: returns<null>(),
})

/** Forgets a recent register; the file itself stays. */
export const oublierRecent = operation({
  name: 'registre.oublierRecent',
  kind: 'command',
  input: z.object({ jeton }),
  output: returns<null>(),
  withoutRegistre: true,
})

/** Closes the demonstration register and removes its file; refused for a register of the trade. */
export const supprimerDemonstration = operation({
  name: 'registre.supprimerDemonstration',
  kind: 'command',
  input: z.object({}),
  output: returns<null>(),
})

/** Full integrity check of the file, then the coherence rules of every slice, listed. */
export const verifierRegistre = operation({
  name: 'registre.verifier',
  kind: 'query',
  input: z.object({}),
  output: returns<RapportVerification>(),
})

export const registreContract = {
  [etatRegistre.name]: etatRegistre,
  [creerRegistre.name]: creerRegistre,
  [ouvrirRegistre.name]: ouvrirRegistre,
  [fermerRegistre.name]: fermerRegistre,
  [oublierRecent.name]: oublierRecent,
  [supprimerDemonstration.name]: supprimerDemonstration,
  [verifierRegistre.name]: verifierRegistre,
}
