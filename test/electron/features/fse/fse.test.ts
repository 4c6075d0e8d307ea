import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { supprimerAgent } from '../../../../shared/domain/agent/agent.contract'
import { creerDemonstration } from '../../../../shared/domain/demonstration/demonstration.contract'
import {
  ajouterLigneFse,
  appliquerForfait,
  creerOperation,
  definirAnnexe,
  lireOperation,
  listerOperations,
  modifierLigneFse,
  modifierLignesFse,
  modifierOperation,
  supprimerLigneFse,
  supprimerOperation,
} from '../../../../shared/domain/fse/fse.contract'
import { listerJournal } from '../../../../shared/domain/journal/journal.contract'
import { insertAgent } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

describe('les opérations FSE', () => {
  let r: TestRegistre
  let operationId: string
  beforeEach(async () => {
    r = await testRegistre()
    const faits = {
      numero: '202403127',
      intitule: 'Persévérance',
      debutLe: '2025-01-01',
      finLe: '2026-12-31',
      taux: 60,
      regimeCouts: 'R40' as const,
    }
    operationId = (await r.call(creerOperation, faits)).id
  })
  afterEach(() => {
    r.close()
  })

  it('tient la liste des agents de l’annexe financière, garde ceux qui restent, et part avec un agent supprimé', async () => {
    const [caradec, legoff] = [await insertAgent(r), await insertAgent(r, { nom: 'Le Goff' })]
    const annexe = async () => (await r.call(lireOperation, { id: operationId })).annexe
    await r.call(definirAnnexe, { operationId, agentIds: [caradec.id] })
    const ligne = r.sqlite.prepare('SELECT id FROM operationFseAgent').pluck()
    const premiere = ligne.get()
    await r.call(definirAnnexe, { operationId, agentIds: [legoff.id, caradec.id, legoff.id] })
    expect(new Set(await annexe())).toEqual(new Set([caradec.id, legoff.id]))
    expect(ligne.all()).toContain(premiere)
    await expect(r.call(definirAnnexe, { operationId, agentIds: ['absent'] })).rejects.toMatchObject({
      code: 'notFound',
    })
    await r.call(supprimerAgent, { id: caradec.id })
    expect(await annexe()).toEqual([legoff.id])
    await r.call(definirAnnexe, { operationId, agentIds: [] })
    expect(await annexe()).toEqual([])
  })

  const ajouter = async (poste: 'D1' | 'D2' | 'F1' | 'F2', libelle: string, prevuCents: number) => {
    const { id } = await r.call(ajouterLigneFse, { operationId, ligne: { poste, libelle } })
    await r.call(modifierLigneFse, { id, champs: { prevuCents } })
    return id
  }

  it('calcule le plan de l’exemple 1 de fse.md § 3.5 (régime 40 %, taux 60 %)', async () => {
    await ajouter('D1', 'Coordonnateur 1', 3492862)
    await ajouter('D1', 'Coordonnateur 2', 5198640)
    await ajouter('D1', 'CPE référent', 1735036)
    await r.call(appliquerForfait, { operationId })
    await ajouter('F1', 'FSE+', 8758291)
    await ajouter('F2', 'État titre 2', 5838862)
    const { prevu, lignes } = await r.call(lireOperation, { id: operationId })
    expect(prevu.plan.totalCents).toBe(14597153)
    expect(prevu.fseAuTauxCents).toBe(8758291)
    expect(prevu.ecartCents).toBe(0)
    expect(prevu.constats).toEqual([])
    expect(lignes.find(({ poste }) => poste === 'D7')).toMatchObject({
      prevuCents: 4170615,
      sens: 'depense',
      justificatif: 'sansObjet',
    })
  })

  it('signale une dépense que le régime n’admet pas et un plan sans ressources', async () => {
    await ajouter('D1', 'Coordonnateur', 100000)
    await ajouter('D2', 'Fournitures', 5000)
    const { prevu } = await r.call(lireOperation, { id: operationId })
    expect(prevu.constats.map(({ regle }) => regle)).toEqual(['P04', 'P07', 'P09'])
    expect(prevu.plan.totalCents).toBe(100000)
  })

  it('montre partout le coût réalisé saisi, et signale un forfait réalisé qui n’est pas celui du régime', async () => {
    const d1 = await ajouter('D1', 'Coordonnateur', 100000)
    await r.call(appliquerForfait, { operationId })
    const { lignes } = await r.call(lireOperation, { id: operationId })
    const d7 = lignes.find(({ poste }) => poste === 'D7')?.id ?? ''
    await r.call(modifierLigneFse, { id: d1, champs: { realiseCents: 50000 } })
    await r.call(modifierLigneFse, { id: d7, champs: { realiseCents: 19000 } })
    const lue = await r.call(lireOperation, { id: operationId })
    expect(lue.realise.plan.totalCents).toBe(69000)
    expect(lue.realise.constats.map(({ regle }) => regle)).toContain('P09')
    await r.call(appliquerForfait, { operationId })
    const { realise } = await r.call(lireOperation, { id: operationId })
    expect(realise.plan.totalCents).toBe(70000)
    expect(realise.constats.map(({ regle }) => regle)).not.toContain('P09')
  })

  it('applique le forfait une seule fois, sur la ligne déjà là', async () => {
    await ajouter('D1', 'Coordonnateur', 100000)
    await r.call(appliquerForfait, { operationId })
    await r.call(appliquerForfait, { operationId })
    const { lignes } = await r.call(lireOperation, { id: operationId })
    expect(lignes.filter(({ poste }) => poste === 'D7').map(({ prevuCents }) => prevuCents)).toEqual([40000])
  })

  it('refuse un forfait là où le régime n’en a pas', async () => {
    await r.call(modifierOperation, { id: operationId, champs: { regimeCouts: 'REEL' } })
    await expect(r.call(appliquerForfait, { operationId })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it.each([
    [
      'un numéro déjà pris',
      { numero: '202403127', debutLe: '2025-01-01', finLe: '2025-12-31' },
      'conflict',
      'déjà ce numéro',
    ],
    [
      'une fin avant le début',
      { numero: '2', debutLe: '2026-01-01', finLe: '2025-12-31' },
      'invalid',
      'précède son début',
    ],
    [
      'un jour qui n’existe pas',
      { numero: '3', debutLe: '2026-02-31', finLe: '2026-12-31' },
      'invalid',
      'n’existe pas dans le calendrier',
    ],
  ])('refuse %s', async (_cas, dates, code, message) => {
    const saisie = { ...dates, intitule: 'Autre', taux: 60, regimeCouts: 'R40' as const }
    await expect(r.call(creerOperation, saisie)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    })
  })

  it('change plusieurs lignes en une étape, ou aucune', async () => {
    const ids = [await ajouter('D1', 'Coordonnateur 1', 1000), await ajouter('D1', 'Coordonnateur 2', 2000)]
    const etapes = async () => (await r.call(listerJournal, {})).etapes.length
    const prevus = async () =>
      (await r.call(lireOperation, { id: operationId })).lignes.map(({ prevuCents }) => prevuCents)
    const avant = await etapes()
    await r.call(modifierLignesFse, { lignes: ids.map((id) => ({ id, champs: { prevuCents: 4200 } })) })
    expect([await prevus(), await etapes()]).toEqual([[4200, 4200], avant + 1])
    const [premiere = ''] = ids
    const partie = [premiere, 'partie'].map((id) => ({ id, champs: { prevuCents: 1 } }))
    await expect(r.call(modifierLignesFse, { lignes: partie })).rejects.toMatchObject({ code: 'notFound' })
    expect(await prevus()).toEqual([4200, 4200])
  })

  it('change de côté la ligne dont le poste change', async () => {
    const id = await ajouter('D1', 'À reclasser', 1000)
    expect(await r.call(modifierLigneFse, { id, champs: { poste: 'F3' } })).toMatchObject({
      sens: 'ressource',
      poste: 'F3',
    })
    await r.call(supprimerLigneFse, { id })
    expect((await r.call(lireOperation, { id: operationId })).lignes).toEqual([])
  })

  it('refuse de supprimer une opération dont le plan a des lignes : elle se clôt', async () => {
    await ajouter('D1', 'Coordonnateur', 1000)
    await expect(r.call(supprimerOperation, { id: operationId })).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('Passez-la à l’état « abandonnée » pour la clore') as string,
    })
  })

  it('supprime une opération que rien ne cite', async () => {
    await r.call(supprimerOperation, { id: operationId })
    expect(await r.call(listerOperations, {})).toEqual([])
  })

  it('refuse de supprimer une opération que des lettres citent, et la résume', async () => {
    await r.call(creerDemonstration, { jeton: r.grant(join(r.dossier, 'demo.mlds')) })
    const [operation] = await r.call(listerOperations, {})
    expect(operation).toMatchObject({ nombreLettres: 6, nombreConstats: 0 })
    expect(operation?.depensesPrevuesCents).toBe(operation?.ressourcesPrevuesCents)
    await expect(r.call(supprimerOperation, { id: operation?.id ?? '' })).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('6 lettres de mission') as string,
    })
  })
})
