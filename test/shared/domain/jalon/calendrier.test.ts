import { describe, expect, it } from 'vitest'
import {
  decaler,
  momentDe,
  periodeEnMots,
  placerCalendrier,
  reconduireJalons,
} from '../../../../shared/domain/jalon/calendrier'
import { ecrireIcs } from '../../../../shared/domain/jalon/ics'
import type { Jalon, JalonLivre } from '../../../../shared/domain/jalon/jalon'

const jalon = (faits: Partial<Jalon> = {}): Jalon => ({
  id: 'j1',
  anneeId: '2026-2027',
  libelle: 'Bilan d’activité',
  debutLe: '2027-06-01',
  finLe: '2027-06-30',
  preavisJours: 30,
  qui: 'Coordonnateur académique',
  ecran: 'bilan',
  etat: 'aFaire',
  observations: '',
  ...faits,
})
const livre = (faits: Partial<JalonLivre>): JalonLivre => ({
  libelle: 'Jalon',
  debut: { mois: 9 },
  fin: { mois: 9 },
  preavisJours: 0,
  qui: '',
  ecran: 'aucun',
  ...faits,
})
const placer = (faits: Partial<JalonLivre>, aujourdhui = '2026-09-01') =>
  placerCalendrier([livre(faits)], { anneeId: '2026-2027', aujourdhui, newId: () => 'x' })[0]

describe('le calendrier livré, placé dans une année', () => {
  it.each([
    ['un mois seul', { debut: { mois: 9 }, fin: { mois: 9 } }, '2026-09-01', '2026-09-30'],
    ['un mois de la seconde année civile', { debut: { mois: 2 }, fin: { mois: 2 } }, '2027-02-01', '2027-02-28'],
    ['un jour', { debut: { mois: 12, jour: 10 }, fin: { mois: 12, jour: 10 } }, '2026-12-10', '2026-12-10'],
    ['août finit l’année', { debut: { mois: 8 }, fin: { mois: 8 } }, '2027-08-01', '2027-08-31'],
    [
      'un jour que le mois n’a pas',
      { debut: { mois: 2, jour: 31 }, fin: { mois: 2, jour: 31 } },
      '2027-02-28',
      '2027-02-28',
    ],
  ])('%s', (_cas, faits, debutLe, finLe) => {
    expect(placer(faits)).toMatchObject({ debutLe, finLe, etat: 'aFaire' })
  })

  it('ne met pas en retard ce qui était passé quand il a été placé', () => {
    expect(placer({}, '2027-03-01')?.etat).toBe('sansObjet')
  })
})

describe('reconduire un calendrier', () => {
  it.each([
    ['un mois entier, même bissextile', { debutLe: '2027-02-01', finLe: '2027-02-28' }, '2028-02-01', '2028-02-29'],
    ['un jour', { debutLe: '2026-12-10', finLe: '2026-12-10' }, '2027-12-10', '2027-12-10'],
    ['le 29 février', { debutLe: '2028-02-29', finLe: '2028-02-29' }, '2029-02-28', '2029-02-28'],
  ])('%s', (_cas, jours, debutLe, finLe) => {
    expect(decaler(jours, 12)).toEqual({ debutLe, finLe })
  })

  it('remet tout à faire dans l’année visée', () => {
    const [suivant] = reconduireJalons([jalon({ etat: 'fait' })], { anneeId: '2027-2028', newId: () => 'j2' })
    expect(suivant).toMatchObject({
      id: 'j2',
      anneeId: '2027-2028',
      etat: 'aFaire',
      debutLe: '2028-06-01',
      finLe: '2028-06-30',
    })
  })
})

describe('où en est un jalon', () => {
  it.each([
    ['2027-05-01', 'aVenir'],
    ['2027-05-02', 'aPreparer'],
    ['2027-06-01', 'enCours'],
    ['2027-06-30', 'enCours'],
    ['2027-07-01', 'retard'],
  ])('au %s : %s', (aujourdhui, moment) => {
    expect(momentDe(jalon(), aujourdhui)).toBe(moment)
  })

  it('fait ou sans objet, il n’est jamais en retard', () => {
    expect(momentDe(jalon({ etat: 'fait' }), '2028-01-01')).toBe('fait')
    expect(momentDe(jalon({ etat: 'sansObjet' }), '2028-01-01')).toBe('sansObjet')
  })
})

describe('sa période en mots', () => {
  it.each([
    ['2027-06-01', '2027-06-30', 'juin'],
    ['2026-10-01', '2026-12-31', 'd’octobre à décembre'],
    ['2026-12-10', '2026-12-10', '10 décembre'],
    ['2026-09-01', '2026-09-15', 'du 1er au 15 septembre'],
    ['2026-09-02', '2026-12-31', 'du 2 septembre au 31 décembre'],
  ])('%s – %s : %s', (debutLe, finLe, mots) => {
    expect(periodeEnMots({ debutLe, finLe })).toBe(mots)
  })
})

describe('le fichier iCalendar', () => {
  const ics = ecrireIcs(
    [
      jalon({ libelle: 'Bilan : collecte, consolidation ; relecture', observations: 'deux\nlignes' }),
      jalon({ id: 'j2', libelle: 'É'.repeat(60), preavisJours: 0 }),
      jalon({ id: 'j3', etat: 'sansObjet' }),
    ],
    { nom: 'Calendrier MLDS', instant: '2026-11-25T10:00:00.000Z' },
  )

  it('compte des jours entiers, dont la fin est le lendemain du dernier', () => {
    expect(ics).toContain('DTSTART;VALUE=DATE:20270601\r\nDTEND;VALUE=DATE:20270701')
  })

  it('protège les virgules, les points-virgules et les retours', () => {
    expect(ics).toContain('SUMMARY:Bilan : collecte\\, consolidation \\; relecture')
    expect(ics).toContain('\\ndeux\\nlignes')
  })

  it('plie les lignes à 75 octets au plus, sans couper un caractère', () => {
    const lignes = ics.split('\r\n')
    expect(lignes.filter((ligne) => Buffer.byteLength(ligne) > 75)).toEqual([])
    expect(ics.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'É'.repeat(60)}\r\n`)
  })

  it('laisse ce qui est sans objet', () => {
    expect(ics.match(/BEGIN:VEVENT/gu)).toHaveLength(2)
  })

  it('sonne au début de la préparation', () => {
    expect(ics.match(/TRIGGER:-P30D/gu)).toHaveLength(1)
  })
})
