import { v7 as newId } from 'uuid'
import {
  creerLettre,
  definirEtablissements,
  type LettreLue,
  modifierLettre,
} from '../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { Affectation } from '../../shared/domain/affectation/affectation'
import type { Agent } from '../../shared/domain/agent/agent'
import { cleRecherche, cleTri } from '../../shared/text'
import { insertAffectation, insertAgent, terme } from './agent'
import { insertEtablissement } from './etablissement'
import type { TestRegistre } from './registre'

/** An open établissement, written straight into the register; gives its id. */
export async function insertLieu(
  r: TestRegistre,
  uai: string,
  nom: string,
  overrides: { type?: string; fermeLe?: string; departement?: string } = {},
): Promise<string> {
  const etat = overrides.fermeLe === undefined ? 'ouvert' : 'ferme'
  return (await insertEtablissement(r, { uai, nom, etat, nature: '', annuaireLe: null, ...overrides })).id
}

/** A FOQUALE network with its members since the beginning of 2026-2027. */
export async function insertReseauDe(
  r: TestRegistre,
  nom: string,
  etablissementIds: readonly string[],
): Promise<string> {
  const id = newId()
  const { id: typeId } = await terme(r, 'typeReseau', 'FOQUALE')
  await r.db
    .insertInto('reseau')
    .values({
      id,
      code: nom,
      nom,
      typeId,
      departement: '035',
      bassin: '',
      teteId: null,
      animateur: '',
      problematique: '',
      actif: 1,
      cleTri: cleTri(nom),
      cleRecherche: cleRecherche(nom),
    })
    .execute()
  for (const etablissementId of etablissementIds) {
    await r.db
      .insertInto('reseauMembre')
      .values({ id: newId(), reseauId: id, etablissementId, debutLe: '2026-09-01', finLe: null })
      .execute()
  }
  return id
}

export async function insertOperationFse(r: TestRegistre): Promise<string> {
  const id = newId()
  await r.db
    .insertInto('operationFse')
    .values({
      id,
      numero: '202403127',
      intitule: 'Persévérance',
      programme: 'FSE+',
      porteur: '',
      etat: 'enCours',
      debutLe: '2026-01-01',
      finLe: '2028-12-31',
      taux: 50,
      regimeCouts: 'REEL',
      observations: '',
    })
    .execute()
  return id
}

/** An agent, her service of 2026-2027 and the draft that it calls for. */
export async function insertLettre(
  r: TestRegistre,
  { agent = {}, affectation = {} }: { agent?: Partial<Agent>; affectation?: Partial<Affectation> } = {},
): Promise<LettreLue> {
  const { id } = await insertAgent(r, agent)
  const { id: affectationId } = await insertAffectation(r, id, affectation)
  return r.call(creerLettre, { affectationId })
}

/** A dated letter for one établissement, which nothing forbids to send; gives its id. */
export async function insertLettreASigner(
  r: TestRegistre,
  { agent, residenceId }: { agent: Partial<Agent>; residenceId: string },
): Promise<string> {
  const { lettre } = await insertLettre(r, { agent, affectation: { residenceId } })
  const lieu = {
    etablissementId: residenceId,
    natureId: null,
    volume: null,
    uniteVolume: 'heuresParAn',
    gpds: 0,
  } as const
  await r.call(definirEtablissements, { id: lettre.id, lignes: [lieu] })
  await r.call(modifierLettre, { id: lettre.id, champs: { etablieLe: '2026-09-01' } })
  return lettre.id
}
