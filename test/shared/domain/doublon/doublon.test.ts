import { describe, expect, it } from 'vitest'
import { doublonsDAgents, type AgentCompare } from '../../../../shared/domain/doublon/agents'
import { fondreAppartenances } from '../../../../shared/domain/doublon/appartenances'
import { collisionsDAgents, fondreInterventions, renumeroter } from '../../../../shared/domain/doublon/collisions'
import { doublonsDEtablissements } from '../../../../shared/domain/doublon/etablissements'

const agent = (id: string, nom: string, prenom: string, faits: Partial<AgentCompare> = {}): AgentCompare => ({
  id,
  nom,
  prenom,
  courriel: '',
  residenceIds: [],
  ...faits,
})
const raison = (a: [string, string, Partial<AgentCompare>?], b: [string, string, Partial<AgentCompare>?]) =>
  doublonsDAgents([agent('a', ...a), agent('b', ...b)]).map((paire) => paire.raison)[0] ?? 'deux personnes'
const rennes = { residenceIds: ['rennes'] }

describe('deux agents qui n’en font qu’un', () => {
  it.each([
    ['casse et accents', ['ŒUVRARD', 'Maëlle'], ['Oeuvrard', 'Maelle'], 'memeNom'],
    ['trait d’union', ['Le-Goff', 'Anne Marie'], ['LE GOFF', 'Anne-Marie'], 'memeNom'],
    ['inversés', ['Thomas', 'Martin'], ['Martin', 'Thomas'], 'nomInverse'],
    ['une initiale', ['Caradec', 'I.'], ['Caradec', 'Inès'], 'initiale'],
    ['deux initiales', ['Caradec', 'J.-P.'], ['Caradec', 'Jean-Pierre'], 'initiale'],
    ['une autre initiale', ['Caradec', 'P.'], ['Caradec', 'Inès'], 'deux personnes'],
    ['deux prénoms', ['Caradec', 'Yann'], ['Caradec', 'Inès'], 'deux personnes'],
    [
      'courriel',
      ['Caradec', 'Inès', { courriel: 'I.C@ac.fr' }],
      ['Le Bris', 'Inès', { courriel: 'i.c@ac.fr ' }],
      'memeCourriel',
    ],
    ['sans courriel', ['Caradec', 'Inès'], ['Le Bris', 'Anna'], 'deux personnes'],
    ['une faute, même résidence', ['Caradec', 'Inès', rennes], ['Caradeck', 'Inès', rennes], 'nomProche'],
    [
      'une faute, ailleurs',
      ['Caradec', 'Inès', rennes],
      ['Caradeck', 'Inès', { residenceIds: ['brest'] }],
      'deux personnes',
    ],
    ['noms courts d’une lettre', ['Le', 'Lou', rennes], ['Li', 'Lou', rennes], 'nomProche'],
    ['noms courts de deux lettres', ['Le', 'Lou', rennes], ['Li', 'Leu', rennes], 'deux personnes'],
  ] as const)('%s', (_cas, a, b, attendue) => {
    expect(raison([...a], [...b])).toBe(attendue)
  })

  it('ne dit une paire qu’une fois, la plus petite d’abord', () => {
    expect(
      doublonsDAgents([
        agent('b', 'Caradec', 'Inès', { courriel: 'x@y', residenceIds: ['r', 's'] }),
        agent('a', 'CARADEC', 'Ines', { courriel: 'x@y', residenceIds: ['r', 's'] }),
      ]),
    ).toEqual([{ premierId: 'a', secondId: 'b', raison: 'memeNom' }])
  })

  it('compare 2 000 personnes sans les comparer toutes', () => {
    const foule = Array.from({ length: 2000 }, (_, rang) =>
      agent(String(rang), `Nom${String(rang)}`, 'Prénom', { residenceIds: [String(rang % 400)] }),
    )
    const debut = performance.now()
    doublonsDAgents(foule)
    expect(performance.now() - debut).toBeLessThan(1000)
  })
})

