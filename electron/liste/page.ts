import type { z } from 'zod'
import type { Valeur } from '../../shared/liste/colonne'
import type { GroupeDeListe, PageDeListe, demandeDePage } from '../../shared/liste/demande'
import { direValeur } from '../../shared/liste/dire-filtre'
import { net } from '../../shared/nombres'
import type { Base } from './base'
import { ceQuiTient } from './ce-qui-tient'
import { compterPlaces, executer, type Places } from './rangee'

type Demande = z.output<typeof demandeDePage>

/** A page of a list with its counts, totals and groups. */
export async function lirePage(base: Base, demande: Demande): Promise<PageDeListe> {
  const { debut, nombre, avecTotaux, comptes } = demande
  const { ordre, groupe, abandons } = await executer(base, demande)
  const ensemble = await base.ensemble()
  const lignes =
    ordre === null ? await base.tranche(debut, nombre) : await base.lignes([...ordre.subarray(debut, debut + nombre)])
  return {
    lignes,
    debut,
    retenues: ordre?.length ?? ensemble,
    ensemble,
    totaux: avecTotaux ? await totaliser(base, ordre) : {},
    groupes: groupe ? await grouper(base, ordre, groupe.colonne) : null,
    comptes: await compter(base, demande.recherche, comptes),
    abandons,
  }
}

/** The columns that have a total, each with the values it is the sum of. */
async function totalisees(base: Base): Promise<(readonly [string, readonly Valeur[]])[]> {
  const paires = base.source.liste.colonnes
    .filter(({ total }) => total === 'somme')
    .map(({ cle, totalDe = cle }) => [cle, totalDe] as const)
  await base.charger(paires.map(([, source]) => source))
  return Promise.all(paires.map(async ([cle, source]) => [cle, await base.colonne(source)] as const))
}

export async function totaliser(base: Base, ordre: Places): Promise<Record<string, number>> {
  const colonnes = await totalisees(base)
  return Object.fromEntries(colonnes.map(([cle, valeurs]) => [cle, somme(valeurs, ordre, 0, ordre?.length)]))
}

/** Hours and percentages have decimals: what adding doubles leaves behind is taken away. */
function somme(valeurs: readonly unknown[], ordre: Places, debut: number, fin = valeurs.length): number {
  let total = 0
  for (let rang = debut; rang < fin; rang += 1) {
    const valeur = valeurs[ordre === null ? rang : (ordre[rang] ?? -1)]
    if (typeof valeur === 'number') total += valeur
  }
  return Number.isInteger(total) ? total : net(total)
}

/** Runs of rows that share the value of the column they are first sorted by. */
export async function grouper(base: Base, ordre: Places, cle: string): Promise<GroupeDeListe[]> {
  const type = base.decrire(cle)?.type ?? 'texte'
  const valeurs = await base.colonne(cle)
  const { de } = await base.rangs(cle)
  const nombre = ordre?.length ?? valeurs.length
  const placeDe = (rang: number): number => ordre?.[rang] ?? rang
  const debuts: number[] = []
  for (let rang = 0; rang < nombre; rang += 1) {
    if (rang === 0 || de[placeDe(rang)] !== de[placeDe(rang - 1)]) debuts.push(rang)
  }
  const aTotaliser = await totalisees(base)
  return debuts.map((debut, index) => {
    const fin = debuts[index + 1] ?? nombre
    return {
      valeur: direValeur(type, valeurs[placeDe(debut)]),
      debut,
      nombre: fin - debut,
      totaux: Object.fromEntries(aTotaliser.map(([each, colonne]) => [each, somme(colonne, ordre, debut, fin)])),
    }
  })
}

async function compter(base: Base, recherche: string, comptes: Demande['comptes']): Promise<Record<string, number>> {
  const faits: Record<string, number> = {}
  for (const { cle, filtre: demande, sur } of comptes) {
    const { filtre } = await ceQuiTient(base, { filtre: demande, tris: [], groupe: null })
    faits[cle] = await compterPlaces(base, sur === 'recherche' ? recherche : '', filtre)
  }
  return faits
}
