import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signatureOf } from '../../build/setup/hash.mjs'
import { sqliteDefines } from '../../build/setup/native.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registre-mlds-test-'))
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src', 'a.ts'), 'un')
  writeFileSync(join(folder, 'src', 'b.ts'), 'deux')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const paths = ['src', 'absent.json']

test('la signature des sources ne change pas quand rien ne change', () => {
  expect(signatureOf(folder, paths)).toBe(signatureOf(folder, paths))
})

test.each<[string, () => void]>([
  ['un fichier est modifié', () => writeFileSync(join(folder, 'src', 'a.ts'), 'autre')],
  ['un fichier de même taille est enregistré plus tard', () => utimesSync(join(folder, 'src', 'a.ts'), 1, 1)],
  ['un fichier est ajouté', () => writeFileSync(join(folder, 'src', 'c.ts'), '')],
  ['un fichier est supprimé', () => rmSync(join(folder, 'src', 'b.ts'))],
  ['un fichier absent apparaît', () => writeFileSync(join(folder, 'absent.json'), '{}')],
])('la signature des sources change quand %s', (_, change) => {
  const before = signatureOf(folder, paths)
  change()
  expect(signatureOf(folder, paths)).not.toBe(before)
})

test('les options de SQLite sont lues dans le fichier de better-sqlite3, valeurs comprises', () => {
  const gypi =
    "{\n  'defines': [\n    'HAVE_USLEEP=1',\n    'SQLITE_DEFAULT_CACHE_SIZE=-16000',\n    'SQLITE_SOUNDEX',\n  ],\n}\n"
  expect(sqliteDefines(gypi)).toEqual(['HAVE_USLEEP=1', 'SQLITE_DEFAULT_CACHE_SIZE=-16000', 'SQLITE_SOUNDEX'])
})
