import { pluriel } from '../text'
import { insecable } from '../typographie'
import type { ColonneDeListe, Tri } from './colonne'
import { type Condition, estGroupe, type Filtre, operateursDuType } from './filtre'

type Colonnes = readonly Pick<ColonneDeListe<never>, 'cle' | 'titre' | 'type' | 'groupable'>[]

interface Restreint {
  filtre: Filtre | null
  tris: Tri[]
  groupe: Tri | null
  /** What was dropped, in sentences. */
  abandons: string[]
}

/**
 * What still applies of a saved filter and order: a column that is no more takes its conditions with it, the rest holds,
 * and a sentence says what was dropped. A group emptied that way disappears.
 */
export function restreindre(
  colonnes: Colonnes,
  { filtre, tris, groupe }: { filtre: Filtre | null; tris: readonly Tri[]; groupe: Tri | null },
): Restreint {
  const parCle = new Map(colonnes.map((colonne) => [colonne.cle, colonne]))
  const inconnues = new Set<string>()
  const malCompris = new Set<string>()
  const tient = (terme: Condition): boolean => {
    const colonne = parCle.get(terme.colonne)
    if (!colonne) inconnues.add(terme.colonne)
    else if (!operateursDuType[colonne.type].includes(terme.op)) malCompris.add(colonne.titre)
    else return true
    return false
  }
  const garder = (groupes: Filtre): Filtre => ({
    lien: groupes.lien,
    termes: groupes.termes.flatMap((terme): (Condition | Filtre)[] => {
      if (!estGroupe(terme)) return tient(terme) ? [terme] : []
      const garde = garder(terme)
      return garde.termes.length === 0 && terme.termes.length > 0 ? [] : [garde]
    }),
  })
  const connue = ({ colonne }: Tri): boolean => {
    if (!parCle.has(colonne)) inconnues.add(colonne)
    return parCle.has(colonne)
  }
  return {
    filtre: filtre && garder(filtre),
    tris: tris.filter(connue),
    groupe: groupe && connue(groupe) ? groupe : null,
    abandons: [...sentencesInconnues(inconnues), ...sentencesMalComprises(malCompris)],
  }
}

const citees = (noms: ReadonlySet<string>): string =>
  [...noms].map((nom) => `«${insecable}${nom}${insecable}»`).join(', ')

function sentencesInconnues(noms: ReadonlySet<string>): string[] {
  if (noms.size === 0) return []
  const existe = pluriel(noms.size, 'n’existe plus dans cette liste', 'n’existent plus dans cette liste')
  return [
    `${pluriel(noms.size, 'La colonne', 'Les colonnes')} ${citees(noms)} ${existe}${insecable}: ce qui en dépendait n’est pas appliqué, le reste l’est.`,
  ]
}

function sentencesMalComprises(titres: ReadonlySet<string>): string[] {
  if (titres.size === 0) return []
  return [
    `Une condition ne convient pas à ${pluriel(titres.size, 'la colonne', 'ces colonnes')} ${citees(titres)}${insecable}: elle n’est pas appliquée, le reste l’est.`,
  ]
}
