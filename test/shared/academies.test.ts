import { describe, expect, it } from 'vitest'
import {
  academieDeCode,
  academieDuDepartement,
  academies,
  afficheDepartement,
  codeAcademie,
  codeDepartement3,
  departementDeCommune,
} from '../../shared/academies'
import {
  departementDeNom,
  departementDit,
  departements,
  libelleDepartement,
  nomDepartement,
} from '../../shared/departements'
import { insecable } from '../../shared/typographie'

describe('les académies', () => {
  it.each([
    ['14', 'Rennes', '35'],
    ['9', 'Lille', '62'],
    ['09', 'Lille', '59'],
    ['27', 'Corse', '2A'],
    ['28', 'La Réunion', '974'],
    ['70', 'Normandie', '76'],
  ])('le code %s est celui de %s, où se trouve le département %s', (code, nom, departement) => {
    expect(academieDeCode(code)?.nom).toBe(nom)
    expect(academieDuDepartement(departement)).toBe(codeAcademie(code))
  })

  it('acceptent un code que la liste nationale ne connaît pas', () => {
    expect(academieDeCode('99')).toBeUndefined()
    expect(codeAcademie(' 99 ')).toBe('99')
  })

  it('se partagent chaque département du pays, une seule fois', () => {
    const rattaches = Object.values(academies).flatMap((academie) => academie.departements)
    expect([...rattaches].sort()).toEqual(Object.keys(departements).sort())
  })

  it('se disent avec leur article ou leur élision', () => {
    expect(academies['02']?.complement).toBe('d’Aix-Marseille')
    for (const { complement, nom } of Object.values(academies))
      expect(complement).toMatch(new RegExp(`^(de |d’)${nom}$`))
  })
})

describe('les départements', () => {
  it.each([
    ['35', '035', '35', 'Ille-et-Vilaine'],
    ['035', '035', '35', 'Ille-et-Vilaine'],
    ['1', '001', '01', 'Ain'],
    ['2a', '02A', '2A', 'Corse-du-Sud'],
    ['02B', '02B', '2B', 'Haute-Corse'],
    ['974', '974', '974', 'La Réunion'],
  ])('« %s » est stocké %s et affiché %s', (brut, stocke, affiche, nom) => {
    expect(codeDepartement3(brut)).toBe(stocke)
    expect(afficheDepartement(brut)).toBe(affiche)
    expect(nomDepartement(brut)).toBe(nom)
    expect(libelleDepartement(brut)).toBe(`${affiche} – ${nom}`)
  })

  it('inconnus gardent leur code', () => {
    expect(nomDepartement('099')).toBe('99')
    expect(libelleDepartement('099')).toBe('99')
    expect(departementDit('099')).toBe(`département${insecable}99`)
    expect(departementDit('035')).toBe('Ille-et-Vilaine')
  })

  it.each([
    ['35238', '035'],
    ['1004', '001'],
    ['2A004', '02A'],
    ['97411', '974'],
    ['98818', '988'],
  ])('la commune %s est dans le %s', (commune, departement) => {
    expect(departementDeCommune(commune)).toBe(departement)
  })

  it.each([
    ['ILLE ET VILAINE', '035'],
    ["Côtes d'Armor", '022'],
    ['la réunion', '974'],
    ['Bretagne', undefined],
  ])('se reconnaissent à leur nom « %s »', (nom, departement) => {
    expect(departementDeNom(nom)).toBe(departement)
  })
})
