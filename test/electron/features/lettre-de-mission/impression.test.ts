import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Shell } from '../../../../electron/register/shell'
import { AppError } from '../../../../shared/app-error'
import { pagesByPart } from '../../../../electron/documents/pdf-pages'
import { imprimerLettres } from '../../../../shared/domain/envoi/envoi.contract'
import { insertLettre } from '../../../helpers/lettre-registre'
import { refusDe } from '../../../helpers/registre-fichier'
import { testContext, testRegistre, type TestRegistre } from '../../../helpers/registre'

const fixture = (nom: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../fixtures/imprimes/${nom}`, import.meta.url))))
const annee = { anneeId: '2026-2027' }
let imprimer: Shell['print']
let feuilles: string[]
let r: TestRegistre

beforeEach(async () => {
  feuilles = []
  imprimer = ({ html }) => {
    feuilles.push(html)
    return Promise.resolve(true)
  }
  const { shell } = testContext('')
  r = await testRegistre({
    shell: {
      ...shell,
      print: (page) => imprimer(page),
      printToPdf: ({ html }) =>
        Promise.resolve(fixture(html.split('<section>').length > 2 ? 'deux-lettres.pdf' : 'une-lettre.pdf')),
    },
  })
})
afterEach(() => {
  r.close()
})

const inserer = async (nom: string): Promise<string> =>
  (await insertLettre(r, { agent: { nom, prenom: 'Inès' } })).lettre.id
const pieds = (html: string): string[] => [...html.matchAll(/class="page">([^<]+)</gu)].map(([, pied = '']) => pied)

it('ouvre le dialogue d’impression sur les pages du PDF, chacune avec son pied', async () => {
  const ids = [await inserer('Albar')]
  expect(await r.call(imprimerLettres, { ...annee, ids })).toBe(true)
  const [pages = 0] = pagesByPart(fixture('une-lettre.pdf'))
  expect(pages).toBeGreaterThan(1)
  expect(pieds(feuilles[0] ?? '')).toEqual(
    Array.from(
      { length: pages },
      (_, rang) => `ALBAR Inès – lettre de mission 2026-2027 – page ${String(rang + 1)}/${String(pages)}`,
    ),
  )
})

it('imprime plusieurs lettres d’un coup, numérotées lettre par lettre', async () => {
  const ids = [await inserer('Albar'), await inserer('Bœuf')]
  await r.call(imprimerLettres, { ...annee, ids })
  const [premiere = 0, seconde = 0] = pagesByPart(fixture('deux-lettres.pdf'))
  const lus = pieds(feuilles[0] ?? '')
  expect(feuilles).toHaveLength(1)
  expect(lus).toHaveLength(premiere + seconde)
  expect(lus[premiere]).toBe(`BŒUF Inès – lettre de mission 2026-2027 – page 1/${String(seconde)}`)
})

it('dit qu’aucune imprimante n’est là, ou que l’impression a été abandonnée', async () => {
  const ids = [await inserer('Albar')]
  imprimer = () => Promise.resolve(false)
  expect(await r.call(imprimerLettres, { ...annee, ids })).toBe(false)
  const message = 'Aucune imprimante n’est installée sur cet ordinateur.'
  imprimer = () => Promise.reject(new AppError('unavailable', message))
  expect(await refusDe(r.call(imprimerLettres, { ...annee, ids }))).toMatchObject({ code: 'unavailable', message })
})
