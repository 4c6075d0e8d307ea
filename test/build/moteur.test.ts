import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { integrityOf } from '../../build/setup/hash.mjs'
import { assertIntegrity } from '../../build/setup/runtime-npm.mjs'
import { firstFound, runtimeFinders } from '../../build/setup/runtime.mjs'
import { SetupError } from '../../build/setup/say.mjs'

describe('la recherche d’Electron', () => {
  test('prend le premier dossier trouvé et n’interroge pas les suivants', async () => {
    const asked: string[] = []
    const finder = (name: string, folder?: string) => () => {
      asked.push(name)
      return folder
    }
    const found = await firstFound([finder('imposé'), finder('officiel', '/dist'), finder('npm', '/cache')])
    expect({ found, asked }).toEqual({ found: '/dist', asked: ['imposé', 'officiel'] })
  })

  test('suit l’ordre : dossier imposé, ce qui est déjà là, téléchargement officiel, registre npm', () => {
    expect(Object.keys(runtimeFinders)).toEqual([
      'override',
      'officialOnDisk',
      'npmRuntimeOnDisk',
      'officialDownload',
      'npmRuntimeDownload',
    ])
  })

  test('refuse un dossier imposé où Electron ne se trouve pas', async () => {
    const before = process.env.ELECTRON_OVERRIDE_DIST_PATH
    process.env.ELECTRON_OVERRIDE_DIST_PATH = join(tmpdir(), 'aucun-electron-ici')
    try {
      await expect(async () => runtimeFinders.override()).rejects.toThrow(SetupError)
    } finally {
      if (before === undefined) delete process.env.ELECTRON_OVERRIDE_DIST_PATH
      else process.env.ELECTRON_OVERRIDE_DIST_PATH = before
    }
  })
})

describe('un fichier téléchargé', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'registre-mlds-test-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  test('est accepté quand son empreinte est celle du code', async () => {
    const file = join(folder, 'electron.tgz')
    writeFileSync(file, 'contenu attendu')
    await expect(assertIntegrity(file, await integrityOf(file))).resolves.toBeUndefined()
  })

  test('est refusé dès qu’un octet diffère', async () => {
    const file = join(folder, 'electron.tgz')
    writeFileSync(file, 'contenu attendu')
    const expected = await integrityOf(file)
    writeFileSync(file, 'contenu attendv')
    await expect(assertIntegrity(file, expected)).rejects.toThrow('il n’a pas été utilisé')
  })
})
