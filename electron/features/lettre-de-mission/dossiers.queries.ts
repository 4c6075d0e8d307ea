import { AppError } from '../../../shared/app-error'
import { comparerLettres } from '../../../shared/domain/lettre-de-mission/comparaison'
import type { AgentCite, DossierLettre, EtablissementCite } from '../../../shared/domain/lettre-de-mission/dossier'
import type { LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { grouperPar } from '../../../shared/grouper'
import { parmi } from '../../database/parmi'
import type { Reader, Tables } from '../../database/tables'
import { cite, citerVisa } from './citation'
import { horsDe, listPartsFse, listPartsFseActives } from './dossiers-fse.queries'

/** Which letters: a school year's, or some of them. */
export interface FiltreLettres {
  anneeId?: string
  ids?: readonly string[]
}

/**
 * Letters with all that they cite, in French order of names: one query a table, whatever the number of letters. Avenants
 * and replacements say what they change in the text before them.
 */
export async function listDossiers(db: Reader, filtre: FiltreLettres): Promise<DossierLettre[]> {
  const dossiers = await listSansAmende(db, filtre)
  const avantIds = dossiers.flatMap(({ lettre }) => lettre.remplaceId ?? [])
  if (avantIds.length === 0) return dossiers
  const avant = new Map((await listSansAmende(db, { ids: avantIds })).map((dossier) => [dossier.lettre.id, dossier]))
  return dossiers.map((dossier) => ({ ...dossier, amende: amendeDe(dossier, avant) }))
}

function amendeDe(dossier: DossierLettre, textes: ReadonlyMap<string, DossierLettre>): DossierLettre['amende'] {
  const avant = textes.get(dossier.lettre.remplaceId ?? '')
  if (avant === undefined) return null
  const { id, version, nature, numeroAvenant, etablieLe, reference } = avant.lettre
  const differences = comparerLettres(avant, dossier)
  return { lettreId: id, version, nature, numeroAvenant, etablieLe, reference, differences }
}

async function listSansAmende(db: Reader, filtre: FiltreLettres): Promise<DossierLettre[]> {
  const lettres = await listLettres(db, filtre)
  if (lettres.length === 0) return []
  const ids = lettres.map(({ id }) => id)
  const termes = await db.selectFrom('vocabulaire').selectAll().execute()
  const terme = new Map(termes.map((ligne) => [ligne.id, ligne]))
  const [agents, residences, enfants, autres, partsFse] = [
    await listAgents(db, ids, terme),
    await listResidences(db, ids),
    await listEnfants(db, ids, terme),
    grouperPar(await listActives(db, ids), ({ agentId }) => agentId),
    await listPartsFseActives(db, ids),
  ]
  return lettres
    .map((lettre): DossierLettre => {
      const { id, agentId, roleId, regimeId } = lettre
      const regime = obtenu(terme, regimeId)
      return {
        lettre,
        agent: obtenu(agents, agentId),
        role: cite(obtenu(terme, roleId)),
        regime: {
          ...cite(regime),
          categorie: regime.categorie as DossierLettre['regime']['categorie'],
          heures: regime.heures ?? 0,
        },
        residence: lettre.residenceId === null ? null : obtenu(residences, lettre.residenceId),
        etablissements: enfants.etablissements(id),
        domaines: enfants.domaines(id),
        objectifs: enfants.objectifs(id),
        visas: enfants.visas(id).map((visa) => citerVisa(visa, termes, lettre.dateEffetLe)),
        signataires: enfants.signataires(id),
        reseaux: enfants.reseaux(id),
        fse: enfants.fse(id),
        autres: autresServices(autres.get(agentId) ?? [], lettre, terme),
        autresFse: horsDe(partsFse, lettre),
        amende: null,
      }
    })
    .sort((a, b) =>
      a.agent.cleTri === b.agent.cleTri
        ? ordreDesVersions(a.lettre, b.lettre)
        : a.agent.cleTri < b.agent.cleTri
          ? -1
          : 1,
    )
}

/** Among the agent's active letters, the others of the year; an avenant's own earlier version is not one of them. */
const autresServices = (
  actives: Awaited<ReturnType<typeof listActives>>,
  { id, anneeId, remplaceId }: LettreDeMission,
  terme: ReadonlyMap<string, Vocabulaire>,
): DossierLettre['autres'] =>
  actives
    .filter((autre) => autre.anneeId === anneeId && autre.id !== id && autre.id !== remplaceId)
    .map(({ dateEffetLe, finLe, quotite, roleId }) => ({
      ...{ debutLe: dateEffetLe, finLe, quotite, roleId },
      libelle: obtenu(terme, roleId).libelle,
    }))

const ordreDesVersions = (a: LettreDeMission, b: LettreDeMission): number =>
  a.active === b.active ? b.version - a.version || (a.id < b.id ? -1 : 1) : b.active - a.active

function obtenu<Valeur>(map: ReadonlyMap<string, Valeur>, id: string): Valeur {
  const valeur = map.get(id)
  if (valeur === undefined) throw new Error(`letter citing ${id}, which is not in the register`)
  return valeur
}

export async function getDossier(db: Reader, id: string): Promise<DossierLettre> {
  const [dossier] = await listDossiers(db, { ids: [id] })
  if (!dossier) throw new AppError('notFound', 'Cette lettre n’existe plus dans le registre.')
  return dossier
}

function listLettres(db: Reader, { anneeId, ids }: FiltreLettres): Promise<LettreDeMission[]> {
  let query = db.selectFrom('lettreDeMission').selectAll()
  if (anneeId !== undefined) query = query.where('anneeId', '=', anneeId)
  if (ids !== undefined) query = query.where('id', 'in', parmi(ids))
  return query.execute()
}

async function listAgents(
  db: Reader,
  ids: readonly string[],
  terme: ReadonlyMap<string, Vocabulaire>,
): Promise<Map<string, AgentCite>> {
  const rows = await db
    .selectFrom('agent')
    .select(['id', 'civilite', 'nom', 'prenom', 'grade', 'corpsId', 'statutId', 'contratFinLe', 'cleTri'])
    .where('id', 'in', db.selectFrom('lettreDeMission').select('agentId').where('id', 'in', parmi(ids)))
    .execute()
  return new Map(
    rows.map(({ id, corpsId, statutId, ...agent }) => {
      const corps = corpsId === null ? undefined : terme.get(corpsId)
      const statut = statutId === null ? undefined : terme.get(statutId)
      const cites = {
        corps: corps ? cite(corps) : null,
        corpsOrsHebdo: corps?.heures ?? null,
        statut: statut ? { ...cite(statut), categorie: statut.categorie } : null,
      }
      return [id, { ...agent, ...cites }]
    }),
  )
}

async function listResidences(db: Reader, ids: readonly string[]): Promise<Map<string, EtablissementCite>> {
  const rows = await db
    .selectFrom('etablissement')
    .select(['id', 'uai', 'nom', 'commune', 'type', 'departement', 'fermeLe'])
    .where('id', 'in', db.selectFrom('lettreDeMission').select('residenceId').where('id', 'in', parmi(ids)))
    .execute()
  return new Map(rows.map(({ id, ...residence }) => [id, residence]))
}

/** The active letters of the same agents and years: what quotités and uniqueness are judged against. */
function listActives(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('lettreDeMission')
    .select(['id', 'agentId', 'anneeId', 'roleId', 'quotite', 'dateEffetLe', 'finLe'])
    .where('active', '=', 1)
    .where('agentId', 'in', db.selectFrom('lettreDeMission').select('agentId').where('id', 'in', parmi(ids)))
    .execute()
}

/** The rows that belong to the letters. */
async function listEnfants(db: Reader, ids: readonly string[], terme: ReadonlyMap<string, Vocabulaire>) {
  const domaines = await listOrdonnes(db, 'lettreDomaine', ids)
  const visas = await listOrdonnes(db, 'lettreVisa', ids)
  const signataires = await listOrdonnes(db, 'lettreSignataire', ids)
  return {
    etablissements: parLettre(
      (await listEtablissements(db, ids)).map((ligne) => ({
        ...ligne,
        nature: ligne.natureId === null ? null : cite(obtenu(terme, ligne.natureId)),
      })),
    ),
    domaines: parLettre(domaines.map((ligne) => ({ ...cite(obtenu(terme, ligne.domaineId)), ...ligne }))),
    objectifs: parLettre(await listOrdonnes(db, 'lettreObjectif', ids)),
    visas: parLettre(visas),
    signataires: parLettre(
      signataires.map((ligne) => ({
        ...ligne,
        code: ligne.signataireId === null ? null : obtenu(terme, ligne.signataireId).code,
      })),
    ),
    reseaux: parLettre(await listReseaux(db, ids)),
    fse: parLettre(await listPartsFse(db, ids)),
  }
}

/** Rows → those of a letter, in their order. */
function parLettre<Ligne extends { lettreId: string }>(lignes: readonly Ligne[]): (id: string) => Ligne[] {
  const parId = grouperPar(lignes, ({ lettreId }) => lettreId)
  return (id) => parId.get(id) ?? []
}

type TableOrdonnee = 'lettreDomaine' | 'lettreObjectif' | 'lettreVisa' | 'lettreSignataire'

async function listOrdonnes<Table extends TableOrdonnee>(
  db: Reader,
  table: Table,
  ids: readonly string[],
): Promise<Tables[Table][]> {
  // One table's name stands for all: Kysely cannot follow a union of tables.
  const nom = table as 'lettreVisa'
  const rows = await db.selectFrom(nom).selectAll().where('lettreId', 'in', parmi(ids)).orderBy('ordre').execute()
  return rows as unknown as Tables[Table][]
}

function listEtablissements(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('lettreEtablissement')
    .innerJoin('etablissement', 'etablissement.id', 'lettreEtablissement.etablissementId')
    .selectAll('lettreEtablissement')
    .select(['etablissement.uai', 'etablissement.nom', 'etablissement.commune'])
    .select(['etablissement.type', 'etablissement.departement', 'etablissement.fermeLe'])
    .where('lettreId', 'in', parmi(ids))
    .orderBy('lettreEtablissement.ordre')
    .execute()
}

function listReseaux(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('lettreReseau')
    .innerJoin('reseau', 'reseau.id', 'lettreReseau.reseauId')
    .selectAll('lettreReseau')
    .select(['reseau.nom', 'reseau.animateur'])
    .where('lettreId', 'in', parmi(ids))
    .orderBy('reseau.cleTri')
    .execute()
}

/** Members of the letter's networks, on its first day, that it does not cite yet. */
export function listAProposer(
  db: Reader,
  { id, dateEffetLe }: LettreDeMission,
): Promise<{ id: string; uai: string; nom: string; commune: string }[]> {
  return db
    .selectFrom('etablissement')
    .select(['id', 'uai', 'nom', 'commune'])
    .where('etat', '=', 'ouvert')
    .where('id', 'in', (sub) =>
      sub
        .selectFrom('reseauMembre')
        .innerJoin('lettreReseau', 'lettreReseau.reseauId', 'reseauMembre.reseauId')
        .select('reseauMembre.etablissementId')
        .where('lettreReseau.lettreId', '=', id)
        .where('reseauMembre.debutLe', '<=', dateEffetLe)
        .where((e) => e.or([e('reseauMembre.finLe', 'is', null), e('reseauMembre.finLe', '>=', dateEffetLe)])),
    )
    .where('id', 'not in', (sub) =>
      sub.selectFrom('lettreEtablissement').select('etablissementId').where('lettreId', '=', id),
    )
    .orderBy('cleTri')
    .execute()
}
