import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  creerAffectation,
  definirReseaux,
  modifierAffectation,
  reconduireAffectations,
  supprimerAffectation,
} from '../../../../shared/domain/affectation/affectation.contract'
import { lireAgent } from '../../../../shared/domain/agent/agent.contract'
import type { Agent } from '../../../../shared/domain/agent/agent'
import { insertAffectation, insertAgent, listerAgents, terme } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
let agent: Agent
let roleId: string
let regimeId: string
beforeEach(async () => {
  r = await testRegistre()
  agent = await insertAgent(r)
  roleId = (await terme(r, 'role', 'COORD_RESEAU')).id
  regimeId = (await terme(r, 'regimeService', 'H1404')).id
})
afterEach(() => {
  r.close()
})

async function unReseau(nom: string, actif: 0 | 1 = 1): Promise<string> {
  const id = newId()
  const typeId = (await terme(r, 'typeReseau', 'FOQUALE')).id
  const vide = { departement: null, bassin: '', teteId: null, animateur: '', problematique: '' }
  await r.db
    .insertInto('reseau')
    .values({ id, code: nom, nom, typeId, ...vide, actif, cleTri: nom, cleRecherche: nom })
    .execute()
  return id
}

const affectationsDe = async (id: string) => (await r.call(lireAgent, { id })).affectations

describe('affecter un agent', () => {
  it('prend les dates de l’année scolaire et rattache les réseaux, chacun une fois', async () => {
    const [nord, sud] = [await unReseau('Nord'), await unReseau('Sud')]
    const saisie = {
      agentId: agent.id,
      anneeId: '2026-2027',
      roleId,
      regimeId,
      quotite: 50,
      reseauIds: [sud, nord, sud],
    }
    await r.call(creerAffectation, saisie)
    expect(await affectationsDe(agent.id)).toMatchObject([
      { debutLe: '2026-09-01', finLe: '2027-08-31', quotite: 50, reseaux: [{ nom: 'Nord' }, { nom: 'Sud' }] },
    ])
  })

  it.each([
    ['une quotité nulle', { quotite: 0 }, 'quotite'],
    ['une quotité au-dessus de 100 %', { quotite: 120 }, 'quotite'],
    ['un début hors de l’année', { debutLe: '2026-08-31' }, 'debutLe'],
    ['une fin hors de l’année', { finLe: '2027-09-01' }, 'finLe'],
    ['une fin avant le début', { debutLe: '2027-02-01', finLe: '2027-01-01' }, 'finLe'],
  ])('refuse %s', async (_, changes, champ) => {
    const saisie = { agentId: agent.id, anneeId: '2026-2027', roleId, regimeId, quotite: 50, ...changes }
    await expect(r.call(creerAffectation, saisie)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [champ]: expect.any(String) },
    })
    expect(await affectationsDe(agent.id)).toEqual([])
  })

  it('refuse une année que le registre ne tient pas', async () => {
    const saisie = { agentId: agent.id, anneeId: '2031-2032', roleId, regimeId, quotite: 50 }
    await expect(r.call(creerAffectation, saisie)).rejects.toMatchObject({
      code: 'notFound',
      message: expect.stringContaining('2031-2032 n’est pas ouverte'),
    })
  })
})

describe('modifier une affectation', () => {
  it('écrit le seul champ quitté', async () => {
    const { id } = await insertAffectation(r, agent.id)
    await r.call(modifierAffectation, { id, champs: { quotite: 62.5 } })
    expect(await affectationsDe(agent.id)).toMatchObject([{ quotite: 62.5, finLe: '2027-08-31' }])
  })

  it('refuse une fin qui précède le début déjà écrit', async () => {
    const { id } = await insertAffectation(r, agent.id, { debutLe: '2027-01-04' })
    const refus = r.call(modifierAffectation, { id, champs: { finLe: '2026-12-01' } })
    await expect(refus).rejects.toMatchObject({ code: 'invalid', fields: { finLe: 'La fin précède le début.' } })
  })

  it('remplace les réseaux', async () => {
    const { id } = await insertAffectation(r, agent.id)
    const [nord, sud] = [await unReseau('Nord'), await unReseau('Sud')]
    await r.call(definirReseaux, { id, reseauIds: [nord] })
    await r.call(definirReseaux, { id, reseauIds: [sud] })
    expect((await affectationsDe(agent.id))[0]?.reseaux).toEqual([{ id: sud, nom: 'Sud' }])
  })
})

