import type { QueryClient } from '@tanstack/react-query'
import { queryOf, type Demande } from './demande'

/** What a screen asked of the register when it was last shown. */
interface Depart {
  adresse: string
  demandes: Demande[]
}

const storageKey = 'registre.departs'
const keptDeparts = 8
/** A screen is noted once it has been still for this long. */
const settledMs = 400
/** Beyond, a frame without its list is better than nothing. */
const patienceMs = 800

function readDeparts(): Depart[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]') as Depart[]
  } catch {
    return []
  }
}

/**
 * Asks in one go what the screen of `adresse` was made of when it was last shown, so that the first render finds its
 * answers instead of asking three times in a row. Resolves when they are there, or after a while. What may come later
 * is asked next, and not waited for.
 */
export async function anticiper(queryClient: QueryClient, adresse: string): Promise<void> {
  const demandes = readDeparts().find((depart) => depart.adresse === adresse)?.demandes ?? []
  const ask = (later: boolean): Promise<unknown> =>
    Promise.all(
      demandes
        .filter((demande) => demande.later === later)
        .map((demande) => queryClient.query(queryOf(demande)).catch(() => undefined)),
    )
  const answers = ask(false)
  void answers.then(() => ask(true))
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, patienceMs))])
}

/** Notes what each screen is made of, once it is still. */
export function noterDeparts(queryClient: QueryClient): void {
  let timer: ReturnType<typeof setTimeout>
  queryClient.getQueryCache().subscribe(({ type }) => {
    if (type !== 'observerAdded' && type !== 'observerRemoved') return
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (queryClient.isFetching() === 0) noter(queryClient, window.location.hash)
    }, settledMs)
  })
}

function noter(queryClient: QueryClient, adresse: string): void {
  const demandes = queryClient
    .getQueryCache()
    .findAll({ type: 'active', predicate: ({ state }) => state.status === 'success' })
    .flatMap(({ meta }) => (meta?.['demande'] ? [meta['demande'] as Demande] : []))
  const autres = readDeparts().filter((depart) => depart.adresse !== adresse)
  localStorage.setItem(storageKey, JSON.stringify([{ adresse, demandes }, ...autres].slice(0, keptDeparts)))
}
