import { afterEach, beforeEach, expect, it } from 'vitest'
import { definirVisas, lireLettre } from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { modifierTerme } from '../../../../shared/domain/vocabulaire/vocabulaire.contract'
import { terme } from '../../../helpers/agent'
import { insertLettre } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { refusDe } from '../../../helpers/registre-fichier'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
beforeEach(async () => {
  r = await testRegistre()
})
afterEach(() => {
  r.close()
})

const constatsDeVisa = async (id: string): Promise<string[]> =>
  (await r.call(lireLettre, { id })).constats
    .filter(({ regle }) => regle === 'lettre.visa')
    .map(({ message }) => lisible(message))

it('signale un texte remplacé sur les lettres qui le citent, et propose le nouveau', async () => {
  const ancien = await terme(r, 'visa', 'FOQUALE_2013')
  const nouveau = await terme(r, 'visa', 'DRF_2017')
  const { lettre } = await insertLettre(r)
  expect(await constatsDeVisa(lettre.id)).toEqual([])
  await r.call(modifierTerme, { id: ancien.id, champs: { finLe: '2026-06-30', remplaceParId: nouveau.id } })
  expect(await constatsDeVisa(lettre.id)).toEqual([
    'Visa « Circulaire FOQUALE » : ce texte n’est plus en vigueur depuis le 01/07/2026 : la circulaire n° 2017-066 du 12 avril 2017 le remplace.',
  ])
  const { visas } = await r.call(lireLettre, { id: lettre.id })
  const cite = visas.find(({ visaId }) => visaId === ancien.id)
  expect([cite?.etat, cite?.remplacant?.id]).toEqual(['remplace', nouveau.id])
  const suite = visas.map(({ visaId }) => ({ visaId: visaId === ancien.id ? nouveau.id : visaId }))
  await r.call(definirVisas, { id: lettre.id, lignes: suite })
  expect(await constatsDeVisa(lettre.id)).toEqual([])
})

it('ne le propose plus dans une lettre nouvelle', async () => {
  const ancien = await terme(r, 'visa', 'MLDS_2016')
  await r.call(modifierTerme, { id: ancien.id, champs: { finLe: '2026-08-31' } })
  const { visas } = await insertLettre(r)
  expect(visas.map(({ code }) => code)).not.toContain('MLDS_2016')
  expect(visas.length).toBeGreaterThan(0)
})

it('refuse un texte qui finit avant de commencer, ou qui se remplace lui-même', async () => {
  const { id } = await terme(r, 'visa', 'MLDS_2016')
  const role = await terme(r, 'role', 'FORM')
  const dates = { debutLe: '2026-09-01', finLe: '2026-01-01' }
  expect(Object.keys((await refusDe(r.call(modifierTerme, { id, champs: dates }))).fields ?? {})).toEqual(['finLe'])
  for (const remplaceParId of [id, role.id]) {
    const refus = await refusDe(r.call(modifierTerme, { id, champs: { remplaceParId } }))
    expect(Object.keys(refus.fields ?? {})).toEqual(['remplaceParId'])
  }
})
