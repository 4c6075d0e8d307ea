import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  creerJalon,
  exporterCalendrier,
  listerJalons,
  modifierJalon,
  ouvrirCalendrier,
  supprimerJalon,
} from '../../../../shared/domain/jalon/jalon.contract'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2026-2027'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const lister = async (annee = anneeId) => (await r.call(listerJalons, { anneeId: annee })).jalons

describe('le calendrier d’un registre neuf', () => {
  it('commence par celui qui est livré, sans rien mettre en retard', async () => {
    const jalons = await lister()
    expect(jalons.length).toBeGreaterThan(30)
    expect(jalons.filter(({ etat, finLe }) => etat === 'aFaire' && finLe < '2026-11-22')).toEqual([])
    expect(jalons.filter(({ debutLe, finLe }) => debutLe < '2026-09-01' || finLe > '2027-08-31')).toEqual([])
  })

  it('ne commence pas les autres années', async () => {
    expect(await r.call(listerJalons, { anneeId: '2027-2028' })).toMatchObject({ jalons: [], precedents: 39 })
  })
})

describe('ouvrir le calendrier d’une année', () => {
  it('reconduit l’année précédente, avec ce que l’on y a changé', async () => {
    const [premier] = await lister()
    await r.call(modifierJalon, { id: premier?.id ?? '', champs: { libelle: 'Le mien', etat: 'fait' } })
    const { ajoutes } = await r.call(ouvrirCalendrier, { anneeId: '2027-2028', depuis: 'anneePrecedente' })
    const suivants = await lister('2027-2028')
    expect(suivants).toHaveLength(ajoutes)
    expect(suivants.find(({ libelle }) => libelle === 'Le mien')).toMatchObject({ etat: 'aFaire' })
    await expect(r.call(ouvrirCalendrier, { anneeId: '2027-2028', depuis: 'calendrierType' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('repart du calendrier type, ou dit qu’il n’y a rien à reconduire', async () => {
    await expect(r.call(ouvrirCalendrier, { anneeId: '2025-2026', depuis: 'anneePrecedente' })).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await r.call(ouvrirCalendrier, { anneeId: '2027-2028', depuis: 'calendrierType' })).toEqual({ ajoutes: 39 })
    await expect(r.call(ouvrirCalendrier, { anneeId: '2031-2032', depuis: 'calendrierType' })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('un jalon', () => {
  const saisie = {
    anneeId,
    libelle: 'Comité de pilotage',
    debutLe: '2026-12-01',
    finLe: '2026-12-01',
    preavisJours: 7,
    qui: '',
    ecran: 'aucun' as const,
  }

  it('s’ajoute, se reporte, se supprime', async () => {
    const jalon = await r.call(creerJalon, saisie)
    await r.call(modifierJalon, { id: jalon.id, champs: { debutLe: '2026-12-08', finLe: '2026-12-08' } })
    expect((await lister()).find(({ id }) => id === jalon.id)?.finLe).toBe('2026-12-08')
    await r.call(supprimerJalon, { id: jalon.id })
    expect((await lister()).some(({ id }) => id === jalon.id)).toBe(false)
  })

  it('ne finit pas avant de commencer', async () => {
    await expect(r.call(creerJalon, { ...saisie, finLe: '2026-11-30' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { finLe: expect.any(String) },
    })
  })

  it('ne s’écrase pas en silence', async () => {
    const { id } = await r.call(creerJalon, saisie)
    await r.call(modifierJalon, { id, champs: { qui: 'DRAIO' } })
    await expect(r.call(modifierJalon, { id, champs: { qui: 'Moi' }, attendu: { qui: '' } })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

it('le calendrier s’exporte pour un agenda', async () => {
  const chemin = join(r.dossier, 'calendrier.ics')
  const { ecrits } = await r.call(exporterCalendrier, { anneeId, jeton: r.grant(chemin) })
  const texte = readFileSync(chemin, 'utf8')
  expect(texte.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(texte.match(/BEGIN:VEVENT/gu)).toHaveLength(ecrits)
})
