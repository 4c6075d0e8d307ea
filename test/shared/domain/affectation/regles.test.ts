import { describe, expect, it } from 'vitest'
import {
  controlerAffectation,
  quotiteSimultanee,
  type SituationDAffectation,
} from '../../../../shared/domain/affectation/regles'
import { lisible } from '../../../helpers/lisible'

const annee = { id: '2026-2027', debutLe: '2026-09-01', finLe: '2027-08-31' }
const situation: SituationDAffectation = {
  annee,
  regime: { categorie: 'annuel', heures: 1404 },
  corpsOrsHebdo: 18,
  role: 'formatrice MLDS',
  autres: [],
}
const affectation = {
  quotite: 80,
  heuresEnseignementHebdo: null,
  residenceId: 'une-residence',
  debutLe: '2026-09-01',
  finLe: '2027-08-31',
}

const dits = (...parameters: Parameters<typeof controlerAffectation>): string[] =>
  controlerAffectation(...parameters).map(
    ({ gravite, champ, message }) => `${gravite} ${champ ?? ''} ${lisible(message)}`,
  )

describe('ce que les règles disent d’une affectation', () => {
  it('explique les heures dues et ne dit rien d’autre quand tout va bien', () => {
    expect(dits(affectation, situation)).toEqual(['information regimeId 1 404 h par an × 80 % = 1 123 h 12 par an.'])
  })

  it.each<[string, Partial<typeof affectation>, Partial<SituationDAffectation>, string]>([
    [
      'un début avant l’année scolaire',
      { debutLe: '2026-08-24' },
      {},
      'bloquant debutLe Date hors de l’année scolaire : l’année 2026-2027 va du 01/09/2026 au 31/08/2027.',
    ],
    [
      'une fin après l’année scolaire',
      { finLe: '2027-09-01' },
      {},
      'bloquant finLe Date hors de l’année scolaire : l’année 2026-2027 va du 01/09/2026 au 31/08/2027.',
    ],
    [
      'une fin avant le début',
      { debutLe: '2027-01-04', finLe: '2026-12-18' },
      {},
      'bloquant finLe La fin précède le début.',
    ],
    [
      'une somme de quotités au-dessus de 100 %',
      {},
      { autres: [{ debutLe: '2026-11-01', finLe: '2027-08-31', quotite: 50, libelle: 'référente décrochage' }] },
      'alerte quotite Du 01/11/2026 au 31/08/2027, les quotités font 130 % : 80 % (formatrice MLDS) + 50 % (référente décrochage).',
    ],
    [
      'un service mixte sans heures devant élèves',
      {},
      { regime: { categorie: 'mixte', heures: 1404 } },
      'alerte heuresEnseignementHebdo Un service mixte demande les heures hebdomadaires devant élèves.',
    ],
    [
      'un service mixte sans corps, sous le régime puisque le corps est ailleurs',
      {},
      { regime: { categorie: 'mixte', heures: 1404 }, corpsOrsHebdo: null },
      'alerte regimeId Un service mixte se calcule sur le maximum hebdomadaire du corps : renseignez le corps de l’agent.',
    ],
  ])('signale %s', (_, changes, contexte, attendu) => {
    expect(dits({ ...affectation, ...changes }, { ...situation, ...contexte })).toContain(attendu)
  })

  it('demande une résidence administrative', () => {
    const [dernier] = controlerAffectation({ ...affectation, residenceId: null }, situation).slice(-1)
    expect(dernier).toMatchObject({ gravite: 'alerte', champ: 'residenceId' })
  })

  it('n’additionne pas les quotités tant que les dates sont fausses', () => {
    const autres = [{ debutLe: '2026-09-01', finLe: '2027-08-31', quotite: 50, libelle: 'autre' }]
    const regles = controlerAffectation({ ...affectation, finLe: '2026-01-01' }, { ...situation, autres }).map(
      ({ regle }) => regle,
    )
    expect(regles).not.toContain('agent.quotites')
  })
})

describe('la quotité d’un agent', () => {
  const part = (debutLe: string, finLe: string, quotite: number) => ({ debutLe, finLe, quotite, libelle: 'x' })

  it.each([
    ['rien', [], 0],
    ['deux services simultanés', [part('2026-09-01', '2027-08-31', 50), part('2026-09-01', '2027-08-31', 30)], 80],
    [
      'deux services qui se suivent',
      [part('2026-09-01', '2027-01-31', 100), part('2027-02-01', '2027-08-31', 80)],
      100,
    ],
    [
      'des quotités à décimales',
      [part('2026-09-01', '2027-08-31', 33.3333), part('2026-09-01', '2027-08-31', 33.3333)],
      66.6666,
    ],
  ])('est la plus grande somme tenue un même jour : %s', (_, parts, attendu) => {
    expect(quotiteSimultanee(parts)).toBe(attendu)
  })
})
