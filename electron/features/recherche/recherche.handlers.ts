import type { ChampRecherche } from '../../../shared/domain/recherche/champs'
import {
  genresTrouves,
  type GenreTrouve,
  type rechercheContract,
} from '../../../shared/domain/recherche/recherche.contract'
import { lireRequete } from '../../../shared/domain/recherche/requete'
import { grouperPar } from '../../../shared/grouper'
import { cleRecherche, critere } from '../../../shared/text'
import { IndexAJour } from '../../database/recherche/index-a-jour'
import { cleDeFiche, type IndexRecherche } from '../../database/recherche/index-recherche'
import type { Reader } from '../../database/tables'
import type { HandlersOf } from '../../register/handler'
import { afficherFiches } from './affichage'
import { listFichesDeReseaux, listFichesDeRoles, listRoles } from './recherche.queries'
import { sources } from './sources'

const index = new IndexAJour<GenreTrouve>(sources)
const valeursProposees = 8

export const rechercheHandlers = {
  'recherche.chercher': async ({ db, today }, { texte: saisie, anneeId, limite }) => {
    const lu = await index.lire(db)
    const { texte, filtres, remarque } = lireRequete(saisie)
    if (texte === '' && filtres.length === 0) return { groupes: [], remarque, approche: false }
    const parmi = []
    for (const { champ, valeur } of filtres) {
      const cles = await conditions[champ]?.({ db, anneeId, jour: today(), index: lu }, valeur)
      if (cles) parmi.push(cles)
    }
    const restants = filtres.filter(({ champ }) => !conditions[champ])
    const { parGenre, approche } = lu.chercher({ texte, filtres: restants, parmi, limite })
    const groupes = []
    for (const genre of genresTrouves) {
      const { ids, total } = parGenre.get(genre) ?? { ids: [], total: 0 }
      if (total > 0) groupes.push({ genre, total, fiches: await afficherFiches(db, genre, ids, anneeId) })
    }
    return { groupes, remarque, approche }
  },

  'recherche.valeurs': async ({ db }, { champ, debut }) => {
    if (champ !== 'role') return (await index.lire(db)).valeurs(champ, debut).slice(0, valeursProposees)
    const convient = critere(debut)
    const roles = (await listRoles(db)).filter((role) => convient(cleRole(role)))
    return roles.slice(0, valeursProposees).map(({ libelle }) => ({ valeur: libelle, nombre: 0 }))
  },

  'recherche.relire': async ({ db }, { fiches, anneeId }) => {
    const trouvees = new Map<string, Awaited<ReturnType<typeof afficherFiches>>[number]>()
    for (const [genre, siennes] of grouperPar(fiches, (fiche) => fiche.genre)) {
      const ids = siennes.map(({ id }) => id)
      for (const fiche of await afficherFiches(db, genre, ids, anneeId)) {
        trouvees.set(cleDeFiche(genre, fiche.id), fiche)
      }
    }
    return fiches.flatMap(({ genre, id }) => {
      const fiche = trouvees.get(cleDeFiche(genre, id))
      return fiche ? [{ ...fiche, genre }] : []
    })
  },
} satisfies HandlersOf<typeof rechercheContract>

interface Cadre {
  db: Reader
  anneeId: string
  jour: string
  index: IndexRecherche<GenreTrouve>
}

/** Fields that are links between records: asked of the register, so that no record's entry depends on another's. */
const conditions: Partial<Record<ChampRecherche, (cadre: Cadre, valeur: string) => Promise<Set<string>>>> = {
  role: async ({ db, anneeId }, valeur) => {
    const convient = critere(valeur)
    const roles = (await listRoles(db)).filter((role) => convient(cleRole(role))).map(({ id }) => id)
    const { agents, lettres } = await listFichesDeRoles(db, roles, anneeId)
    return cles({ agent: agents, lettreDeMission: lettres })
  },
  reseau: async ({ db, anneeId, jour, index }, valeur) => {
    const reseaux = index.avecValeur('reseau', valeur)
    const ids = reseaux.map(({ id }) => id)
    const { etablissements, agents, lettres } = await listFichesDeReseaux(db, ids, anneeId, jour)
    return cles({ reseau: reseaux, etablissement: etablissements, agent: agents, lettreDeMission: lettres })
  },
}

const cles = (fiches: Partial<Record<GenreTrouve, readonly { id: string }[]>>): Set<string> =>
  new Set(
    (Object.entries(fiches) as [GenreTrouve, readonly { id: string }[]][]).flatMap(([genre, siennes]) =>
      siennes.map(({ id }) => cleDeFiche(genre, id)),
    ),
  )

const cleRole = ({
  libelle,
  libelleFeminin,
  abrege,
  synonymes,
}: Awaited<ReturnType<typeof listRoles>>[number]): string =>
  cleRecherche(`${libelle} ${libelleFeminin ?? ''} ${abrege ?? ''} ${synonymes}`)
