import { expect, test } from 'vitest'
import { missingPackages, missingSentence, packagesFor } from '../../build/setup/libraries.mjs'

test('demande chaque paquet absent une seule fois, dans l’ordre', () => {
  const installed = new Set(packagesFor.window.filter((name) => name !== 'libnss3'))
  expect(missingPackages(['window', 'window', 'display'], installed)).toEqual(['libnss3', 'xvfb'])
})

test('reconnaît le nom que Debian 13 donne au même paquet', () => {
  const installed = new Set(packagesFor.window.map((name) => (name.startsWith('lib') ? `${name}t64` : name)))
  expect(missingPackages(['window'], installed)).toEqual([])
})

test('ne demande rien sur un système dont il ne connaît pas les paquets', () => {
  expect(missingPackages(['window', 'tests'], undefined)).toEqual([])
})

test('donne la commande exacte à taper quand il ne peut pas installer lui-même', () => {
  expect(missingSentence(['libnss3', 'xvfb']).split('\n').at(-1)).toBe(
    '  sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 xvfb',
  )
})
