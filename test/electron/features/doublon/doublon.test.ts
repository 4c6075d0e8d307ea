import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { supprimerAgent } from '../../../../shared/domain/agent/agent.contract'
import {
  comparerDoublons,
  ecarterDoublon,
  fusionnerDoublons,
  listerDoublons,
} from '../../../../shared/domain/doublon/doublon.contract'
import { lireEtablissement } from '../../../../shared/domain/etablissement/etablissement.contract'
import { annulerEtape, listerJournal } from '../../../../shared/domain/journal/journal.contract'
import { creerLettre } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import {
  creerProchaineAction,
  lireProchainesActions,
} from '../../../../shared/domain/prochaine-action/prochaine-action.contract'
import { insertAffectation, insertAgent } from '../../../helpers/agent'
import { insertEtablissement } from '../../../helpers/etablissement'
import { lisible } from '../../../helpers/lisible'
import { insertMembre, insertReseau } from '../../../helpers/reseau'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

const anneeId = '2026-2027'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

/** Every row of the register, the journal left out: what an undo must give back. */
function contenu(): unknown {
  const tables = r.sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('etape', 'changement', 'fichePistee', 'teteDuJournal')",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [table, r.sqlite.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all()]),
  )
}

const deuxCaradec = async () =>
  [
    await insertAgent(r, { courriel: '' }),
    await insertAgent(r, { nom: 'CARADEC', prenom: 'Ines', courriel: 'ines.caradec@ac-rennes.fr' }),
  ] as const

describe('les doublons possibles', () => {
  it('se trouvent parmi les agents et les établissements, et se mettent de côté pour toujours', async () => {
    const [a, b] = await deuxCaradec()
    await insertEtablissement(r, { nom: 'Collège Double' })
    await insertEtablissement(r, { nom: 'COLLEGE DOUBLE' })
    const paires = await r.call(listerDoublons, {})
    expect(paires.map(({ sujet, raison }) => [sujet, raison])).toEqual([
      ['agent', 'memeNom'],
      ['etablissement', 'memeNomMemeCommune'],
    ])
    await r.call(ecarterDoublon, { sujet: 'agent', ids: [b.id, a.id] })
    expect((await r.call(listerDoublons, {})).map(({ sujet }) => sujet)).toEqual(['etablissement'])
  })
})

describe('fusionner deux agents', () => {
  it('garde un champ de l’une, l’autre de l’autre, et déplace tout ce qui la désignait, en une étape annulable', async () => {
    const [a, b] = await deuxCaradec()
    const service = await insertAffectation(r, b.id)
    await r.call(creerLettre, { affectationId: service.id })
    await r.call(creerProchaineAction, { sujet: 'agent', sujetId: b.id, quoi: 'Appeler' })
    const paire = { sujet: 'agent', gardeId: a.id, retireId: b.id } as const
    const comparaison = await r.call(comparerDoublons, paire)
    expect(
      comparaison.champs.filter(({ differe }) => differe).map(({ champ, aReprendre }) => [champ, aReprendre]),
    ).toEqual([
      ['nom', false],
      ['prenom', false],
      ['courriel', true],
    ])
    expect(comparaison.liens).toEqual(
      expect.arrayContaining(['1 affectation', '1 lettre de mission', '1 prochaine action']),
    )
    const avant = contenu()
    await r.call(fusionnerDoublons, { ...paire, reprendre: ['courriel'] })
    const garde = await r.db.selectFrom('agent').selectAll().executeTakeFirstOrThrow()
    expect(garde).toMatchObject({ id: a.id, prenom: 'Inès', courriel: 'ines.caradec@ac-rennes.fr' })
    expect(r.sqlite.prepare('SELECT agentId FROM lettreDeMission').pluck().all()).toEqual([a.id])
    expect((await r.call(lireProchainesActions, { sujet: 'agent', sujetId: a.id })).enCours).toHaveLength(1)
    const [etape] = (await r.call(listerJournal, {})).etapes
    expect(lisible(etape?.phrase ?? '')).toBe('Fusion de deux fiches : CARADEC Inès, qui reprend CARADEC Ines')
    await r.call(annulerEtape, {})
    expect(contenu()).toEqual(avant)
  })

  it('recalcule la recherche quand le nom est repris de l’autre fiche', async () => {
    const a = await insertAgent(r, { nom: 'Caradeck', prenom: 'I.' })
    const b = await insertAgent(r)
    await r.call(fusionnerDoublons, { sujet: 'agent', gardeId: a.id, retireId: b.id, reprendre: ['nom', 'prenom'] })
    expect((await r.db.selectFrom('agent').selectAll().executeTakeFirstOrThrow()).cleRecherche).toBe('ines caradec')
  })

  it('refuse deux lettres actives de la même année, en le disant avant', async () => {
    const [a, b] = await deuxCaradec()
    for (const { id } of [a, b]) {
      await r.call(creerLettre, { affectationId: (await insertAffectation(r, id)).id })
    }
    const paire = { sujet: 'agent', gardeId: a.id, retireId: b.id } as const
    const { constats } = await r.call(comparerDoublons, paire)
    expect(constats.map(({ gravite }) => gravite)).toEqual(['bloquant', 'alerte'])
    const avant = contenu()
    await expect(r.call(fusionnerDoublons, paire)).rejects.toMatchObject({ code: 'forbidden' })
    expect(contenu()).toEqual(avant)
  })

  it('refuse une fiche partie, la même fiche, un champ inconnu', async () => {
    const [a, b] = await deuxCaradec()
    const paire = { sujet: 'agent', gardeId: a.id, retireId: b.id } as const
    await expect(r.call(fusionnerDoublons, { ...paire, retireId: a.id })).rejects.toMatchObject({ code: 'invalid' })
    await expect(r.call(fusionnerDoublons, { ...paire, reprendre: ['cleTri'] })).rejects.toMatchObject({
      code: 'invalid',
    })
    await r.call(supprimerAgent, { id: b.id })
    await expect(r.call(fusionnerDoublons, paire)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('fusionner deux établissements', () => {
  it('fond leurs appartenances, garde l’UAI choisi, passe les réseaux, les résidences et les lettres', async () => {
    const [a, b] = [
      await insertEtablissement(r, { nom: 'Collège Double' }),
      await insertEtablissement(r, { nom: 'Collège Double' }),
    ]
    const reseau = await insertReseau(r, { teteId: b.id })
    await insertMembre(r, { reseauId: reseau.id, etablissementId: a.id, debutLe: '2024-09-01', finLe: '2025-08-31' })
    await insertMembre(r, { reseauId: reseau.id, etablissementId: b.id, debutLe: '2025-01-01' })
    const agent = await insertAgent(r)
    await insertAffectation(r, agent.id, { residenceId: b.id })
    const avant = contenu()
    await r.call(fusionnerDoublons, { sujet: 'etablissement', gardeId: a.id, retireId: b.id, reprendre: ['uai'] })
    const fiche = await r.call(lireEtablissement, { id: a.id, anneeId })
    expect(fiche.etablissement.uai).toBe(b.uai)
    expect(fiche.residents).toHaveLength(1)
    expect(r.sqlite.prepare('SELECT debutLe, finLe FROM reseauMembre').all()).toEqual([
      { debutLe: '2024-09-01', finLe: null },
    ])
    expect(r.sqlite.prepare('SELECT teteId FROM reseau').pluck().get()).toBe(a.id)
    await r.call(annulerEtape, {})
    expect(contenu()).toEqual(avant)
  })
})
