import { libellesEtatOperation } from '../../../shared/domain/fse/fse.liste'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import type { GenreTrouve } from '../../../shared/domain/recherche/recherche.contract'
import { libelleDepartement } from '../../../shared/departements'
import { cleRecherche, cleTri, plier } from '../../../shared/text'
import type { LigneChangee, SourceIndexee } from '../../database/recherche/index-a-jour'
import type { FicheIndexee } from '../../database/recherche/index-recherche'
import type { Database } from '../../database/tables'
import {
  lireAgents,
  lireEtablissements,
  lireLettres,
  lireOperations,
  lireReseaux,
  listLettresDAgents,
} from './recherche.queries'

type Fiche = FicheIndexee<GenreTrouve>

async function* fiches<Row>(lots: AsyncIterable<Row[]>, fiche: (row: Row) => Fiche): AsyncIterable<Fiche[]> {
  for await (const rows of lots) yield rows.map(fiche)
}

const elleMeme = (_db: Database, lignes: readonly LigneChangee[]): Promise<string[]> =>
  Promise.resolve(lignes.map(({ id }) => id))
const connus = (...valeurs: (string | null)[]): string[] =>
  valeurs.filter((valeur) => valeur !== null && valeur !== '') as string[]

const agents: SourceIndexee<GenreTrouve> = {
  genre: 'agent',
  touchees: { agent: elleMeme, vocabulaire: 'toutes' },
  lire: (db, ids) =>
    fiches(lireAgents(db, ids), (row) => ({
      genre: 'agent',
      id: row.id,
      // A telephone is typed with or without its spaces; a mail address by any of its words.
      cle: `${row.cleRecherche} ${plier(row.courriel)} ${row.telephone.replace(/\D/g, '')}`,
      tri: row.cleTri,
      eteinte: false,
      champs: {
        discipline: connus(row.discipline),
        statut: connus(row.statut, row.statutAbrege),
        corps: connus(row.corps, row.corpsAbrege),
      },
    })),
}

const etablissements: SourceIndexee<GenreTrouve> = {
  genre: 'etablissement',
  touchees: { etablissement: elleMeme },
  lire: (db, ids) =>
    fiches(lireEtablissements(db, ids), (row) => ({
      genre: 'etablissement',
      id: row.id,
      cle: row.cleRecherche,
      tri: row.cleTri,
      eteinte: row.etat === 'ferme',
      champs: {
        uai: [row.uai],
        commune: connus(row.commune),
        departement: [libelleDepartement(row.departement), row.departement],
        bassin: connus(row.bassinNom, row.zapNom),
        type: connus(row.type),
        etat: [row.etat === 'ferme' ? 'Fermé' : 'Ouvert'],
      },
    })),
}

const reseaux: SourceIndexee<GenreTrouve> = {
  genre: 'reseau',
  touchees: { reseau: elleMeme, vocabulaire: 'toutes' },
  lire: (db, ids) =>
    fiches(lireReseaux(db, ids), (row) => ({
      genre: 'reseau',
      id: row.id,
      cle: row.cleRecherche,
      tri: row.cleTri,
      eteinte: row.actif === 0,
      champs: {
        reseau: [row.nom],
        type: connus(row.type, row.typeAbrege),
        bassin: connus(row.bassin),
        departement: row.departement === null ? [] : [libelleDepartement(row.departement), row.departement],
        etat: [row.actif === 1 ? 'Actif' : 'Inactif'],
      },
    })),
}

const lettres: SourceIndexee<GenreTrouve> = {
  genre: 'lettreDeMission',
  touchees: {
    lettreDeMission: elleMeme,
    agent: (db, lignes) =>
      listLettresDAgents(
        db,
        lignes.map(({ id }) => id),
      ),
  },
  lire: (db, ids) =>
    fiches(lireLettres(db, ids), (row) => ({
      genre: 'lettreDeMission',
      id: row.id,
      cle: `${row.cleRecherche} ${cleRecherche(row.reference)}`,
      // Of one person, the latest year first.
      tri: `${row.cleTri} ${String(9999 - Number(row.anneeId.slice(0, 4)))}`,
      eteinte: row.active === 0,
      champs: { annee: [row.anneeId], etat: [libellesEtatLettre[row.etat]] },
    })),
}

const operations: SourceIndexee<GenreTrouve> = {
  genre: 'operationFse',
  touchees: { operationFse: elleMeme },
  lire: (db, ids) =>
    fiches(lireOperations(db, ids), (row) => ({
      genre: 'operationFse',
      id: row.id,
      cle: cleRecherche(`${row.numero} ${row.intitule} ${row.porteur}`),
      tri: cleTri(row.intitule),
      eteinte: row.etat === 'abandonnee',
      champs: { programme: connus(row.programme), etat: [libellesEtatOperation[row.etat]] },
    })),
}

/** What a search looks in, one source a kind of record. */
export const sources: readonly SourceIndexee<GenreTrouve>[] = [agents, etablissements, reseaux, lettres, operations]
