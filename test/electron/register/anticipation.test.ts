import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Anticipation } from '../../../electron/register/anticipation'
import { listerAgents } from '../../../shared/domain/agent/agent.contract'
import { etatRegistre } from '../../../shared/domain/registre/registre.contract'
import { testRegistre, type TestRegistre } from '../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const agents = { anneeId: '2026-2027', sansAffectation: false }

/** A start that asks for its state and its first list, then ends. */
function demarrer(): Anticipation {
  const anticipation = new Anticipation(r.context, r.dossier)
  anticipation.prepare()
  return anticipation
}
async function premierDemarrage(): Promise<void> {
  const premier = demarrer()
  expect(await premier.take(etatRegistre.name, {})).toBeUndefined()
  expect(await premier.take(listerAgents.name, agents)).toBeUndefined()
  premier.end()
}

test('répond d’avance à ce que le démarrage précédent a demandé, une fois chacun', async () => {
  await premierDemarrage()
  const second = demarrer()
  expect(await second.take(listerAgents.name, agents)).toEqual({ ok: true, value: await r.call(listerAgents, agents) })
  expect(await second.take(etatRegistre.name, {})).toMatchObject({ ok: true, value: { ouvert: { nom: 'essai' } } })
  expect(await second.take(etatRegistre.name, {})).toBeUndefined()
  expect(await second.take(listerAgents.name, { ...agents, anneeId: '2025-2026' })).toBeUndefined()
})

test('oublie ce qui était prêt une fois le démarrage fini', async () => {
  await premierDemarrage()
  const second = demarrer()
  second.end()
  expect(await second.take(listerAgents.name, agents)).toBeUndefined()
})

test('ne prépare rien quand le fichier du démarrage précédent manque ou n’est pas le sien', async () => {
  const note = join(r.dossier, 'dernier-demarrage.json')
  expect(existsSync(note)).toBe(false)
  expect(await demarrer().take(etatRegistre.name, {})).toBeUndefined()
  for (const contenu of ['', '{"a":1}', JSON.stringify([{ name: 'registre.fermer', input: {} }])]) {
    writeFileSync(note, contenu)
    const anticipation = demarrer()
    expect(await anticipation.take(listerAgents.name, agents)).toBeUndefined()
    expect(r.context.session.registre).not.toBeNull()
  }
})
