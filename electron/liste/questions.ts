import { elements } from '../../shared/liste/colonne'
import { direValeur } from '../../shared/liste/dire-filtre'
import { estGroupe, type Filtre } from '../../shared/liste/filtre'
import { AppError } from '../../shared/app-error'
import type { ValeurDeColonne } from '../../shared/domain/liste/liste.contract'
import { cleTri, motsPresents, plier, termesRecherche } from '../../shared/text'
import type { Base } from './base'
import { ceQuiTient } from './ce-qui-tient'
import { type Champ, executer, places, type Rangee } from './rangee'

/**
 * A filter without the conditions on one column that all must hold: what the menu of that column chooses among. An
 * alternative stays whole: without one of its terms it would keep fewer rows, not more.
 */
function sansColonne(filtre: Filtre, colonne: string): Filtre {
  if (filtre.lien === 'ou' && filtre.termes.length > 1) return filtre
  const termes = filtre.termes.flatMap((terme): Filtre['termes'] => {
    if (!estGroupe(terme)) return terme.colonne === colonne ? [] : [terme]
    const reste = sansColonne(terme, colonne)
    return reste.termes.length === 0 ? [] : [reste]
  })
  return { lien: filtre.lien, termes }
}

export async function listerValeurs(
  base: Base,
  { recherche, filtre, colonne, texte, auPlus }: Champ & { colonne: string; texte: string; auPlus: number },
): Promise<{ valeurs: ValeurDeColonne[]; distinctes: number }> {
  const decrite = base.decrire(colonne)
  if (!decrite) throw new AppError('notFound', `La colonne « ${colonne} » n’existe pas dans cette liste.`)
  const reste = await ceQuiTient(base, {
    filtre: filtre && sansColonne(filtre, colonne),
    tris: [],
    groupe: null,
  })
  const retenues = await places(base, recherche, reste.filtre)
  const valeurs = await base.colonne(colonne)
  const comptes = new Map<string, number>()
  const compter = (place: number): void => {
    const valeur = valeurs[place]
    const dites = typeof valeur === 'string' ? elements(decrite.separateur, valeur) : [direValeur(decrite.type, valeur)]
    for (const dite of dites) comptes.set(dite, (comptes.get(dite) ?? 0) + 1)
  }
  if (retenues) retenues.forEach(compter)
  else for (let place = 0; place < valeurs.length; place += 1) compter(place)
  const cherche = plier(texte)
  const trouvees = [...comptes]
    .filter(([valeur]) => cherche === '' || plier(valeur).includes(cherche))
    .map(([valeur, nombre]) => ({ valeur, nombre }))
  const gardees =
    trouvees.length <= auPlus ? trouvees : trouvees.toSorted((a, b) => b.nombre - a.nombre).slice(0, auPlus)
  return { valeurs: enOrdreFrancais(gardees), distinctes: trouvees.length }
}

/** Empty ones last. */
function enOrdreFrancais(valeurs: readonly ValeurDeColonne[]): ValeurDeColonne[] {
  return valeurs
    .map((valeur) => ({ valeur, cle: valeur.valeur === '' ? '\uFFFF' : cleTri(valeur.valeur) }))
    .toSorted((a, b) => (a.cle < b.cle ? -1 : a.cle > b.cle ? 1 : 0))
    .map(({ valeur }) => valeur)
}

export async function rangDe(base: Base, { id, ...rangee }: Rangee & { id: string }): Promise<number | null> {
  const place = await base.place(id)
  if (place === undefined) return null
  const { ordre } = await executer(base, rangee)
  if (ordre === null) return place
  const rang = ordre.indexOf(place)
  return rang === -1 ? null : rang
}

export async function trouver(
  base: Base,
  { texte, colonnes, auPlus, ...rangee }: Rangee & { texte: string; colonnes: readonly string[]; auPlus: number },
): Promise<{ nombre: number; rangs: number[] }> {
  const termes = termesRecherche(texte)
  if (termes.length === 0) return { nombre: 0, rangs: [] }
  const { ordre } = await executer(base, rangee)
  const montrees = colonnes.filter((cle) => base.decrire(cle))
  await base.charger(montrees)
  const textes = await Promise.all(montrees.map((cle) => base.textesDe(cle)))
  const correspond = motsPresents(termes)
  const nombreDeLignes = ordre?.length ?? (await base.ensemble())
  const rangs: number[] = []
  let nombre = 0
  for (let rang = 0; rang < nombreDeLignes; rang += 1) {
    const place = ordre?.[rang] ?? rang
    if (!textes.some((colonne) => correspond(colonne[place] ?? ''))) continue
    nombre += 1
    if (rangs.length < auPlus) rangs.push(rang)
  }
  return { nombre, rangs }
}
