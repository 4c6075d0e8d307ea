import type { QueryClient } from '@tanstack/react-query'
import type { Demande, DepartDeLaPage } from '../../shared/depart'
import { etatRegistre } from '../../shared/domain/registre/registre.contract'
import { say } from './call'
import { queryOf } from './demande'

/** A screen is noted once it has been still for this long. */
const settledMs = 400
/** Beyond, a frame without its list is better than nothing. */
const patienceMs = 800

const sessionSeule: readonly Demande[] = [{ name: etatRegistre.name, input: {}, later: false }]

/** What the main process wrote into the page: the screen shown last, what it asks and, if they still hold, the answers. */
export function lireDepart(): DepartDeLaPage | null {
  return JSON.parse(document.getElementById('depart')?.textContent ?? 'null') as DepartDeLaPage | null
}

/**
 * Has the screen of `adresse` begin with its answers, so that it is drawn once. Those of the last closing are shown at
 * once, and asked again as soon as the register is there; otherwise they are asked in one go and waited for a while.
 * What may come later is asked next, and not waited for.
 */
export async function anticiper(
  queryClient: QueryClient,
  depart: DepartDeLaPage | null,
  adresse: string,
): Promise<void> {
  const known = depart?.adresse === adresse ? depart : null
  if (known?.valeurs) {
    for (const [rang, demande] of known.demandes.entries())
      queryClient.setQueryData(queryOf(demande).queryKey, known.valeurs[rang])
    // Asked again by the screen as it is drawn.
    return queryClient.invalidateQueries({ refetchType: 'none' })
  }
  const demandes = known?.demandes ?? sessionSeule
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

/** Tells what the screen shown is made of once it is still, and at each change of address. */
export function noterDeparts(queryClient: QueryClient): void {
  let timer: ReturnType<typeof setTimeout>
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (queryClient.isFetching() > 0) soon()
      else say({ shown: { adresse: window.location.hash, demandes: demandesMontrees(queryClient) } })
    }, settledMs)
  }
  window.addEventListener('hashchange', soon)
  queryClient.getQueryCache().subscribe(({ type }) => {
    if (type === 'observerAdded' || type === 'observerRemoved') soon()
  })
}

const demandesMontrees = (queryClient: QueryClient): Demande[] =>
  queryClient
    .getQueryCache()
    .findAll({ type: 'active', predicate: ({ state }) => state.status === 'success' })
    .flatMap(({ meta }) => (meta?.['demande'] ? [meta['demande'] as Demande] : []))
