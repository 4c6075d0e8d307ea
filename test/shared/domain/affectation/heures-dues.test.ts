import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../shared/app-error'
import { heuresDues, type ServiceAgent } from '../../../../shared/domain/affectation/heures-dues'
import { lisible } from '../../../helpers/lisible'

const etablissement = { categorie: 'annuel', heures: 1404 } as const
const services = { categorie: 'annuel', heures: 1607 } as const
const enseignement = { categorie: 'hebdomadaire', heures: 18 } as const
const mixte = { categorie: 'mixte', heures: 1404 } as const

describe('les heures dues selon la quotité', () => {
  it.each([
    [100, 1404, 1607, 18],
    [90, 1263.6, 1446.3, 16.2],
    [80, 1123.2, 1285.6, 14.4],
    [75, 1053, 1205.25, 13.5],
    [50, 702, 803.5, 9],
  ])(
    'à %d %% : %d h en établissement, %d h en services, %d h devant élèves',
    (quotite, annuelles, enServices, hebdomadaires) => {
      expect(heuresDues({ regime: etablissement, quotite })).toMatchObject({ heures: annuelles, unite: 'an' })
      expect(heuresDues({ regime: services, quotite })).toMatchObject({ heures: enServices, unite: 'an' })
      expect(heuresDues({ regime: enseignement, quotite })).toMatchObject({ heures: hebdomadaires, unite: 'semaine' })
    },
  )

  it.each([
    ['agrégé', 15, 7.5],
    ['professeur des écoles', 21, 10.5],
    ['professeur d’EPS', 20, 10],
  ])('à mi-temps devant élèves, un %s doit la moitié de ses %d h', (_corps, corpsOrsHebdo, heures) => {
    expect(heuresDues({ regime: enseignement, quotite: 50, corpsOrsHebdo })).toMatchObject({ heures, unite: 'semaine' })
  })

  it.each<[string, Omit<ServiceAgent, 'regime'>, number]>([
    ['un certifié à 100 % qui enseigne 6 h', { quotite: 100, corpsOrsHebdo: 18, heuresEnseignementHebdo: 6 }, 936],
    ['un certifié à 50 % qui enseigne 6 h', { quotite: 50, corpsOrsHebdo: 18, heuresEnseignementHebdo: 6 }, 468],
    ['un agrégé qui enseigne 5 h', { quotite: 100, corpsOrsHebdo: 15, heuresEnseignementHebdo: 5 }, 936],
    ['un certifié qui n’enseigne pas', { quotite: 100, corpsOrsHebdo: 18, heuresEnseignementHebdo: 0 }, 1404],
    ['un certifié tout entier devant élèves', { quotite: 100, corpsOrsHebdo: 18, heuresEnseignementHebdo: 18 }, 0],
  ])('en service mixte, %s', (_cas, service, heures) => {
    expect(heuresDues({ regime: mixte, ...service })).toMatchObject({ heures, unite: 'an' })
  })
})

it('le calcul se lit en toutes lettres', () => {
  const calcul = (service: ServiceAgent): string => lisible(heuresDues(service).explication)
  expect(calcul({ regime: etablissement, quotite: 80 })).toBe('1 404 h par an × 80 % = 1 123 h 12 par an.')
  expect(calcul({ regime: enseignement, quotite: 90 })).toBe('18 h par semaine × 90 % = 16 h 12 par semaine.')
  expect(calcul({ regime: mixte, quotite: 100, corpsOrsHebdo: 18, heuresEnseignementHebdo: 6 })).toBe(
    '(1 − 6 h / 18 h) × 1 404 h × 100 % = 936 h par an hors enseignement.',
  )
})

describe('le calcul refuse, en désignant le champ,', () => {
  it.each<[string, ServiceAgent, string]>([
    ['un régime sans heures', { regime: { categorie: 'annuel', heures: null }, quotite: 100 }, 'regimeId'],
    ['un régime à zéro heure', { regime: { categorie: 'annuel', heures: 0 }, quotite: 100 }, 'regimeId'],
    [
      'un service mixte d’un corps sans maximum',
      { regime: mixte, quotite: 100, corpsOrsHebdo: null, heuresEnseignementHebdo: 6 },
      'corpsId',
    ],
    [
      'un service mixte d’un corps à zéro heure',
      { regime: mixte, quotite: 100, corpsOrsHebdo: 0, heuresEnseignementHebdo: 0 },
      'corpsId',
    ],
    ['une quotité nulle', { regime: etablissement, quotite: 0 }, 'quotite'],
    ['une quotité de plus de 100 %', { regime: etablissement, quotite: 100.5 }, 'quotite'],
    ['un service mixte sans corps', { regime: mixte, quotite: 100, heuresEnseignementHebdo: 6 }, 'corpsId'],
    [
      'un service mixte sans heures devant élèves',
      { regime: mixte, quotite: 100, corpsOrsHebdo: 18 },
      'heuresEnseignementHebdo',
    ],
    [
      'plus d’heures devant élèves que le maximum',
      { regime: mixte, quotite: 100, corpsOrsHebdo: 15, heuresEnseignementHebdo: 16 },
      'heuresEnseignementHebdo',
    ],
  ])('%s', (_cas, service, champ) => {
    const essai = (): unknown => heuresDues(service)
    expect(essai).toThrow(AppError)
    try {
      essai()
    } catch (erreur) {
      expect(erreur instanceof AppError && Object.keys(erreur.fields ?? {})).toEqual([champ])
    }
  })
})
