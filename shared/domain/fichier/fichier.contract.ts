import { z } from 'zod'
import { operation, returns } from '../../ipc'
import { jeton, ligneRequise } from '../../schema'

/** Kinds of file a dialog may ask for; each has its title and its extensions. */
export const butsFichier = ['registre', 'annuaire', 'classeur', 'logo', 'rapport', 'vue', 'modeleWord'] as const
export const butsSortie = [
  'registre',
  'demonstration',
  'bilan',
  'lettres',
  'lettre',
  'lettreWord',
  'modeleWord',
  'lignesACorriger',
  'tableau',
  'listeExcel',
  'listeCsv',
  'vue',
  'rapport',
  'calendrier',
] as const

/** A file the user chose: shown by its name, used by its token. */
export interface FichierChoisi {
  jeton: string
  nom: string
  dossier: string
}

export const choisirFichier = operation({
  name: 'fichier.choisir',
  kind: 'query',
  input: z.object({ but: z.enum(butsFichier) }),
  output: returns<FichierChoisi | null>(),
  withoutRegistre: true,
})

export const choisirSortie = operation({
  name: 'fichier.choisirSortie',
  kind: 'query',
  input: z.object({ but: z.enum(butsSortie), nomPropose: ligneRequise }),
  output: returns<FichierChoisi | null>(),
  withoutRegistre: true,
})

export const choisirDossier = operation({
  name: 'fichier.choisirDossier',
  kind: 'query',
  input: z.object({ titre: ligneRequise }),
  output: returns<FichierChoisi | null>(),
  withoutRegistre: true,
})

/** Shows in the file manager a file that the application wrote. */
export const montrerFichier = operation({
  name: 'fichier.montrer',
  kind: 'query',
  input: z.object({ jeton }),
  output: returns<null>(),
  withoutRegistre: true,
})

/** Opens with its usual program a document that the application wrote. */
export const ouvrirFichier = operation({
  name: 'fichier.ouvrir',
  kind: 'query',
  input: z.object({ jeton }),
  output: returns<null>(),
  withoutRegistre: true,
})

export const fichierContract = {
  [choisirFichier.name]: choisirFichier,
  [choisirSortie.name]: choisirSortie,
  [choisirDossier.name]: choisirDossier,
  [montrerFichier.name]: montrerFichier,
  [ouvrirFichier.name]: ouvrirFichier,
}
