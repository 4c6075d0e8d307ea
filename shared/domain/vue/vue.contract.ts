import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { id, jeton } from '../../schema'
import type { FichierChoisi } from '../fichier/fichier.contract'
import { clesDesVues } from '../liste/tableaux'
import { contenuDeVue, vue, type VueLue } from './vue'

const liste = z.enum(clesDesVues)

/** The saved views of one list, in French order of names. */
export const listerVues = operation({
  name: 'vue.lister',
  kind: 'query',
  input: z.object({ liste }),
  output: returns<VueLue[]>(),
})

/** Refused when the list has a view of that name already. */
export const creerVue = operation({
  name: 'vue.creer',
  kind: 'command',
  input: z.object({ liste, nom: vue.shape.nom, contenu: contenuDeVue }),
  output: returns<VueLue>(),
})

/** Renames a view, or keeps in it what is seen now. */
export const modifierVue = operation({
  name: 'vue.modifier',
  kind: 'command',
  input: z.object({ id, champs: z.object({ nom: vue.shape.nom, contenu: contenuDeVue }).partial().strict() }),
  output: returns<VueLue>(),
})

export const supprimerVue = operation({
  name: 'vue.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

/** Writes a view as a small file, for a colleague. */
export const exporterVue = operation({
  name: 'vue.exporter',
  kind: 'query',
  input: z.object({ id, jeton }),
  output: returns<FichierChoisi>(),
})

/** Adds the view of a file, checked first; a name that is taken gets a number. */
export const importerVue = operation({
  name: 'vue.importer',
  kind: 'command',
  input: z.object({ jeton }),
  output: returns<VueLue>(),
})

export const vueContract = {
  [listerVues.name]: listerVues,
  [creerVue.name]: creerVue,
  [modifierVue.name]: modifierVue,
  [supprimerVue.name]: supprimerVue,
  [exporterVue.name]: exporterVue,
  [importerVue.name]: importerVue,
}
