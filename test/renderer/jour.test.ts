import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { aujourdhui, onNewDay } from '../../renderer/today'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 28, 23, 58) })
})
afterEach(() => {
  vi.useRealTimers()
})

it('prévient une fois que minuit est passé, et chaque jour suivant', () => {
  const jours: string[] = []
  const stop = onNewDay(() => jours.push(aujourdhui()))
  vi.advanceTimersByTime(60_000)
  expect(jours).toEqual([])
  vi.advanceTimersByTime(3_600_000)
  expect(jours).toEqual(['2026-11-29'])
  vi.advanceTimersByTime(86_400_000)
  expect(jours).toEqual(['2026-11-29', '2026-11-30'])
  stop()
  vi.advanceTimersByTime(86_400_000)
  expect(jours).toHaveLength(2)
})

it('prévient au réveil d’un ordinateur qui a dormi plusieurs jours', () => {
  const listener = vi.fn()
  const stop = onNewDay(listener)
  vi.setSystemTime(new Date(2026, 11, 2, 8, 0))
  vi.advanceTimersByTime(60_000)
  expect(listener).toHaveBeenCalledOnce()
  stop()
})
