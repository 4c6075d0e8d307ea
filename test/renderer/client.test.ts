import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createClient } from '../../renderer/ipc/client'
import type { Message, Progress, Request } from '../../shared/ipc'
import { operation, returns } from '../../shared/ipc'

const lire = operation({
  name: 'essai.lire',
  kind: 'query',
  input: z.object({ id: z.string() }),
  output: returns<string>(),
})
const longue = operation({
  name: 'essai.longue',
  kind: 'command',
  input: z.object({}),
  output: returns<number>(),
  long: true,
})

/** The other end of a real channel, answering as a register would. */
function register(answer: (request: Request, reply: (message: Message) => void) => void) {
  const { port1, port2 } = new MessageChannel()
  const received: Request[] = []
  port2.onmessage = ({ data }: MessageEvent<Request>) => {
    received.push(data)
    answer(data, (message) => port2.postMessage(message))
  }
  const onEvent = vi.fn()
  const client = createClient(port1, onEvent)
  opened.push(() => {
    port1.close()
    port2.close()
  })
  return { client, received, onEvent, say: (message: Message) => port2.postMessage(message) }
}

const opened: (() => void)[] = []
afterEach(() => opened.splice(0).forEach((close) => close()))

describe('Le client du registre', () => {
  test('rend à chaque demande sa réponse, même dans le désordre', async () => {
    const waiting: (() => void)[] = []
    const { client } = register((request, reply) => {
      if (!('name' in request)) return
      waiting.push(() => reply({ id: request.id, ok: true, value: (request.input as { id: string }).id }))
      if (waiting.length === 2) [...waiting].reverse().forEach((send) => send())
    })
    const answers = Promise.all([client.call(lire, { id: 'a' }), client.call(lire, { id: 'b' })])
    expect(await answers).toEqual(['a', 'b'])
  })

  test('écrit la phrase d’un refus avec les espaces insécables de l’écran', async () => {
    const { client } = register(({ id }, reply) => {
      reply({
        id,
        ok: false,
        error: {
          code: 'conflict',
          message: 'Le registre « a » est ouvert : fermez-le ; réessayez.',
          fields: { nom: 'Déjà pris !' },
        },
      })
    })
    await expect(client.call(lire, { id: 'a' })).rejects.toMatchObject({
      message: 'Le registre «\u00A0a\u00A0» est ouvert\u00A0: fermez-le\u00A0; réessayez.',
      fields: { nom: 'Déjà pris\u00A0!' },
    })
  })

  test('lève l’erreur française du registre, avec ses champs', async () => {
    const { client } = register(({ id }, reply) => {
      reply({
        id,
        ok: false,
        error: { code: 'invalid', message: 'Un champ est à corriger.', fields: { nom: 'Obligatoire.' } },
      })
    })
    await expect(client.call(lire, { id: 'a' })).rejects.toMatchObject({
      code: 'invalid',
      message: 'Un champ est à corriger.',
      fields: { nom: 'Obligatoire.' },
    })
  })

  test('transmet l’avancement d’une opération longue', async () => {
    const { client } = register(({ id }, reply) => {
      reply({ id, progress: { fait: 1, total: 2, libelle: 'Première lettre' } })
      reply({ id, ok: true, value: 2 })
    })
    const seen: Progress[] = []
    expect(await client.call(longue, {}, { onProgress: (progress) => seen.push(progress) })).toBe(2)
    expect(seen).toEqual([{ fait: 1, total: 2, libelle: 'Première lettre' }])
  })

  test('une opération longue annulée attend que le registre ait fini de se remettre en ordre', async () => {
    const controller = new AbortController()
    const { client, received } = register((request, reply) => {
      if ('name' in request) controller.abort()
      else
        reply({
          id: request.id,
          ok: false,
          error: { code: 'conflict', message: 'Import annulé : rien n’a été écrit.' },
        })
    })
    await expect(client.call(longue, {}, { signal: controller.signal })).rejects.toThrow('Import annulé')
    expect(received.at(-1)).toEqual({ id: 1, cancel: true })
  })

  test('une lecture abandonnée n’attend pas sa réponse', async () => {
    const controller = new AbortController()
    const { client } = register(() => controller.abort())
    await expect(client.call(lire, { id: 'a' }, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  test('dit à la fenêtre que le registre a changé sans elle', async () => {
    const { onEvent, say } = register(() => undefined)
    say({ event: 'change' })
    await vi.waitFor(() => expect(onEvent).toHaveBeenCalledWith({ event: 'change' }))
  })

  test('fait échouer ce qui attend quand le registre disparaît', async () => {
    const { client } = register(() => undefined)
    const answer = client.call(lire, { id: 'a' })
    client.close()
    await expect(answer).rejects.toMatchObject({ code: 'unavailable' })
  })
})
