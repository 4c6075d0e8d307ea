import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import { useAide } from './aide/etat'
import { HoteDesCommandes } from './commandes/hote'
import { annotations } from './glossaire/annoter'
import { startingAddress } from './home'
import { useAuJour } from './ipc/au-jour'
import { AnnulationProvider } from './journal/annulation'
import { BandeDuPasse } from './journal/bande-du-passe'
import { useMemoireDeLaFenetre } from './memoire-fenetre'
import { HistoriqueDesCellules } from './journal/historique-cellule'
import { Depot } from './depot'
import { findScreen, screens } from './routes'
import { useSession } from './session'
import { AnnotationProvider } from './ui/annotated'
import { giveFocusBackToBusyButtons } from './ui/busy-focus'
import { EmptyState, Loading } from './ui/empty-state'
import { ErrorBoundary } from './ui/error-boundary'
import { Frame } from './ui/frame/frame'
import { focusPageTitle } from './ui/page-title'
import { addressChanged } from './ui/table/left-row'
import { ReadOnly } from './ui/read-only'
import { navigate, parseHash, useHash } from './ui/router'
import { Topbar } from './topbar'
import { useVisiteEnCours } from './visite/etat'
import { InvitationALaVisite } from './visite/invitation'

const VoletAide = lazy(() => import('./aide/volet'))
const Visite = lazy(() => import('./visite/visite'))

/** The window: frame, navigation, and the screen of the current address. */
export function App() {
  const { registre, ready } = useSession()
  const hash = useHash()
  const aide = useAide()
  const visite = useVisiteEnCours()
  const { pathname, query } = useMemo(() => parseHash(hash), [hash])
  const shown = findScreen(pathname)
  const entries = registre ? screens.filter((screen) => screen.nav !== undefined) : []
  const allowed = shown !== undefined && (registre !== null || shown.screen.withoutRegistre === true)
  useMemoireDeLaFenetre()
  useHome(ready, registre !== null, shown !== undefined, hash)
  useTitleFocus(pathname)
  useEffect(giveFocusBackToBusyButtons, [])

  const jour = useAuJour()

  return (
    <AnnulationProvider>
      <Frame
        header={<Topbar />}
        band={registre && jour !== undefined ? <BandeDuPasse jour={jour} /> : undefined}
        entries={entries}
        pathname={pathname}
        navFoot={<InvitationALaVisite />}
        aside={
          aide && (
            <Suspense fallback={<div />}>
              <VoletAide montree={aide} ecran={shown?.screen.route.path ?? ''} />
            </Suspense>
          )
        }
      >
        <Depot />
        {!ready ? (
          <div style={{ padding: 20 }}>
            <Loading />
          </div>
        ) : allowed ? (
          <ErrorBoundary key={pathname}>
            <ReadOnly value={jour !== undefined}>
              <div className="screen" data-read-only={jour !== undefined || undefined}>
                <HistoriqueDesCellules>
                  <AnnotationProvider value={annotations}>
                    <Suspense fallback={<Loading />}>{shown.screen.render({ params: shown.params, query })}</Suspense>
                  </AnnotationProvider>
                </HistoriqueDesCellules>
              </div>
            </ReadOnly>
          </ErrorBoundary>
        ) : (
          <EmptyState title="Cet écran n’existe pas">Choisissez un écran dans la navigation.</EmptyState>
        )}
        <HoteDesCommandes />
        {visite && (
          <Suspense fallback={null}>
            <Visite />
          </Suspense>
        )}
      </Frame>
    </AnnulationProvider>
  )
}

function useHome(ready: boolean, opened: boolean, known: boolean, hash: string): void {
  useEffect(() => {
    // Another address is already on its way.
    if (!ready || window.location.hash !== hash) return
    const address = startingAddress(opened, parseHash(hash).pathname, known)
    if (address !== undefined) navigate(address, { replace: true })
  }, [ready, opened, known, hash])
}

/** A new address is a new page: its title receives the focus, as it would in a browser. */
function useTitleFocus(pathname: string): void {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return undefined
    }
    addressChanged()
    // In the frame that shows it: asked at once, the focus would have the page laid out before its rows are there.
    const frame = requestAnimationFrame(focusPageTitle)
    return () => cancelAnimationFrame(frame)
  }, [pathname])
}