describe('deux établissements qui n’en font qu’un', () => {
  const etablissement = (
    id: string,
    nom: string,
    faits: Partial<Parameters<typeof doublonsDEtablissements>[0][0]> = {},
  ) => ({
    id,
    nom,
    commune: 'Rennes',
    nature: 'COLLEGE',
    etat: 'ouvert',
    ...faits,
  })
  it.each([
    ['même nom, même commune', {}, 'memeNomMemeCommune'],
    ['l’un est fermé', { etat: 'ferme' }, 'remplace'],
    ['une autre commune', { commune: 'Brest' }, undefined],
    ['un lycée et sa section', { nature: 'SECTION D ENSEIGNEMENT PROFESSIONNEL' }, undefined],
    ['l’un ajouté à la main', { nature: '' }, 'memeNomMemeCommune'],
  ])('%s', (_cas, faits, attendue) => {
    const paires = doublonsDEtablissements([
      etablissement('a', 'Collège Les Gayeulles'),
      etablissement('b', 'COLLEGE LES GAYEULLES', faits),
    ])
    expect(paires[0]?.raison).toBe(attendue)
  })
})

describe('ce qu’une fusion d’agents rencontre', () => {
  const lettre = (id: string, faits: object = {}) => ({
    id,
    anneeId: '2026-2027',
    roleId: 'form',
    role: 'formateur',
    version: 1,
    active: 1 as const,
    ...faits,
  })
  const sans = { lettres: [], services: [] }

  it.each([
    ['deux lettres actives de la même année', {}, ['bloquant']],
    ['deux années', { anneeId: '2025-2026' }, []],
    ['deux rôles', { roleId: 'coord' }, []],
    ['l’une n’est plus active', { active: 0 }, []],
  ])('%s', (_cas, faits, gravites) => {
    const constats = collisionsDAgents({ ...sans, lettres: [lettre('a')] }, { ...sans, lettres: [lettre('b', faits)] })
    expect(constats.map(({ gravite }) => gravite)).toEqual(gravites)
  })

  it('donne aux lettres passées le premier numéro libre', () => {
    expect(
      renumeroter(
        [lettre('a'), lettre('b', { version: 2, active: 0 })],
        [lettre('c', { active: 0 }), lettre('d', { version: 3, active: 0 }), lettre('e', { anneeId: '2025-2026' })],
      ),
    ).toEqual([
      { id: 'c', version: 3 },
      { id: 'd', version: 4 },
    ])
  })

  it('additionne les volumes de même unité, garde le sien sinon', () => {
    const ligne = (id: string, lettreId: string, volume: number | null, uniteVolume = 'heuresParAn') => ({
      id,
      lettreId,
      volume,
      uniteVolume,
    })
    expect(
      fondreInterventions(
        [ligne('a', 'l1', 10), ligne('b', 'l2', null), ligne('c', 'l3', 4)],
        [ligne('d', 'l1', 5), ligne('e', 'l2', 7), ligne('f', 'l3', 2, 'joursParSemaine'), ligne('g', 'l4', 1)],
      ),
    ).toEqual({
      retirees: ['d', 'e', 'f'],
      modifiees: [
        { id: 'a', volume: 15 },
        { id: 'b', volume: 7 },
      ],
    })
  })
})

describe('les appartenances de deux établissements fondues', () => {
  const membre = (id: string, debutLe: string, finLe: string | null, reseauId = 'r') => ({
    id,
    reseauId,
    etablissementId: id,
    debutLe,
    finLe,
  })
  it.each([
    [
      'même début',
      [membre('a', '2024-09-01', null), membre('b', '2024-09-01', null)],
      { modifiees: [], retirees: ['b'] },
    ],
    [
      'l’une prolonge l’autre',
      [membre('a', '2023-09-01', '2024-08-31'), membre('b', '2024-09-01', null)],
      { modifiees: [{ id: 'a', debutLe: '2023-09-01', finLe: null }], retirees: ['b'] },
    ],
    [
      'séparées par un trou',
      [membre('a', '2022-09-01', '2023-08-31'), membre('b', '2024-09-01', null)],
      { modifiees: [], retirees: [] },
    ],
    [
      'deux réseaux',
      [membre('a', '2024-09-01', null), membre('b', '2024-09-01', null, 's')],
      { modifiees: [], retirees: [] },
    ],
    [
      'trois à la suite',
      [
        membre('a', '2022-09-01', '2023-06-30'),
        membre('b', '2023-01-01', '2024-06-30'),
        membre('c', '2024-07-01', '2025-01-01'),
      ],
      { modifiees: [{ id: 'a', debutLe: '2022-09-01', finLe: '2025-01-01' }], retirees: ['b', 'c'] },
    ],
  ])('%s', (_cas, membres, attendu) => {
    expect(fondreAppartenances(membres)).toEqual(attendu)
  })
})
