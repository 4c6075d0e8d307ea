import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { attendu } from '../../modification'
import { anneeId, jeton } from '../../schema'
import type { AnneeScolaire } from '../annee-scolaire/annee-scolaire'
import { academie, type Academie } from './academie'

export const lireAcademie = operation({
  name: 'academie.lire',
  kind: 'query',
  input: z.object({}),
  output: returns<Academie>(),
})

/** Writes the fields given, leaves the others; refused when one of them no longer holds what `attendu` says. */
export const modifierAcademie = operation({
  name: 'academie.modifier',
  kind: 'command',
  input: academie
    .omit({ id: true, logoFichierId: true, demonstration: true })
    .partial()
    .extend({ attendu: attendu.optional() })
    .strict(),
  output: returns<Academie>(),
})

/** Stores the image chosen as the letters' logo (PNG or JPEG, 2 Mo at most); null removes it. */
export const choisirLogo = operation({
  name: 'academie.choisirLogo',
  kind: 'command',
  input: z.object({ jeton: jeton.nullable() }),
  output: returns<Academie>(),
})

/** The logo as a `data:` URL, null when there is none. */
export const lireLogo = operation({
  name: 'academie.lireLogo',
  kind: 'query',
  input: z.object({}),
  output: returns<string | null>(),
})

export interface AnneesScolaires {
  annees: AnneeScolaire[]
  /** The school year of this computer's calendar day. */
  couranteId: string
}

export const listerAnnees = operation({
  name: 'anneeScolaire.lister',
  kind: 'query',
  input: z.object({}),
  output: returns<AnneesScolaires>(),
})

/** Opens a school year in the register; already there, nothing changes. */
export const ajouterAnnee = operation({
  name: 'anneeScolaire.ajouter',
  kind: 'command',
  input: z.object({ anneeId }),
  output: returns<AnneeScolaire>(),
})

export const parametresContract = {
  [lireAcademie.name]: lireAcademie,
  [modifierAcademie.name]: modifierAcademie,
  [choisirLogo.name]: choisirLogo,
  [lireLogo.name]: lireLogo,
  [listerAnnees.name]: listerAnnees,
  [ajouterAnnee.name]: ajouterAnnee,
}
