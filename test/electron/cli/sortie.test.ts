import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Terminal } from '../../../electron/cli/command'
import { grantSortie } from '../../../electron/cli/sortie'

const dossier = mkdtempSync(join(tmpdir(), 'sortie-'))
beforeAll(() => {
  writeFileSync(join(dossier, 'là.csv'), 'gardé')
  mkdirSync(join(dossier, 'dossier.csv'))
})
afterAll(() => rmSync(dossier, { recursive: true }))

const terminal = {
  absolute: (chemin: string) => join(dossier, chemin),
  grant: (chemin: string) => Promise.resolve(`jeton de ${chemin}`),
} as unknown as Terminal

it.each([
  ['neuf.csv', false, 'jeton de neuf.csv'],
  ['là.csv', true, 'jeton de là.csv'],
  ['là.csv', false, /^« là\.csv » existe déjà dans .*Rien n’a été écrit : ajoutez --remplacer/],
  ['dossier.csv', true, /^« dossier\.csv » est un dossier\. Rien n’a été écrit/],
  ['rien/neuf.csv', true, /^« neuf\.csv » n’a pas été enregistré : le dossier « .*rien » n’existe pas\.$/],
  ['là.csv/neuf.csv', true, /^« neuf\.csv » n’a pas été enregistré : « .*là\.csv » n’est pas un dossier\.$/],
  ['là.xlsx', true, '« là.xlsx » : un nom qui finit par .csv est attendu ici.'],
])('écrire « %s » (remplacer : %s)', async (chemin, remplacer, attendu) => {
  const dit = await grantSortie(terminal, { remplacer }, { chemin, extension: '.csv' }).catch((erreur: unknown) =>
    erreur instanceof Error ? erreur.message : '',
  )
  if (typeof attendu === 'string') expect(dit).toBe(attendu)
  else expect(dit).toMatch(attendu)
})
