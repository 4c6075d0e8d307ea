import type { Civilite } from '../../../shared/domain/agent/agent'
import type { NouvelleLettre, ServiceAEcrire } from '../../../shared/domain/lettre-de-mission/creation'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { nomAffiche } from '../../../shared/text'
import type { Database, Reader } from '../../database/tables'

/** A service with what the signatories' sentences need besides. */
export interface ServiceLu extends ServiceAEcrire {
  agent: { civilite: Civilite | null; nom: string; prenom: string }
  role: { libelle: string; libelleFeminin: string | null }
  residenceType: string | null
}

/** Services of a year (or one of them), in French order of names. */
export async function listServices(
  db: Reader,
  filtre: { anneeId: string } | { affectationId: string },
): Promise<ServiceLu[]> {
  const rows = await db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .innerJoin('vocabulaire as regime', 'regime.id', 'affectation.regimeId')
    .leftJoin('vocabulaire as corps', 'corps.id', 'agent.corpsId')
    .leftJoin('etablissement as residence', 'residence.id', 'affectation.residenceId')
    .selectAll('affectation')
    .select([
      'agent.civilite',
      'agent.nom',
      'agent.prenom',
      'role.libelle',
      'role.libelleFeminin',
      'role.categorie as categorieRole',
    ])
    .select([
      'regime.categorie as regimeCategorie',
      'regime.heures as regimeHeures',
      'corps.heures as corpsOrsHebdo',
      'residence.type as residenceType',
    ])
    .where((e) =>
      'anneeId' in filtre
        ? e('affectation.anneeId', '=', filtre.anneeId)
        : e('affectation.id', '=', filtre.affectationId),
    )
    .orderBy('agent.cleTri')
    .orderBy('affectation.debutLe')
    .execute()
  const annees = [...new Set(rows.map(({ anneeId }) => anneeId))]
  const lettres =
    annees.length === 0
      ? []
      : await db
          .selectFrom('lettreDeMission')
          .select(['agentId', 'anneeId', 'roleId', 'version', 'active'])
          .where('anneeId', 'in', annees)
          .execute()
  const reseaux =
    annees.length === 0
      ? []
      : await listReseaux(
          db,
          rows.map(({ id }) => id),
        )
  return rows.map(
    ({
      civilite,
      nom,
      prenom,
      libelle,
      libelleFeminin,
      categorieRole,
      regimeCategorie,
      regimeHeures,
      corpsOrsHebdo,
      residenceType,
      ...affectation
    }) => {
      const siennes = lettres.filter(
        ({ agentId, anneeId, roleId }) =>
          agentId === affectation.agentId && anneeId === affectation.anneeId && roleId === affectation.roleId,
      )
      return {
        affectation,
        agent: { civilite, nom, prenom },
        agentNom: nomAffiche({ nom, prenom }),
        role: { libelle, libelleFeminin },
        categorieRole,
        regime: { categorie: regimeCategorie as ServiceAEcrire['regime']['categorie'], heures: regimeHeures },
        corpsOrsHebdo,
        residenceType,
        reseauIds: reseaux
          .filter(({ affectationId }) => affectationId === affectation.id)
          .map(({ reseauId }) => reseauId),
        dejaActive: siennes.some(({ active }) => active === 1),
        derniereVersion: Math.max(0, ...siennes.map(({ version }) => version)),
      }
    },
  )
}

function listReseaux(
  db: Reader,
  affectationIds: readonly string[],
): Promise<{ affectationId: string; reseauId: string }[]> {
  return db
    .selectFrom('affectationReseau')
    .innerJoin('reseau', 'reseau.id', 'affectationReseau.reseauId')
    .select(['affectationReseau.affectationId', 'affectationReseau.reseauId'])
    .where('affectationReseau.affectationId', 'in', affectationIds)
    .orderBy('reseau.cleTri')
    .execute()
}

/** Weekly hours in front of pupils of the service that a letter answers; null when there is none. */
export async function findHeuresEnseignement(
  db: Reader,
  lettre: { agentId: string; anneeId: string; roleId: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('affectation')
    .select('heuresEnseignementHebdo')
    .where('agentId', '=', lettre.agentId)
    .where('anneeId', '=', lettre.anneeId)
    .where('roleId', '=', lettre.roleId)
    .orderBy('debutLe', 'desc')
    .executeTakeFirst()
  return row?.heuresEnseignementHebdo ?? null
}

export async function listReferences(db: Reader, anneeId: string): Promise<string[]> {
  const rows = await db.selectFrom('lettreDeMission').select('reference').where('anneeId', '=', anneeId).execute()
  return rows.map(({ reference }) => reference)
}

/** The académie's active terms of the lists that new letters draw on. */
export function listTermesActifs(db: Reader): Promise<Vocabulaire[]> {
  return db
    .selectFrom('vocabulaire')
    .selectAll()
    .where('liste', 'in', ['domaine', 'axe', 'visa', 'signataire'])
    .where('actif', '=', 1)
    .orderBy('ordre')
    .execute()
}

export async function insertNouvelleLettre(
  db: Database,
  { lettre, domaines, visas, signataires, reseaux }: NouvelleLettre,
): Promise<void> {
  await db.insertInto('lettreDeMission').values(lettre).execute()
  if (domaines.length > 0) await db.insertInto('lettreDomaine').values(domaines).execute()
  if (visas.length > 0) await db.insertInto('lettreVisa').values(visas).execute()
  if (signataires.length > 0) await db.insertInto('lettreSignataire').values(signataires).execute()
  if (reseaux.length > 0) await db.insertInto('lettreReseau').values(reseaux).execute()
}
