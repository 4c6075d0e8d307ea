import type { z } from 'zod'
import type { Tri } from '../../shared/liste/colonne'
import type { champDeListe, rangeeDeListe } from '../../shared/liste/demande'
import type { Filtre } from '../../shared/liste/filtre'
import { colonnesDuFiltre, predicat } from '../../shared/liste/retenir'
import { motsPresents, type Terme, termesRecherche } from '../../shared/text'
import type { Base } from './base'
import { ceQuiTient } from './ce-qui-tient'
import { trierPar } from './rangs'

export type Champ = z.output<typeof champDeListe>
export type Rangee = z.output<typeof rangeeDeListe>

/** Places of the rows kept, in the list's own order; null when all are. */
export type Places = Int32Array | null

/** Everything that a row must satisfy, of the columns that are still there. */
async function filtrer(base: Base, filtre: Filtre | null, parmi: Places): Promise<Places> {
  if (!filtre || filtre.termes.length === 0) return parmi
  const cles = colonnesDuFiltre(filtre)
  await base.charger(cles)
  const colonnes = new Map(await Promise.all(cles.map(async (cle) => [cle, await base.colonne(cle)] as const)))
  const garde = predicat<number>(base.source.liste.colonnes, filtre, base.aujourdhui, (cle) => {
    const valeurs = colonnes.get(cle) ?? []
    return (place) => valeurs[place]
  })
  return retenir(await base.ensemble(), parmi, garde)
}

/** Rows where every word typed begins a word; letters added to the last search are looked for among what it found. */
async function chercher(base: Base, requete: string): Promise<Places> {
  const termes = termesRecherche(requete)
  if (termes.length === 0) return null
  const textes = await base.recherche()
  const correspond = motsPresents(termes)
  const { derniereRecherche } = base
  const parmi = derniereRecherche && precise(termes, derniereRecherche.termes) ? derniereRecherche.places : null
  const trouvees = retenir(textes.length, parmi, (place) => correspond(textes[place] ?? ''))
  base.derniereRecherche = { termes, places: trouvees }
  return trouvees
}

/** True when whatever satisfies `nouveaux` satisfies `anciens`: the same words, longer or followed by others. */
function precise(nouveaux: readonly Terme[], anciens: readonly Terme[]): boolean {
  return anciens.every(({ mots, colle }, rang) => {
    const nouveau = nouveaux[rang]
    if (!nouveau || !mots.every((mot, index) => nouveau.mots[index]?.startsWith(mot) === true)) return false
    // A glued form stands for all its words: it must be one of what was looked for too.
    if (nouveau.colle === undefined) return true
    return colle === undefined ? mots.length === 1 : nouveau.colle.startsWith(colle)
  })
}

function retenir(ensemble: number, parmi: Places, garde: (place: number) => boolean): Int32Array {
  const retenues = new Int32Array(parmi?.length ?? ensemble)
  let nombre = 0
  for (let rang = 0; rang < retenues.length; rang += 1) {
    const place = parmi?.[rang] ?? rang
    if (garde(place)) retenues[nombre++] = place
  }
  return retenues.slice(0, nombre)
}

/** Rows that the search and the filter keep. `filtre` is expected to name known columns only. */
export function places(base: Base, recherche: string, filtre: Filtre | null): Promise<Places> {
  const cle = JSON.stringify(['places', recherche.trim(), filtre])
  return base.garder(cle, async () => {
    const trouvees = await base.garder(JSON.stringify(['recherche', recherche.trim()]), () => chercher(base, recherche))
    return filtrer(base, filtre, trouvees)
  })
}

/**
 * How many rows the search and the filter keep. Which rows a filter keeps is marked once: under each letter of a search,
 * counting what is found among them is then one reading.
 */
export async function compterPlaces(base: Base, recherche: string, filtre: Filtre | null): Promise<number> {
  const trouvees = await places(base, recherche, null)
  if (trouvees === null || !filtre) return (await places(base, recherche, filtre))?.length ?? (await base.ensemble())
  const marques = await base.garder(JSON.stringify(['marques', filtre]), async () => {
    const faites = new Uint8Array(await base.ensemble())
    for (const place of (await places(base, '', filtre)) ?? faites.keys()) faites[place] = 1
    return faites
  })
  return trouvees.reduce((nombre, place) => nombre + (marques[place] ?? 0), 0)
}

/** The same rows in the order asked: by group, then by the sorts, then in the list's own order. */
export function ordonner(base: Base, recherche: string, filtre: Filtre | null, tris: readonly Tri[]): Promise<Places> {
  const effectifs = utiles(base, tris)
  if (effectifs.length === 0) return places(base, recherche, filtre)
  return base.garder(JSON.stringify(['ordre', recherche.trim(), filtre, effectifs]), async () => {
    const retenues = await places(base, recherche, filtre)
    await base.charger(effectifs.map(({ colonne }) => colonne))
    let ordre = retenues ?? Int32Array.from({ length: await base.ensemble() }, (_, place) => place)
    for (const { colonne, sens } of effectifs.toReversed()) ordre = trierPar(await base.rangs(colonne), sens, ordre)
    return ordre
  })
}

/** Sorts that change something: a column named twice counts once, the list's own order is free. */
function utiles(base: Base, tris: readonly Tri[]): Tri[] {
  const vus = new Set<string>()
  const uniques = tris.filter(({ colonne }) => !vus.has(colonne) && vus.add(colonne))
  const dernier = uniques.at(-1)
  const propre = dernier?.sens === 'asc' && dernier.colonne === base.source.longue?.ordre
  return propre ? uniques.slice(0, -1) : uniques
}

/** A demand without what its list does not know, and the rows it keeps in their order. */
export async function executer(base: Base, { recherche, filtre, tris, groupe }: Rangee) {
  const restreint = await ceQuiTient(base, { filtre, tris, groupe })
  const ordonnes = restreint.groupe ? [restreint.groupe, ...restreint.tris] : restreint.tris
  const ordre = await ordonner(base, recherche, restreint.filtre, ordonnes)
  return { ...restreint, ordre }
}
