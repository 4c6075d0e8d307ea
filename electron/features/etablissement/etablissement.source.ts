import {
  champsEnPlus,
  type LigneEtablissement,
  listeEtablissements,
} from '../../../shared/domain/etablissement/etablissement.liste'
import { colonnesDeListe } from '../../../shared/domain/etablissement/liste'
import { jourDeReference } from '../../../shared/domain/reseau/perimetre'
import type { Valeur } from '../../../shared/liste/colonne'
import { definirSource } from '../../liste/source'
import { countTous, listColonnes, listIds, listLignes, listOrdre } from './etablissement.liste.queries'
import { listAppartenances } from './etablissement.queries'

const sansReseau = { nombreReseaux: 0, reseaux: '', nombreFoquale: 0 }

/** Columns that are a stored field as it is. */
const directes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['id', 'nom', 'uai', 'type', 'commune', 'bassin', ...champsEnPlus.filter((champ) => !/segpa|ulis/.test(champ))].map(
      (champ) => [champ, champ],
    ),
  ),
  recherche: 'cleRecherche',
  ep: 'educationPrioritaire',
  eleves: 'nombreEleves',
}

/** Stored fields that the others are made of, besides the networks. */
const facteurs: Readonly<Record<string, readonly string[]>> = {
  secteur: ['secteur'],
  etat: ['etat'],
  departement: ['departement'],
  segpa: ['segpa'],
  ulis: ['ulis'],
  sansReseau: ['secteur', 'type', 'etat'],
}
const deReseau: ReadonlySet<string> = new Set(['reseaux', 'nombreFoquale', 'sansReseau'])

const champsDe = (cle: string): readonly string[] => {
  const directe = directes[cle]
  return directe === undefined ? (facteurs[cle] ?? []) : [directe]
}

export const sourceEtablissements = definirSource<LigneEtablissement>({
  liste: listeEtablissements,
  id: ({ id }) => id,

  lire: async ({ db, today }, { anneeId }, ids) => {
    const appartenances = await listAppartenances(db, jourDeReference(anneeId, today()), ids)
    const siennes = new Map(appartenances.map(({ id, ...reste }) => [id, reste]))
    const lignes = await listLignes(db, [...colonnesDeListe, ...champsEnPlus], ids)
    return lignes.map((ligne) => ({ ...ligne, ...(siennes.get(ligne.id) ?? sansReseau) }))
  },

  longue: {
    dependances: {
      table: 'etablissement',
      ordre: 'cleTri',
      liees: { reseau: [...deReseau], reseauMembre: [...deReseau], vocabulaire: [...deReseau] },
    },
    ordre: 'nom',
    dansRecherche: ['uai', 'nom', 'commune'],
    ids: ({ db }, _, debut, nombre) => listIds(db, debut, nombre),
    compter: ({ db }) => countTous(db),
    stockage: ({ db }) => listOrdre(db),
    colonnes: async ({ db, today }, { anneeId }, cles) => {
      const champs = [...new Set(['id', ...cles.flatMap(champsDe)])]
      const lus = await listColonnes(db, champs)
      const parChamp = new Map(champs.map((champ, rang) => [champ, lus[rang] ?? []]))
      const appartenances = cles.some((cle) => deReseau.has(cle))
        ? await listAppartenances(db, jourDeReference(anneeId, today()))
        : []
      const siennes = new Map(appartenances.map((each) => [each.id, each]))
      return cles.map((cle) => {
        const directe = directes[cle]
        return directe === undefined ? composer(cle, parChamp, siennes) : (parChamp.get(directe) ?? [])
      })
    },
  },
})

/** A column made of others: its own rule reads one row, which is the same object filled anew. */
function composer(
  cle: string,
  parChamp: ReadonlyMap<string, readonly Valeur[]>,
  siennes: ReadonlyMap<string, object>,
): Valeur[] {
  const colonne = listeEtablissements.colonnes.find((each) => each.cle === cle)
  const ids = (parChamp.get('id') ?? []) as readonly string[]
  const sources = champsDe(cle).map((champ) => [champ, parChamp.get(champ) ?? []] as const)
  const avecReseaux = deReseau.has(cle)
  const ligne: Record<string, unknown> = {}
  return ids.map((id, place) => {
    for (const [champ, valeurs] of sources) ligne[champ] = valeurs[place]
    if (avecReseaux) Object.assign(ligne, siennes.get(id) ?? sansReseau)
    return colonne?.valeur(ligne as unknown as LigneEtablissement)
  })
}
