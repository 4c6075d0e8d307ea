import { describe, expect, test } from 'vitest'
import type { SaveState } from '../../renderer/ui/form/form-model'
import { createWriteQueue } from '../../renderer/ui/form/write-queue'

interface Fiche extends Record<string, unknown> {
  nom: string
  quotite: number
  reseaux: string[]
}

const fiche: Fiche = { nom: 'ALBERT', quotite: 100, reseaux: ['rennes'] }

/** A form whose register answers when told to. */
function form(answer: (patch: Partial<Fiche>) => Promise<unknown> = () => Promise.resolve()) {
  const typed: Fiche = { ...fiche }
  const sent: Partial<Fiche>[] = []
  const states: SaveState['kind'][] = []
  const queue = createWriteQueue<Fiche>({
    initial: fiche,
    read: () => ({ ...typed }),
    save: (patch) => {
      sent.push(patch)
      return answer(patch)
    },
    onState: ({ kind }) => states.push(kind),
    onRefusal: () => 'Refusé.',
  })
  return { typed, sent, states, queue }
}

describe('L’enregistrement des champs quittés', () => {
  test('n’écrit que les champs qui ont changé', async () => {
    const { typed, sent, states, queue } = form()
    await queue.write(['nom'])
    expect(sent).toEqual([])
    typed.quotite = 80
    await queue.write(['nom', 'quotite'])
    expect(sent).toEqual([{ quotite: 80 }])
    expect(states).toEqual(['saving', 'saved'])
    await queue.write(['quotite'])
    expect(sent).toHaveLength(1)
  })

  test('écrit l’un après l’autre deux champs quittés coup sur coup', async () => {
    let finish = (): void => undefined
    const { typed, sent, queue } = form(() => new Promise<void>((resolve) => (finish = resolve)))
    typed.nom = 'ALBERTI'
    const done = queue.write(['nom'])
    typed.quotite = 80
    void queue.write(['quotite'])
    expect(sent).toEqual([{ nom: 'ALBERTI' }])
    finish()
    await Promise.resolve().then(() => undefined)
    await expect.poll(() => sent).toEqual([{ nom: 'ALBERTI' }, { quotite: 80 }])
    finish()
    await done
    expect(queue.unsaved()).toEqual([])
  })

  test('garde à écrire ce qui a été refusé', async () => {
    const { typed, states, queue } = form(() => Promise.reject(new Error('refus')))
    typed.nom = ''
    await queue.write(['nom'])
    expect(states).toEqual(['saving', 'failed'])
    expect(queue.unsaved()).toEqual(['nom'])
  })

  test('ne remplace pas sous les doigts ce qui est en train d’être tapé', () => {
    const { typed, queue } = form()
    typed.nom = 'ALB'
    expect(queue.follow({ nom: 'ALBERT-DURAND', quotite: 50, reseaux: ['rennes'] })).toEqual(['quotite'])
  })

  test('compare le contenu des listes, et non leur identité', async () => {
    const { typed, sent, queue } = form()
    typed.reseaux = ['rennes']
    await queue.write(['reseaux'])
    expect(sent).toEqual([])
  })
})
