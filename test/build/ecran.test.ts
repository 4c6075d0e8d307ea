import { expect, test } from 'vitest'
import { authorityRecord, hasNoDisplay } from '../../build/launch/display.mjs'

test.each([
  ['rien', {}, 'linux', true],
  ['des variables vides', { DISPLAY: '', WAYLAND_DISPLAY: '' }, 'linux', true],
  ['un écran X', { DISPLAY: ':0' }, 'linux', false],
  ['un écran Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false],
  ['rien, mais sous Windows', {}, 'win32', false],
] as const)('l’absence d’écran se reconnaît avec %s', (_, env, platform, expected) => {
  expect(hasNoDisplay(env, platform)).toBe(expected)
})

test('le laissez-passer de l’écran virtuel vaut pour tout numéro et porte le secret', () => {
  const record = authorityRecord(Buffer.from([1, 2, 3]))
  expect(record.toString('latin1')).toBe('\xff\xff\0\0\0\0\0\x12MIT-MAGIC-COOKIE-1\0\x03\x01\x02\x03')
})
