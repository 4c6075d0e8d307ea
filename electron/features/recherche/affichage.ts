import { libellesEtatOperation } from '../../../shared/domain/fse/fse.liste'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type { FicheTrouvee, GenreTrouve } from '../../../shared/domain/recherche/recherche.contract'
import { grouperPar } from '../../../shared/grouper'
import { majusculeInitiale, nomAffiche } from '../../../shared/text'
import type { Reader } from '../../database/tables'
import { findAgents, findEtablissements, findLettres, findOperations, findReseaux } from './recherche.queries'

const details = (...parts: (string | null | false)[]): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(' · ')

type Afficher = (db: Reader, ids: readonly string[], anneeId: string) => Promise<FicheTrouvee[]>

const afficherAgents: Afficher = async (db, ids, anneeId) => {
  const parAgent = grouperPar(await findAgents(db, ids, anneeId), ({ id }) => id)
  return [...parAgent.values()].flatMap((rows) => {
    const [agent] = rows
    if (!agent) return []
    const roles = rows.flatMap(({ libelle, libelleFeminin }) =>
      libelle === null ? [] : [accorder({ libelle, libelleFeminin }, agent.civilite)],
    )
    const detail = details(majusculeInitiale([...new Set(roles)].join(', ')), agent.residence, agent.discipline)
    return [{ id: agent.id, titre: nomAffiche(agent), detail }]
  })
}

const afficheurs: Record<GenreTrouve, Afficher> = {
  agent: afficherAgents,
  etablissement: async (db, ids) =>
    (await findEtablissements(db, ids)).map(({ id, nom, uai, type, commune, etat }) => ({
      id,
      titre: nom,
      detail: details(uai, type, commune, etat === 'ferme' && 'Fermé'),
    })),
  reseau: async (db, ids) =>
    (await findReseaux(db, ids)).map(({ id, nom, code, bassin, actif, libelle, abrege }) => ({
      id,
      titre: nom,
      detail: details(abrege ?? libelle, code, bassin, actif === 0 && 'Inactif'),
    })),
  lettreDeMission: async (db, ids) =>
    (await findLettres(db, ids)).map(({ id, anneeId, etat, version, reference, ...agent }) => ({
      id,
      titre: nomAffiche(agent),
      detail: details(
        majusculeInitiale(accorder(agent, agent.civilite)),
        anneeId,
        version > 1 && `avenant n° ${String(version - 1)}`,
        libellesEtatLettre[etat],
        reference,
      ),
    })),
  operationFse: async (db, ids) =>
    (await findOperations(db, ids)).map(({ id, numero, intitule, etat }) => ({
      id,
      titre: intitule,
      detail: details(numero, libellesEtatOperation[etat]),
    })),
}

/** The records of these identifiers as a search shows them, in the same order; those that are gone are left out. */
export async function afficherFiches(
  db: Reader,
  genre: GenreTrouve,
  ids: readonly string[],
  anneeId: string,
): Promise<FicheTrouvee[]> {
  if (ids.length === 0) return []
  const parId = new Map((await afficheurs[genre](db, ids, anneeId)).map((fiche) => [fiche.id, fiche]))
  return ids.map((id) => parId.get(id)).filter((fiche) => fiche !== undefined)
}
