import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  chercherAgents,
  compterAgents,
  creerAgent,
  lireAgent,
  modifierAgent,
  supprimerAgent,
} from '../../../../shared/domain/agent/agent.contract'
import { insertAffectation, insertAgent, listerAgents, terme } from '../../../helpers/agent'
import { lisible } from '../../../helpers/lisible'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const annee = { anneeId: '2026-2027' }

async function insertLettre(
  agentId: string,
  overrides: Partial<{ active: 0 | 1; etat: 'brouillon' | 'annulee'; anneeId: string }> = {},
) {
  const anneeId = overrides.anneeId ?? '2026-2027'
  await r.db
    .insertInto('lettreDeMission')
    .values({
      id: newId(),
      agentId,
      anneeId,
      roleId: (await terme(r, 'role', 'COORD_RESEAU')).id,
      version: 1,
      nature: 'initiale',
      numeroAvenant: 0,
      motif: '',
      remplaceId: null,
      etat: overrides.etat ?? 'brouillon',
      active: overrides.active ?? 1,
      modele: 'coordonnateur',
      reference: '',
      etablieLe: null,
      dateEffetLe: '2026-09-01',
      finLe: '2027-08-31',
      quotite: 100,
      regimeId: (await terme(r, 'regimeService', 'H1404')).id,
      heuresDues: 1404,
      heuresMasquees: 0,
      residenceId: null,
      perimetre: '',
      instances: '',
      moyens: '',
      suivi: '',
      observations: '',
      envoyeeLe: null,
      signeeLe: null,
    })
    .execute()
}

describe('créer un agent', () => {
  it('ne demande qu’un nom et un prénom', async () => {
    const agent = await r.call(creerAgent, { nom: ' Œuvrard ', prenom: 'Maëlle' })
    expect(agent).toMatchObject({ nom: 'Œuvrard', prenom: 'Maëlle', civilite: null, cplds: 'non', contratFinLe: null })
    expect((await r.call(lireAgent, { id: agent.id })).agent).toEqual(agent)
  })

  it('écrit l’agent et sa première affectation d’un seul geste, aux dates de l’année scolaire', async () => {
    const role = await terme(r, 'role', 'FORM')
    const regime = await terme(r, 'regimeService', 'H1404')
    const affectation = { ...annee, roleId: role.id, regimeId: regime.id, quotite: 80 }
    const { id } = await r.call(creerAgent, { civilite: 'madame', nom: 'Piriou', prenom: 'Karine', affectation })
    const [ecrite] = (await r.call(lireAgent, { id })).affectations
    expect(ecrite).toMatchObject({
      role: 'formatrice MLDS',
      quotite: 80,
      debutLe: '2026-09-01',
      finLe: '2027-08-31',
      heuresDues: { heures: 1123.2, unite: 'an' },
      residence: null,
      reseaux: [],
    })
    expect(lisible(ecrite?.heuresDues?.explication)).toBe('1 404 h par an × 80 % = 1 123 h 12 par an.')
  })

  it('n’écrit rien du tout quand l’affectation est refusée', async () => {
    const affectation = {
      ...annee,
      roleId: (await terme(r, 'role', 'FORM')).id,
      regimeId: (await terme(r, 'regimeService', 'H1404')).id,
      quotite: 80,
      debutLe: '2026-08-01',
    }
    const refus = r.call(creerAgent, { nom: 'Piriou', prenom: 'Karine', affectation })
    await expect(refus).rejects.toMatchObject({
      code: 'invalid',
      fields: { debutLe: expect.stringContaining('hors de l’année') },
    })
    expect(await listerAgents(r, annee)).toEqual([])
    expect(await r.call(compterAgents, annee)).toEqual({ affectes: 0, sansAffectation: 0 })
  })

  it.each([
    ['un nom vide', { nom: '  ', prenom: 'Karine' }, 'nom'],
    ['un échelon impossible', { nom: 'Piriou', prenom: 'Karine', echelon: 42 }, 'echelon'],
    ['un jour qui n’existe pas', { nom: 'Piriou', prenom: 'Karine', contratFinLe: '2026-02-30' }, 'contratFinLe'],
  ])('refuse %s, sous le champ', async (_, saisie, champ) => {
    await expect(r.call(creerAgent, saisie)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [champ]: expect.any(String) },
    })
  })
})

