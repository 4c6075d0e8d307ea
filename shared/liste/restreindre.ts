import { pluriel } from '../text'
import { insecable } from '../typographie'
import { type ColonneDeListe, type Tri, valeursFixees } from './colonne'
import { type Condition, estGroupe, type Filtre, operateursDuType } from './filtre'

type Colonne = Pick<ColonneDeListe<never>, 'cle' | 'titre' | 'type' | 'valeurs' | 'ecriture'>
type Colonnes = readonly Colonne[]

interface Restreint {
  filtre: Filtre | null
  tris: Tri[]
  groupe: Tri | null
  /** What was dropped, in sentences. */
  abandons: string[]
}

/**
 * What still applies of a saved filter and order: a column that is no more takes its conditions with it, a value that its
 * column can no longer hold is no longer ticked, the rest holds, and a sentence says what was dropped. A group emptied that
 * way disappears.
 */
export function restreindre(
  colonnes: Colonnes,
  { filtre, tris, groupe }: { filtre: Filtre | null; tris: readonly Tri[]; groupe: Tri | null },
): Restreint {
  const parCle = new Map(colonnes.map((colonne) => [colonne.cle, colonne]))
  const inconnues = new Set<string>()
  const malCompris = new Set<string>()
  const perdues = new ValeursPerdues()
  const tenir = (terme: Condition): Condition | null => {
    const colonne = parCle.get(terme.colonne)
    if (!colonne) inconnues.add(terme.colonne)
    else if (!operateursDuType[colonne.type].includes(terme.op)) malCompris.add(colonne.titre)
    else return perdues.oter(terme, colonne.titre, valeursFixees(colonne))
    return null
  }
  const connue = ({ colonne }: Tri): boolean => {
    if (!parCle.has(colonne)) inconnues.add(colonne)
    return parCle.has(colonne)
  }
  return {
    filtre: filtre && garderTermes(filtre, tenir),
    tris: tris.filter(connue),
    groupe: groupe && connue(groupe) ? groupe : null,
    abandons: [...sentencesInconnues(inconnues), ...sentencesMalComprises(malCompris), ...perdues.phrases()],
  }
}

/** A filter whose conditions are each kept, changed or left (null); a group that loses all of its own goes with them. */
export function garderTermes({ lien, termes }: Filtre, tenir: (terme: Condition) => Condition | null): Filtre {
  return {
    lien,
    termes: termes.flatMap((terme): (Condition | Filtre)[] => {
      if (!estGroupe(terme)) {
        const tenu = tenir(terme)
        return tenu ? [tenu] : []
      }
      const garde = garderTermes(terme, tenir)
      return garde.termes.length === 0 && terme.termes.length > 0 ? [] : [garde]
    }),
  }
}

/** Values that a filter ticks and that their column no longer knows, by title of column. */
export class ValeursPerdues {
  readonly #parTitre = new Map<string, Set<string>>()

  /** The condition without the values that are not among `connues` (the empty cell always is); null when none is left. */
  oter(terme: Condition, titre: string, connues: readonly string[] | undefined): Condition | null {
    if (connues === undefined || (terme.op !== 'parmi' && terme.op !== 'aucunDe')) return terme
    const valeurs = terme.valeurs.filter((valeur) => valeur === '' || connues.includes(valeur))
    if (valeurs.length === terme.valeurs.length) return terme
    const perdues = this.#parTitre.get(titre) ?? new Set<string>()
    for (const valeur of terme.valeurs) if (!valeurs.includes(valeur)) perdues.add(valeur)
    this.#parTitre.set(titre, perdues)
    return valeurs.length === 0 ? null : { ...terme, valeurs }
  }

  phrases(): string[] {
    return [...this.#parTitre].map(
      ([titre, valeurs]) =>
        `${citees(valeurs)} ${pluriel(valeurs.size, 'n’existe plus', 'n’existent plus')} dans la colonne ${citees(new Set([titre]))}${insecable}: ce qui en dépendait n’est pas appliqué, le reste l’est.`,
    )
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
