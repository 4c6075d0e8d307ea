import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../shared/app-error'
import { creerAgent } from '../../../../shared/domain/agent/agent.contract'
import { creerRegistre } from '../../../../shared/domain/registre/registre.contract'
import { callOperation, testContext, testRegistre, type TestRegistre } from '../../../helpers/registre'
import { contenuDe, refusDe } from '../../../helpers/registre-fichier'

const phrase =
  'Le disque est plein : cette modification n’a pas été enregistrée, tout le reste est conservé. Libérez de la place, puis recommencez.'

let demonter: (() => void) | undefined
afterEach(() => {
  demonter?.()
  demonter = undefined
})

/** A real disk of that size, when this machine allows it (root with mount rights). */
function petitDisque(taille: string): string | undefined {
  const disque = mkdtempSync(join(tmpdir(), 'registre-disque-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${taille}`, 'tmpfs', disque]).status !== 0) return undefined
  demonter = () => {
    spawnSync('umount', [disque])
  }
  return disque
}

const montable = ((): boolean => {
  const possible = petitDisque('1m') !== undefined
  demonter?.()
  demonter = undefined
  return possible
})()

/** Creates agents until one is refused: how many were accepted, and the refusal. */
async function remplir(r: TestRegistre): Promise<{ ecrits: number; refus: AppError }> {
  for (let ecrits = 0; ecrits < 10_000; ecrits += 1) {
    try {
      await r.call(creerAgent, { nom: `Nom ${String(ecrits)}`, prenom: 'Inès', observations: 'o'.repeat(5000) })
    } catch (error) {
      if (error instanceof AppError) return { ecrits, refus: error }
      throw error
    }
  }
  throw new Error('the disk never filled up')
}

function verifierIntact(r: TestRegistre, ecrits: number): void {
  expect(r.sqlite.prepare('SELECT count(*) FROM agent').pluck().get()).toBe(ecrits)
  expect(r.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
}

describe('un disque plein', () => {
  it('refuse l’écriture d’une phrase, garde tout ce qui était écrit, et reprend dès qu’il y a de la place', async () => {
    const r = await testRegistre()
    r.sqlite.pragma(`max_page_count = ${String((r.sqlite.pragma('page_count', { simple: true }) as number) + 50)}`)
    const { ecrits, refus } = await remplir(r)
    expect(refus).toMatchObject({ code: 'unavailable', message: phrase })
    expect(ecrits).toBeGreaterThan(10)
    verifierIntact(r, ecrits)
    r.sqlite.pragma('max_page_count = 1000000')
    await r.call(creerAgent, { nom: 'Après', prenom: 'Inès' })
    verifierIntact(r, ecrits + 1)
    r.close()
  })

  it.runIf(montable)('réel de 3 Mo : la même phrase, rien de perdu', async () => {
    const temporaire = process.env['TMPDIR']
    process.env['TMPDIR'] = petitDisque('3m')
    const r = await testRegistre()
    try {
      const { ecrits, refus } = await remplir(r)
      expect(refus).toMatchObject({ code: 'unavailable', message: phrase })
      verifierIntact(r, ecrits)
    } finally {
      r.close()
      if (temporaire === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = temporaire
    }
  })

  it.runIf(montable)('déjà plein : créer un registre est refusé d’une phrase et ne laisse rien', async () => {
    const disque = petitDisque('512k') ?? ''
    writeFileSync(join(disque, 'ballast'), Buffer.alloc(460 * 1024))
    const avant = contenuDe(disque)
    const context = testContext(mkdtempSync(join(tmpdir(), 'registre-application-')))
    const jeton = context.files.grant(join(disque, 'neuf.mlds')).jeton
    const refus = await refusDe(callOperation(context, creerRegistre, { jeton, academieCode: '14' }))
    expect(refus).toMatchObject({ code: 'unavailable', message: expect.stringContaining('disque est plein') })
    expect(contenuDe(disque)).toEqual(avant)
    expect(readdirSync(disque)).toEqual(['ballast'])
  })
})
