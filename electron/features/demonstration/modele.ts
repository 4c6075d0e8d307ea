import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { academie } from '../../../shared/domain/parametres/academie'
import { operationFse } from '../../../shared/domain/fse/fse'

const texte = z.string().min(1)
const objectif = z.tuple([texte, texte, texte])

/** What the demonstration académie is made of: words only, the figures are computed by the same rules as real ones. */
const modele = z.object({
  academie: academie.omit({
    id: true,
    logoFichierId: true,
    grilleActivite: true,
    toleranceHeures: true,
    demonstration: true,
  }),
  departements: z.array(z.object({ code: texte, prefixe: texte, nom: texte, psad: texte })),
  bassins: z.array(z.object({ code: texte, nom: texte, departement: texte, communes: z.array(texte).min(1) })),
  nomsEtablissement: z.array(texte),
  nomsLycee: z.array(texte),
  prenomsMadame: z.array(texte),
  prenomsMonsieur: z.array(texte),
  noms: z.array(texte),
  objectifs: z.object({ coordonnateur: z.array(objectif), formateur: z.array(objectif) }),
  operation: operationFse.omit({ id: true, etat: true, observations: true }).extend({
    agents: z.array(z.object({ coutCents: z.number().int(), pourcentage: z.number() })),
  }),
})

export type Modele = z.infer<typeof modele>

export function readModele(resources: string): Modele {
  return modele.parse(JSON.parse(readFileSync(join(resources, 'demonstration', 'valombre.json'), 'utf8')))
}
