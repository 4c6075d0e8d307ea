import { elements } from '../../shared/liste/colonne'
import { estGroupe, type Filtre } from '../../shared/liste/filtre'
import { garderTermes, restreindre, ValeursPerdues } from '../../shared/liste/restreindre'
import type { Base } from './base'

type Demande = Parameters<typeof restreindre>[1]

/**
 * What still applies of a demand: what `restreindre` knows by the columns alone and, where a column takes its words from a
 * list of the académie, without the words that neither that list nor any row has any more.
 */
export async function ceQuiTient(base: Base, demande: Demande): Promise<ReturnType<typeof restreindre>> {
  const restreinte = restreindre(base.source.liste.colonnes, demande)
  const { filtre } = restreinte
  const connues = filtre === null ? new Map<string, string[]>() : await motsConnus(base, filtre)
  if (filtre === null || connues.size === 0) return restreinte
  const perdues = new ValeursPerdues()
  const garde = garderTermes(filtre, (terme) =>
    perdues.oter(terme, base.decrire(terme.colonne)?.titre ?? terme.colonne, connues.get(terme.colonne)),
  )
  return { ...restreinte, filtre: garde, abandons: [...restreinte.abandons, ...perdues.phrases()] }
}

/** By column of a list of the académie, those of the words ticked there that still are. Rows are read as a last resort. */
async function motsConnus(base: Base, filtre: Filtre): Promise<Map<string, string[]>> {
  const connus = new Map<string, string[]>()
  for (const [colonne, cochees] of cocheesParColonne(filtre)) {
    const decrite = base.decrire(colonne)
    if (decrite?.ecriture?.vocabulaire === undefined) continue
    const mots = new Set(await base.mots(decrite.ecriture.vocabulaire))
    if ([...cochees].some((valeur) => !mots.has(valeur)))
      for (const cellule of await base.colonne(colonne))
        for (const mot of elements(decrite.separateur, cellule)) mots.add(mot)
    connus.set(
      colonne,
      [...cochees].filter((valeur) => mots.has(valeur)),
    )
  }
  return connus
}

function cocheesParColonne({ termes }: Filtre, vues = new Map<string, Set<string>>()): Map<string, Set<string>> {
  for (const terme of termes) {
    if (estGroupe(terme)) cocheesParColonne(terme, vues)
    else if (terme.op === 'parmi' || terme.op === 'aucunDe')
      vues.set(terme.colonne, new Set([...(vues.get(terme.colonne) ?? []), ...terme.valeurs]))
  }
  return vues
}
