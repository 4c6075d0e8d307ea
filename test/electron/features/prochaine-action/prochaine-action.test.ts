import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { supprimerAgent } from '../../../../shared/domain/agent/agent.contract'
import {
  creerProchaineAction,
  lireProchainesActions,
  listerProchainesActions,
  marquerProchaineAction,
  modifierProchaineAction,
  supprimerProchaineAction,
} from '../../../../shared/domain/prochaine-action/prochaine-action.contract'
import { annulerEtape, historiqueFiche, listerJournal } from '../../../../shared/domain/journal/journal.contract'
import { insertAgent } from '../../../helpers/agent'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

async function agentAvecAction(quoi = 'Relancer le chef d’établissement', pourLe: string | null = '2026-11-20') {
  const agent = await insertAgent(r)
  const action = await r.call(creerProchaineAction, {
    sujet: 'agent',
    sujetId: agent.id,
    quoi,
    qui: 'S. Martin',
    pourLe,
  })
  return { agent, action }
}

describe('la prochaine action d’une fiche', () => {
  it('s’écrit, se relit, la plus proche d’abord, sans date à la fin', async () => {
    const { agent } = await agentAvecAction()
    const sujet = { sujet: 'agent', sujetId: agent.id } as const
    await r.call(creerProchaineAction, { ...sujet, quoi: 'Sans date' })
    await r.call(creerProchaineAction, { ...sujet, quoi: 'Avant', pourLe: '2026-11-01' })
    const { enCours } = await r.call(lireProchainesActions, sujet)
    expect(enCours.map(({ quoi }) => quoi)).toEqual(['Avant', 'Relancer le chef d’établissement', 'Sans date'])
    expect(await r.call(listerProchainesActions, { sujet: 'agent' })).toEqual(enCours)
    expect(await r.call(listerProchainesActions, { sujet: 'reseau' })).toEqual([])
  })

  it('faite, elle reste dans l’historique de la fiche, et se rouvre', async () => {
    const { agent, action } = await agentAvecAction()
    await r.call(marquerProchaineAction, { id: action.id, faite: true })
    const lu = await r.call(lireProchainesActions, { sujet: 'agent', sujetId: agent.id })
    expect([lu.enCours.length, lu.faites[0]?.faiteAt]).toEqual([0, '2026-11-22T10:00:00.000Z'])
    await r.call(marquerProchaineAction, { id: action.id, faite: false })
    expect((await r.call(lireProchainesActions, { sujet: 'agent', sujetId: agent.id })).enCours).toHaveLength(1)
  })

  it('refuse une fiche qui n’existe pas et une action sans objet', async () => {
    await expect(
      r.call(creerProchaineAction, { sujet: 'reseau', sujetId: 'absent', quoi: 'Rien' }),
    ).rejects.toMatchObject({ code: 'notFound' })
    const agent = await insertAgent(r)
    await expect(r.call(creerProchaineAction, { sujet: 'agent', sujetId: agent.id, quoi: '  ' })).rejects.toMatchObject(
      { code: 'invalid' },
    )
  })

  it('ne s’écrase pas en silence', async () => {
    const { action } = await agentAvecAction()
    await r.call(modifierProchaineAction, { id: action.id, champs: { qui: 'Une autre' } })
    await expect(
      r.call(modifierProchaineAction, { id: action.id, champs: { qui: 'La mienne' }, attendu: { qui: 'S. Martin' } }),
    ).rejects.toMatchObject({ code: 'conflict', fields: { qui: expect.stringContaining('entre-temps') } })
  })

  it('part avec sa fiche, et revient avec elle quand on annule', async () => {
    const { agent } = await agentAvecAction()
    await r.call(supprimerAgent, { id: agent.id })
    expect(await r.call(listerProchainesActions, { sujet: 'agent' })).toEqual([])
    await r.call(annulerEtape, {})
    expect(await r.call(listerProchainesActions, { sujet: 'agent' })).toHaveLength(1)
  })

  it('paraît dans l’historique de sa fiche, effacée comprise, et non dans celui d’une autre', async () => {
    const { agent, action } = await agentAvecAction()
    const autre = await insertAgent(r, { nom: 'Le Goff' })
    await r.call(modifierProchaineAction, { id: action.id, champs: { qui: 'Une autre' } })
    await r.call(supprimerProchaineAction, { id: action.id })
    const versions = await r.call(historiqueFiche, { table: 'agent', id: agent.id })
    expect(versions.filter(({ principale }) => !principale).map(({ genre }) => genre)).toEqual([
      'suppression',
      'modification',
      'creation',
    ])
    const ailleurs = await r.call(historiqueFiche, { table: 'agent', id: autre.id })
    expect(ailleurs.every(({ principale }) => principale)).toBe(true)
  })

  it('s’efface, et le journal la nomme avec sa fiche', async () => {
    const { action } = await agentAvecAction()
    await r.call(supprimerProchaineAction, { id: action.id })
    const { etapes } = await r.call(listerJournal, {})
    expect(etapes.slice(0, 2).map(({ phrase }) => phrase)).toEqual([
      'Suppression de la prochaine action Relancer le chef d’établissement (CARADEC Inès)',
      'Création de la prochaine action Relancer le chef d’établissement (CARADEC Inès)',
    ])
  })
})
