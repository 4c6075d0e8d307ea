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

/** A form followed by a register that another window changes too. */
function shared(answer: (patch: Partial<Fiche>) => Promise<unknown> = () => Promise.resolve()) {
  const typed: Fiche = { ...fiche }
  const expectations: Partial<Fiche>[] = []
  const shown: Partial<Fiche>[] = []
  let conflicts: ReadonlyMap<string, unknown> = new Map()
  const queue = createWriteQueue<Fiche>({
    initial: fiche,
    read: () => ({ ...typed }),
    save: (patch, _all, expected) => {
      expectations.push(expected)
      return answer(patch)
    },
    onState: () => undefined,
    onRefusal: () => 'Refusé.',
    onConflicts: (found) => (conflicts = found),
    onWritten: (written) => shown.push(written),
  })
  return { typed, expectations, shown, queue, conflicts: () => [...conflicts] }
}

describe('Ce qu’une autre fenêtre change pendant la saisie', () => {
  test('dit au registre ce que le champ est censé contenir', async () => {
    const { typed, expectations, queue } = shared()
    typed.quotite = 80
    await queue.write(['quotite'])
    typed.quotite = 60
    await queue.write(['quotite'])
    expect(expectations).toEqual([{ quotite: 100 }, { quotite: 80 }])
  })

  test('met en conflit le champ en cours de saisie, et lui seul', async () => {
    const { typed, expectations, queue, conflicts } = shared()
    typed.nom = 'ALB'
    queue.follow({ nom: 'ALBERT-DURAND', quotite: 50, reseaux: ['rennes'] })
    expect(conflicts()).toEqual([['nom', 'ALBERT-DURAND']])
    expect(queue.unsaved()).toEqual(['quotite'])
    await queue.write(['nom'])
    expect(expectations).toEqual([])
  })

  test('écrit ma saisie quand je la garde, en sachant ce qu’elle remplace', async () => {
    const { typed, expectations, queue, conflicts } = shared()
    typed.nom = 'ALB'
    queue.follow({ ...fiche, nom: 'ALBERT-DURAND' })
    await queue.settle('nom', 'mine')
    expect(conflicts()).toEqual([])
    expect(expectations).toEqual([{ nom: 'ALBERT-DURAND' }])
  })

  test('n’écrit rien quand je prends l’autre valeur', async () => {
    const { typed, expectations, queue } = shared()
    typed.nom = 'ALB'
    queue.follow({ ...fiche, nom: 'ALBERT-DURAND' })
    typed.nom = 'ALBERT-DURAND'
    await queue.settle('nom', 'theirs')
    expect(expectations).toEqual([])
    expect(queue.unsaved()).toEqual([])
  })

  test('ne voit pas de conflit dans sa propre écriture, ni dans une lecture d’avant elle', async () => {
    const { typed, queue, conflicts } = shared()
    typed.nom = 'ALBERTI'
    await queue.write(['nom'])
    expect(queue.follow({ ...fiche })).toEqual([])
    typed.nom = 'ALBERTINI'
    expect(queue.follow({ ...fiche, nom: 'ALBERTI' })).toEqual([])
    expect(conflicts()).toEqual([])
  })

  test('s’efface quand les deux fenêtres ont écrit la même chose', () => {
    const { typed, queue, conflicts } = shared()
    typed.nom = 'ALB'
    queue.follow({ ...fiche, nom: 'ALBERT-DURAND' })
    typed.nom = 'ALBERT'
    queue.follow({ ...fiche, nom: 'ALBERT' })
    expect(conflicts()).toEqual([])
  })

  test('regarde de nouveau ce que le registre contient après un refus', async () => {
    const { typed, queue, conflicts } = shared(() => Promise.reject(new Error('refus')))
    typed.nom = 'ALBERTI'
    await queue.write(['nom'])
    queue.follow({ ...fiche, nom: 'ALBERT-DURAND' })
    expect(conflicts()).toEqual([['nom', 'ALBERT-DURAND']])
  })

  test('montre ce que le registre a écrit à sa façon', async () => {
    const { typed, shown, queue } = shared((patch) => Promise.resolve({ ...fiche, ...patch, nom: 'ALBERTI' }))
    typed.nom = ' ALBERTI '
    await queue.write(['nom'])
    expect(shown).toEqual([{ nom: 'ALBERTI' }])
  })
})
