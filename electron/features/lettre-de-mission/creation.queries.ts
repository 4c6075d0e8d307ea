import type { Affectation } from '../../../shared/domain/affectation/affectation'
import type { Civilite } from '../../../shared/domain/agent/agent'
import type { ServiceDeCampagne } from '../../../shared/domain/campagne/service'
import type { NouvelleLettre, ServiceAEcrire } from '../../../shared/domain/lettre-de-mission/creation'
import { modelePourRole } from '../../../shared/domain/modele-lettre/choix'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { grouperPar } from '../../../shared/grouper'
import { nomAffiche } from '../../../shared/text'
import { parmi } from '../../database/parmi'
import type { Database, Reader } from '../../database/tables'

/** A service with what the signatories' sentences need besides. */
export interface ServiceLu extends ServiceDeCampagne {
  agent: { civilite: Civilite | null; nom: string; prenom: string }
  role: { libelle: string; libelleFeminin: string | null }
  residenceDepartement: string
}

type FiltreServices = { anneeId: string } | { affectationId: string }

/** Services of a year (or one of them), in French order of names; `modeles` says which letter each rôle gets. */
export async function listServices(
  db: Reader,
  filtre: FiltreServices,
  modeles: readonly ModeleLu[],
): Promise<ServiceLu[]> {
  const rows = await selectServices(db, filtre)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const reseaux = grouperPar(await listReseaux(db, ids), ({ affectationId }) => affectationId)
  const versions = await listVersions(
    db,
    rows.map(({ agentId }) => agentId),
  )
  const lettres = grouperPar(versions, ({ agentId }) => agentId)
  return rows.map(({ civilite, nom, prenom, libelle, libelleFeminin, abrege, ...row }): ServiceLu => {
    const {
      codeRole,
      categorieRole,
      regimeCategorie,
      regimeHeures,
      corpsOrsHebdo,
      residenceType,
      residenceDepartement,
    } = row
    const affectation = affectationDe(row)
    const { agentId, anneeId, roleId } = affectation
    const siennes = (lettres.get(agentId) ?? []).filter(
      (lettre) => lettre.anneeId === anneeId && lettre.roleId === roleId,
    )
    return {
      affectation,
      agent: { civilite, nom, prenom },
      agentNom: nomAffiche({ nom, prenom }),
      role: { libelle, libelleFeminin },
      roleAbrege: abrege ?? libelle,
      modele: modelePourRole({ code: codeRole, categorie: categorieRole }, modeles),
      regime: { categorie: regimeCategorie as ServiceAEcrire['regime']['categorie'], heures: regimeHeures },
      corpsOrsHebdo,
      residenceType,
      residenceDepartement: residenceDepartement ?? '',
      reseauIds: (reseaux.get(row.id) ?? []).map(({ reseauId }) => reseauId),
      dejaActive: siennes.some(({ active }) => active === 1),
      derniereVersion: Math.max(0, ...siennes.map(({ version }) => version)),
    }
  })
}

const affectationDe = ({
  id,
  agentId,
  anneeId,
  roleId,
  quotite,
  regimeId,
  heuresEnseignementHebdo,
  residenceId,
  debutLe,
  finLe,
  observations,
}: Affectation): Affectation => ({
  ...{ id, agentId, anneeId, roleId, quotite, regimeId, heuresEnseignementHebdo, residenceId, debutLe, finLe },
  observations,
})

function selectServices(db: Reader, filtre: FiltreServices) {
  return db
    .selectFrom('affectation')
    .innerJoin('agent', 'agent.id', 'affectation.agentId')
    .innerJoin('vocabulaire as role', 'role.id', 'affectation.roleId')
    .innerJoin('vocabulaire as regime', 'regime.id', 'affectation.regimeId')
    .leftJoin('vocabulaire as corps', 'corps.id', 'agent.corpsId')
    .leftJoin('etablissement as residence', 'residence.id', 'affectation.residenceId')
    .selectAll('affectation')
    .select(['agent.civilite', 'agent.nom', 'agent.prenom', 'residence.type as residenceType'])
    .select('residence.departement as residenceDepartement')
    .select([
      'role.libelle',
      'role.libelleFeminin',
      'role.abrege',
      'role.code as codeRole',
      'role.categorie as categorieRole',
    ])
    .select(['regime.categorie as regimeCategorie', 'regime.heures as regimeHeures', 'corps.heures as corpsOrsHebdo'])
    .where((e) =>
      'anneeId' in filtre
        ? e('affectation.anneeId', '=', filtre.anneeId)
        : e('affectation.id', '=', filtre.affectationId),
    )
    .orderBy('agent.cleTri')
    .orderBy('affectation.debutLe')
    .execute()
}

/** Every letter of these agents, cancelled ones included: versions are never given twice. */
function listVersions(db: Reader, agentIds: readonly string[]) {
  return db
    .selectFrom('lettreDeMission')
    .select(['agentId', 'anneeId', 'roleId', 'version', 'active'])
    .where('agentId', 'in', parmi(agentIds))
    .execute()
}

function listReseaux(
  db: Reader,
  affectationIds: readonly string[],
): Promise<{ affectationId: string; reseauId: string }[]> {
  return db
    .selectFrom('affectationReseau')
    .innerJoin('reseau', 'reseau.id', 'affectationReseau.reseauId')
    .select(['affectationReseau.affectationId', 'affectationReseau.reseauId'])
    .where('affectationReseau.affectationId', 'in', parmi(affectationIds))
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
  { lettre, etablissements, domaines, objectifs, visas, signataires, reseaux, fse }: NouvelleLettre,
): Promise<void> {
  await db.insertInto('lettreDeMission').values(lettre).execute()
  if (domaines.length > 0) await db.insertInto('lettreDomaine').values(domaines).execute()
  if (objectifs.length > 0) await db.insertInto('lettreObjectif').values(objectifs).execute()
  if (visas.length > 0) await db.insertInto('lettreVisa').values(visas).execute()
  if (signataires.length > 0) await db.insertInto('lettreSignataire').values(signataires).execute()
  if (reseaux.length > 0) await db.insertInto('lettreReseau').values(reseaux).execute()
  if (fse.length > 0) await db.insertInto('lettreFse').values(fse).execute()
  // A row at a time: SQLite binds a bounded number of values, and a letter may cite 150 établissements.
  for (const etablissement of etablissements) await db.insertInto('lettreEtablissement').values(etablissement).execute()
}
