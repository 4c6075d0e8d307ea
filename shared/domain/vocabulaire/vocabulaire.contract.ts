import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { modification } from '../../modification'
import { id } from '../../schema'
import { vocabulaire, type Vocabulaire } from './vocabulaire'

/** Every term of every list, inactive ones included, ordered by list then order. */
export const listerVocabulaires = operation({
  name: 'vocabulaire.lister',
  kind: 'query',
  input: z.object({}),
  output: returns<Vocabulaire[]>(),
})

export const ajouterTerme = operation({
  name: 'vocabulaire.ajouter',
  kind: 'command',
  input: vocabulaire
    .omit({ id: true, ordre: true, actif: true, debutLe: true, finLe: true, remplaceParId: true })
    .extend({ courriel: vocabulaire.shape.courriel.default('') })
    .strict(),
  output: returns<Vocabulaire>(),
})

export const modifierTerme = operation({
  name: 'vocabulaire.modifier',
  kind: 'command',
  input: modification(vocabulaire.omit({ id: true, liste: true })),
  output: returns<Vocabulaire>(),
})

/** Moves a term one place up or down in its list; at the end of the list, nothing changes. */
export const deplacerTerme = operation({
  name: 'vocabulaire.deplacer',
  kind: 'command',
  input: z.object({ id, sens: z.enum(['monter', 'descendre']) }),
  output: returns<null>(),
})

/** Removes a term that nothing uses; a used one is refused (it can be made inactive instead). */
export const supprimerTerme = operation({
  name: 'vocabulaire.supprimer',
  kind: 'command',
  input: z.object({ id }),
  output: returns<null>(),
})

export const vocabulaireContract = {
  [listerVocabulaires.name]: listerVocabulaires,
  [ajouterTerme.name]: ajouterTerme,
  [modifierTerme.name]: modifierTerme,
  [deplacerTerme.name]: deplacerTerme,
  [supprimerTerme.name]: supprimerTerme,
}
