import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ajouterJours } from '../../../../shared/dates'
import { controlerQuotites, depassements, type PartDeTemps } from '../../../../shared/domain/affectation/quotites'
import { couvre } from '../../../../shared/periodes'
import { lisible } from '../../../helpers/lisible'

const part = (debutLe: string, finLe: string, quotite: number, libelle = 'Coordonnateur'): PartDeTemps => ({
  debutLe,
  finLe,
  quotite,
  libelle,
})

describe('la somme des quotités d’un agent', () => {
  it.each<[string, PartDeTemps[]]>([
    ['une seule à 100 %', [part('2025-09-01', '2026-08-31', 100)]],
    ['deux moitiés ensemble', [part('2025-09-01', '2026-08-31', 50), part('2025-09-01', '2026-08-31', 50)]],
    ['trois tiers arrondis', [33.3333, 33.3333, 33.3334].map((quotite) => part('2025-09-01', '2026-08-31', quotite))],
    ['deux postes qui se suivent', [part('2025-09-01', '2025-12-31', 80), part('2026-01-01', '2026-08-31', 80)]],
    ['dix fois 10 %', Array.from({ length: 10 }, () => part('2025-09-01', '2026-08-31', 10))],
    ['rien', []],
  ])('admet %s', (_cas, parts) => {
    expect(controlerQuotites(parts)).toEqual([])
  })

  it('signale la seule période où elle dépasse, avec ses termes', () => {
    const constats = controlerQuotites([
      part('2025-09-01', '2026-08-31', 80, 'Coordonnatrice MLDS'),
      part('2026-01-01', '2026-03-31', 40, 'Formatrice MLDS'),
    ])
    expect(constats).toHaveLength(1)
    expect(constats[0]).toMatchObject({ regle: 'agent.quotites', gravite: 'alerte', champ: 'quotite' })
    expect(lisible(constats[0]?.message)).toBe(
      'Du 01/01/2026 au 31/03/2026, les quotités font 120 % : 80 % (Coordonnatrice MLDS) + 40 % (Formatrice MLDS).',
    )
  })

  it('signale dès le premier dix-millième', () => {
    expect(
      controlerQuotites([part('2025-09-01', '2026-08-31', 100), part('2025-09-01', '2026-08-31', 0.0001)]),
    ).toHaveLength(1)
  })

  it('compte le jour commun à deux postes', () => {
    const parts = [part('2025-09-01', '2025-12-31', 80), part('2025-12-31', '2026-08-31', 80)]
    expect(depassements(parts)).toMatchObject([{ debutLe: '2025-12-31', finLe: '2025-12-31', total: 160 }])
  })

  it('accepte un autre maximum', () => {
    expect(depassements([part('2025-09-01', '2026-08-31', 60)], 50)).toMatchObject([{ total: 60 }])
  })

  it('dit la même chose que le compte jour par jour', () => {
    const depart = '2025-09-01'
    const unePart = fc
      .tuple(fc.nat(30), fc.nat(20), fc.integer({ min: 1, max: 100 }))
      .map(([debut, duree, quotite]) => part(ajouterJours(depart, debut), ajouterJours(depart, debut + duree), quotite))
    fc.assert(
      fc.property(fc.array(unePart, { maxLength: 5 }), (parts) => {
        const trouves = depassements(parts)
        for (let n = 0; n < 55; n++) {
          const jour = ajouterJours(depart, n)
          const total = parts.filter((p) => couvre(p, jour)).reduce((somme, { quotite }) => somme + quotite, 0)
          expect(trouves.filter((periode) => couvre(periode, jour)).map((periode) => periode.total)).toEqual(
            total > 100 ? [total] : [],
          )
        }
      }),
    )
  })
})
