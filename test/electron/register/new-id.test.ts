import { validate, version } from 'uuid'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../electron/register/new-id'

describe('identifiants', () => {
  it('sont des UUID de version 7, datés de maintenant', () => {
    const avant = Date.now()
    const id = newId()
    expect(validate(id)).toBe(true)
    expect(version(id)).toBe(7)
    const ms = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    expect(ms).toBeGreaterThanOrEqual(avant)
    expect(ms).toBeLessThan(avant + 1000)
  })

  it('se suivent dans l’ordre où ils sont donnés, sans jamais se répéter', () => {
    const ids = Array.from({ length: 20_000 }, newId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(ids.toSorted())
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  })

  it('ne se devinent pas : leurs 62 derniers bits sont tirés au hasard', () => {
    const fins = new Set(Array.from({ length: 5000 }, () => newId().slice(19)))
    expect(fins.size).toBe(5000)
  })
})
