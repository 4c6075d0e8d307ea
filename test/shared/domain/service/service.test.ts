import { describe, expect, it } from 'vitest'
import {
  couvertureDesLettres,
  equipes,
  heuresDuVolume,
  parEtablissement,
  parDomaine,
  parReseau,
  reunir,
  type ServiceDeLettre,
} from '../../../../shared/domain/service/service'

const lieu = (id: string, reseauIds: string[] = ['r1'], heures: number | null = null, gpds = false) => ({
  ...{ id, nom: id, uai: id, commune: '', reseauIds, membreDe: reseauIds, heures, gpds },
})
const service = (agent: string, champs: Partial<ServiceDeLettre> = {}): ServiceDeLettre => ({
  lettreId: agent,
  agentId: agent,
  agent,
  roleAbrege: '',
  categorie: 'coordonnateur',
  quotite: 100,
  regime: '1 404 h',
  heuresDues: 1404,
  ecart: null,
  ecartTolere: true,
  domaines: [],
  etablissements: [],
  reseaux: [{ id: 'r1', nom: 'Redon' }],
  bassin: 'Redon',
  departement: '035',
  ...champs,
})

describe('les heures d’un établissement', () => {
  it.each([
    [120, 'heuresParAn', 120],
    [2, 'joursParSemaine', 561.6],
    [9, 'joursParSemaine', 1404],
    [null, 'heuresParAn', null],
    [0, 'joursParSemaine', null],
  ] as const)('%s %s pour 1 404 h dues → %s', (volume, unite, attendu) => {
    expect(heuresDuVolume(volume, unite, 1404)).toBe(attendu)
  })

  it('partagent également le reste entre ceux dont la lettre ne dit rien', () => {
    const parts = parEtablissement([service('A', { etablissements: [lieu('x', ['r1'], 404), lieu('y'), lieu('z')] })])
    expect(parts.map(({ cle, heures }) => [cle, heures])).toEqual([
      ['y', 500],
      ['z', 500],
      ['x', 404],
    ])
  })
})

it('les heures d’une lettre vont à ses réseaux selon ses établissements dans chacun, sinon à parts égales', () => {
  const reseaux = [
    { id: 'r1', nom: 'Redon' },
    { id: 'r2', nom: 'Vitré' },
  ]
  const proportion = service('A', { reseaux, etablissements: [lieu('x'), lieu('y'), lieu('z', ['r2'])] })
  expect(parReseau([proportion]).map(({ libelle, heures }) => [libelle, heures])).toEqual([
    ['Redon', 936],
    ['Vitré', 468],
  ])
  expect(parReseau([service('B', { reseaux })]).map(({ heures }) => heures)).toEqual([702, 702])
})

it('un chiffre de la répartition est la somme de ses lettres, et une lettre n’y compte qu’une fois', () => {
  const domaines = (prevention: number, remediation: number) => [
    { id: 'p', libelle: 'Prévention', heures: prevention },
    { id: 'r', libelle: 'Remédiation', heures: remediation },
  ]
  const parts = parDomaine([
    service('A', { domaines: domaines(100.1, 50.2) }),
    service('B', { domaines: domaines(30, 0) }),
  ])
  expect(parts.map(({ libelle, heures, lettres }) => [libelle, heures, lettres])).toEqual([
    ['Prévention', 130.1, 2],
    ['Remédiation', 50.2, 1],
  ])
  const autres = reunir('autres', '2 autres', parts)
  expect([autres.heures, autres.lettres]).toEqual([180.3, 2])
  expect([...autres.parLettre]).toEqual([
    ['A', 150.3],
    ['B', 30],
  ])
})

it('une équipe compare ses personnes à temps plein, et ignore qui est seul', () => {
  const [equipe, ...autres] = equipes(
    [
      service('A', { etablissements: ['1', '2', '3', '4', '5', '6'].map((id) => lieu(id, ['r1'], null, true)) }),
      service('B', { quotite: 50, heuresDues: 702, etablissements: [lieu('7')] }),
      service('C', { bassin: 'Vitré' }),
    ],
    'bassin',
  )
  expect(autres).toEqual([])
  expect(
    equipe?.membres.map(({ agent, etablissements, gpds, parTempsPlein, ecart }) => [
      agent,
      etablissements,
      gpds,
      parTempsPlein,
      ecart,
    ]),
  ).toEqual([
    ['A', 6, 6, 6, 50],
    ['B', 1, 0, 2, -50],
  ])
  expect(equipe?.moyenne).toEqual({ heuresDues: 1053, etablissements: 3.5, gpds: 3, parTempsPlein: 4 })
})

it('voit les trous, les doubles et ce qui est cité hors des réseaux de la lettre', () => {
  const membre = (id: string) => ({ id, nom: id, uai: id, commune: '', reseaux: [{ id: 'r1', nom: 'Redon' }] })
  const couverture = couvertureDesLettres(
    [
      service('A', { etablissements: [lieu('x'), lieu('loin', [])] }),
      service('B', { etablissements: [lieu('x')] }),
      service('C', { categorie: 'formateur', etablissements: [lieu('y')] }),
    ],
    ['x', 'y', 'z'].map(membre),
  )
  const psad = { id: 'p1', nom: 'PSAD' }
  const departementale = service('D', { reseaux: [psad], etablissements: [{ ...lieu('x'), membreDe: ['r1', 'p1'] }] })
  expect(couvertureDesLettres([departementale], []).horsReseau).toEqual([])
  expect(couverture.trous.map(({ id }) => id)).toEqual(['z'])
  expect(couverture.doubles.map(({ id, agents }) => [id, agents])).toEqual([['x', ['A', 'B']]])
  expect(couverture.horsReseau.map(({ id, reseaux }) => [id, reseaux.map(({ nom }) => nom)])).toEqual([
    ['loin', ['Redon']],
  ])
})