describe('supprimer une affectation', () => {
  it('emporte ses rattachements aux réseaux', async () => {
    const { id } = await insertAffectation(r, agent.id)
    await r.call(definirReseaux, { id, reseauIds: [await unReseau('Nord')] })
    await r.call(supprimerAffectation, { id })
    expect(await affectationsDe(agent.id)).toEqual([])
    expect(r.sqlite.prepare('SELECT count(*) FROM affectationReseau').pluck().get()).toBe(0)
  })

  describe('quand une lettre active en dépend', () => {
    beforeEach(() => {
      r.sqlite
        .prepare(
          `INSERT INTO lettreDeMission (id, agentId, anneeId, roleId, version, etat, active, modele, reference, dateEffetLe,
           finLe, quotite, regimeId, heuresDues, heuresMasquees, perimetre, instances, moyens, suivi, observations)
           VALUES ('l', ?, '2026-2027', ?, 1, 'brouillon', 1, 'coordonnateur', '', '2026-09-01',
           '2027-08-31', 100, ?, 1404, 0, '', '', '', '', '')`,
        )
        .run(agent.id, roleId, regimeId)
    })

    it('refuse, ainsi que d’en changer le rôle', async () => {
      const { id } = await insertAffectation(r, agent.id)
      await expect(r.call(supprimerAffectation, { id })).rejects.toMatchObject({ code: 'forbidden' })
      const autreRole = (await terme(r, 'role', 'FORM')).id
      await expect(r.call(modifierAffectation, { id, champs: { roleId: autreRole } })).rejects.toMatchObject({
        code: 'forbidden',
      })
      expect(await affectationsDe(agent.id)).toMatchObject([{ id, roleId }])
    })

    it('accepte s’il reste une autre affectation du même rôle cette année-là', async () => {
      const { id } = await insertAffectation(r, agent.id, { finLe: '2027-01-31' })
      await insertAffectation(r, agent.id, { debutLe: '2027-02-01' })
      await r.call(supprimerAffectation, { id })
      expect(await affectationsDe(agent.id)).toHaveLength(1)
    })
  })
})

describe('reconduire des affectations', () => {
  it('prend autant d’agents que la plus longue liste en a', async () => {
    await insertAffectation(r, agent.id)
    const inconnus = Array.from({ length: 40_000 }, (_, rang) => `inconnu-${String(rang)}`)
    const choix = { agentIds: [...inconnus, agent.id], depuis: '2026-2027', anneeId: '2027-2028' }
    expect((await r.call(reconduireAffectations, choix)).reconduites).toBe(1)
  })

  it('prend toutes celles d’agents choisis dans la liste, de l’année regardée', async () => {
    await insertAffectation(r, agent.id, { finLe: '2027-01-31' })
    await insertAffectation(r, agent.id, { debutLe: '2027-02-01', quotite: 50 })
    const bilan = await r.call(reconduireAffectations, {
      agentIds: [agent.id],
      depuis: '2026-2027',
      anneeId: '2027-2028',
    })
    expect(bilan.reconduites + bilan.dejaPresentes).toBe(2)
  })

  it('les copie dans l’année suivante, réseaux en activité compris, et ne les copie pas deux fois', async () => {
    const { id } = await insertAffectation(r, agent.id, { quotite: 80 })
    await r.call(definirReseaux, { id, reseauIds: [await unReseau('Nord'), await unReseau('Éteint', 0)] })
    const reconduire = () => r.call(reconduireAffectations, { affectationIds: [id], anneeId: '2027-2028' })
    expect(await reconduire()).toEqual({ reconduites: 1, dejaPresentes: 0, contratsFinis: [] })
    expect(await reconduire()).toEqual({ reconduites: 0, dejaPresentes: 1, contratsFinis: [] })
    const [suivante] = (await listerAgents(r, { anneeId: '2027-2028' }))[0]?.affectations ?? []
    expect(suivante).toMatchObject({
      quotite: 80,
      debutLe: '2027-09-01',
      finLe: '2028-08-31',
      reseaux: [{ nom: 'Nord' }],
    })
  })

  it('ne reconduit pas un contrat fini, et le nomme', async () => {
    const cdd = await insertAgent(r, {
      nom: 'Ollivier',
      prenom: 'Hervé',
      statutId: (await terme(r, 'statut', 'CDD')).id,
      contratFinLe: '2027-06-04',
    })
    const affectations = [await insertAffectation(r, agent.id), await insertAffectation(r, cdd.id)]
    const affectationIds = affectations.map(({ id }) => id)
    expect(await r.call(reconduireAffectations, { affectationIds, anneeId: '2027-2028' })).toEqual({
      reconduites: 1,
      dejaPresentes: 0,
      contratsFinis: ['OLLIVIER Hervé'],
    })
  })

  it('refuse une année que le registre ne tient pas, sans rien écrire', async () => {
    const { id } = await insertAffectation(r, agent.id)
    const refus = r.call(reconduireAffectations, { affectationIds: [id], anneeId: '2040-2041' })
    await expect(refus).rejects.toMatchObject({ code: 'notFound' })
    expect(await affectationsDe(agent.id)).toHaveLength(1)
  })
})
