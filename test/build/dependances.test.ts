import { describe, expect, test } from 'vitest'
import { sameTree } from '../../build/setup/dependencies.mjs'

const zod = { version: '4.6.7', integrity: 'sha512-a' }
const windowsOnly = { version: '1.0.0', integrity: 'sha512-b', optional: true }
const lock = { packages: { '': { version: '0.1.0' }, 'node_modules/zod': zod, 'node_modules/win32': windowsOnly } }

describe('les dépendances sont réinstallées seulement si elles diffèrent du fichier de verrouillage', () => {
  test.each([
    ['tout est là', { 'node_modules/zod': zod, 'node_modules/win32': windowsOnly }, true],
    ['un paquet facultatif manque', { 'node_modules/zod': zod }, true],
    ['un paquet manque', { 'node_modules/win32': windowsOnly }, false],
    ['une version est autre', { 'node_modules/zod': { ...zod, version: '4.6.6' } }, false],
    ['un contenu est autre', { 'node_modules/zod': { ...zod, integrity: 'sha512-z' } }, false],
    ['un paquet est de trop', { 'node_modules/zod': zod, 'node_modules/left': zod }, false],
  ])('%s', (_, packages, expected) => {
    expect(sameTree(lock, { packages })).toBe(expected)
  })
})
