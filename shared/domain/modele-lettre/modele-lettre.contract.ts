import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { attendu } from '../../modification'
import { id } from '../../schema'
import { contenuModele, modeleLettre, type ModeleLu, type OrigineModele } from './modele-lettre'

/** A model as the settings list it. */
export interface ModeleListe {
  code: string
  libelle: string
  origine: OrigineModele
  /** Names of the rôles that are proposed it, from the académie's lists. */
  roles: string[]
  /** Letters that follow it, of every year. */
  lettres: number
}

export const listerModeles = operation({
  name: 'modeleLettre.lister',
  kind: 'query',
  input: z.object({}),
  output: returns<ModeleListe[]>(),
})

const { code } = modeleLettre.shape

export const lireModele = operation({
  name: 'modeleLettre.lire',
  kind: 'query',
  input: z.object({ code }),
  output: returns<ModeleLu>(),
})

const champs = contenuModele.extend({ libelle: modeleLettre.shape.libelle })

/** Writes the parts given of a model; a text that names a field which does not exist there is refused. Signed letters keep their text. */
export const modifierModele = operation({
  name: 'modeleLettre.modifier',
  kind: 'command',
  input: z.object({ code, champs: champs.partial().strict(), attendu: attendu.optional() }),
  output: returns<ModeleLu>(),
})

/** A copy under another name, proposed for no rôle yet. */
export const dupliquerModele = operation({
  name: 'modeleLettre.dupliquer',
  kind: 'command',
  input: z.object({ code, libelle: modeleLettre.shape.libelle }),
  output: returns<ModeleLu>(),
})

/** Gives back the model as shipped; an added one is removed, unless a letter or a circuit follows it. */
export const retirerModele = operation({
  name: 'modeleLettre.retirer',
  kind: 'command',
  input: z.object({ code }),
  output: returns<null>(),
})

/** The page of one letter as this text of the model would print it, whatever model the letter follows. Writes nothing. */
export const apercuModele = operation({
  name: 'modeleLettre.apercu',
  kind: 'query',
  input: z.object({ contenu: contenuModele, lettreId: id }),
  output: returns<{ html: string; pied: string }>(),
})

export const modeleLettreContract = {
  [listerModeles.name]: listerModeles,
  [lireModele.name]: lireModele,
  [modifierModele.name]: modifierModele,
  [dupliquerModele.name]: dupliquerModele,
  [retirerModele.name]: retirerModele,
  [apercuModele.name]: apercuModele,
}