describe('modifier un agent', () => {
  it('écrit le seul champ quitté et laisse les autres', async () => {
    const { id } = await insertAgent(r, { grade: 'classe normale', echelon: 7 })
    await r.call(modifierAgent, { id, champs: { grade: 'hors-classe' } })
    expect((await r.call(lireAgent, { id })).agent).toMatchObject({ grade: 'hors-classe', echelon: 7, nom: 'Caradec' })
  })

  it('retrouve aussitôt l’agent sous son nouveau nom, et plus sous l’ancien', async () => {
    const { id } = await insertAgent(r)
    await r.call(modifierAgent, { id, champs: { nom: 'Le Goff' } })
    expect(await r.call(chercherAgents, { texte: 'goff ines' })).toHaveLength(1)
    expect(await r.call(chercherAgents, { texte: 'caradec' })).toEqual([])
  })

  it.each([
    ['0299002615', '02 99 00 26 15'],
    ['poste 4412', 'poste 4412'],
  ])('range le téléphone « %s » comme « %s »', async (tape, ecrit) => {
    const { id } = await insertAgent(r)
    expect(await r.call(modifierAgent, { id, champs: { telephone: tape } })).toMatchObject({ telephone: ecrit })
  })

  it('refuse de réécrire une clé calculée', async () => {
    const { id } = await insertAgent(r)
    const champs = { cleTri: 'zzz' } as Record<string, string>
    await expect(r.call(modifierAgent, { id, champs })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('dit que l’agent n’existe plus', async () => {
    const refus = r.call(modifierAgent, { id: 'parti', champs: { grade: 'x' } })
    await expect(refus).rejects.toMatchObject({
      code: 'notFound',
      message: 'Cet agent n’existe plus dans le registre.',
    })
  })
})

describe('supprimer un agent', () => {
  it('supprime une fiche que rien n’utilise', async () => {
    const { id } = await insertAgent(r)
    await r.call(supprimerAgent, { id })
    await expect(r.call(lireAgent, { id })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('refuse tant que des affectations ou des lettres existent, et dit combien', async () => {
    const { id } = await insertAgent(r)
    await insertAffectation(r, id)
    await insertAffectation(r, id, { anneeId: '2025-2026' })
    await insertLettre(id)
    const refus = await r.call(supprimerAgent, { id }).catch((error: Error) => error)
    expect(refus).toMatchObject({ code: 'forbidden' })
    expect(lisible((refus as Error).message)).toContain(
      'CARADEC Inès a 2 affectations et 1 lettre de mission dans le registre',
    )
    expect((await r.call(lireAgent, { id })).affectations).toHaveLength(2)
  })
})

describe('la liste des agents d’une année', () => {
  it('range les noms dans l’ordre français, et met à part qui n’est pas affecté', async () => {
    for (const nom of ['Zimmermann', 'Évenou', 'Da Silva', 'Evain', 'de La Tour']) {
      await insertAffectation(r, (await insertAgent(r, { nom })).id)
    }
    const parti = await insertAgent(r, { nom: 'Parti' })
    await insertAffectation(r, parti.id, { anneeId: '2025-2026' })
    const agents = await listerAgents(r, annee)
    expect(agents.map(({ nom }) => nom)).toEqual(['Da Silva', 'de La Tour', 'Evain', 'Évenou', 'Zimmermann'])
    expect(await r.call(compterAgents, annee)).toEqual({ affectes: 5, sansAffectation: 1 })
    const autres = await listerAgents(r, { ...annee, sansAffectation: true })
    expect(autres).toMatchObject([{ nom: 'Parti', affectations: [], quotite: null }])
  })

  it('refuse une année que le registre ne tient pas', async () => {
    await expect(listerAgents(r, { anneeId: '2031-2032' })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('montre le service principal d’abord, la quotité tenue et les heures dues de l’année demandée seulement', async () => {
    const { id } = await insertAgent(r, { corpsId: (await terme(r, 'corps', 'CERTIFIE')).id })
    const formation = {
      roleId: (await terme(r, 'role', 'FORM')).id,
      regimeId: (await terme(r, 'regimeService', 'H18')).id,
      quotite: 25,
    }
    await insertAffectation(r, id, formation)
    await insertAffectation(r, id, { quotite: 75 })
    await insertAffectation(r, id, { anneeId: '2025-2026', quotite: 50 })
    const [agent] = await listerAgents(r, annee)
    expect(agent?.affectations.map(({ roleAbrege, quotite }) => [roleAbrege, quotite])).toEqual([
      ['Coord. de réseau', 75],
      ['Formateur', 25],
    ])
    expect(agent?.affectations.map(({ heuresDues }) => heuresDues?.heures)).toEqual([1053, 4.5])
    expect(agent).toMatchObject({ quotite: 100, corps: 'Certifié' })
  })

  it('garde une affectation dont les heures ne peuvent pas être calculées, et dit ce qui manque', async () => {
    const { id } = await insertAgent(r)
    await insertAffectation(r, id, { regimeId: (await terme(r, 'regimeService', 'MIXTE')).id })
    const [agent] = await listerAgents(r, annee)
    expect(agent?.affectations[0]).toMatchObject({
      heuresDues: null,
      heuresManquent: expect.stringContaining('renseignez le corps de l’agent'),
    })
  })

  it('ne montre que les lettres en vigueur de l’année', async () => {
    const { id } = await insertAgent(r)
    await insertAffectation(r, id)
    await insertLettre(id, { active: 0, etat: 'annulee', anneeId: '2025-2026' })
    const passee = await listerAgents(r, { anneeId: '2025-2026', sansAffectation: true })
    expect(passee[0]?.lettres).toEqual([])
    await insertLettre(id)
    expect((await listerAgents(r, annee))[0]?.lettres).toMatchObject([
      { etat: 'brouillon', role: 'coordonnatrice MLDS' },
    ])
    expect((await r.call(lireAgent, { id })).lettres).toHaveLength(2)
  })
})

describe('chercher un agent', () => {
  beforeEach(async () => {
    await insertAgent(r, { nom: 'D’Almeida', prenom: 'Loïc' })
    await insertAgent(r, { nom: 'Œuvrard', prenom: 'Maëlle' })
    await insertAgent(r, { nom: 'Le Gall', prenom: 'Anne-Marie', corpsId: (await terme(r, 'corps', 'PLP')).id })
  })

  it.each([
    ['dalmeida', ['D’ALMEIDA Loïc']],
    ['almeida', ['D’ALMEIDA Loïc']],
    ['oeuvrard', ['ŒUVRARD Maëlle']],
    ['maelle', ['ŒUVRARD Maëlle']],
    ['anne gall', ['LE GALL Anne-Marie']],
    ['all', []],
    ['100%', []],
  ])('par le début de ses mots, sans accents : « %s »', async (texte, attendus) => {
    expect((await r.call(chercherAgents, { texte })).map(({ libelle }) => libelle)).toEqual(attendus)
  })

  it('donne de quoi distinguer deux homonymes', async () => {
    expect(await r.call(chercherAgents, { texte: 'gall' })).toMatchObject([{ detail: 'PLP' }])
  })

  it('propose les premiers noms quand rien n’est tapé', async () => {
    expect(await r.call(chercherAgents, { texte: '' })).toHaveLength(3)
  })
})
