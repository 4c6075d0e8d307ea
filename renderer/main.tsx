import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { home } from './home'
import { connect } from './ipc/call'
import { anticiper, lireDepart, noterDeparts } from './ipc/depart'
import { createQueryClient } from './ipc/query-client'
import { preloadScreen } from './routes'
import { SessionProvider, sessionOuverte } from './session'
import { configureValidation } from './ui/form/messages'
import { UiProvider } from './ui/provider'
import { navigate } from './ui/router'

// The register is asked first, so that the window is drawn once: on its screen and with its answers.
connect()
const queryClient = createQueryClient()
const depart = lireDepart()
// A reload keeps its address; a start comes back to the screen that was shown last.
const adresse = window.location.hash || depart?.adresse || home()
const answers = anticiper(queryClient, depart, adresse)
configureValidation()
// Closing the window leaves the field being typed in: it is written like any other.
window.addEventListener('beforeunload', () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
})
// Not awaited here: the screens' files import from this one, and would wait for its end.
void Promise.all([answers, preloadScreen(adresse)]).then(show)

function show(): void {
  if (sessionOuverte(queryClient)) navigate(adresse, { replace: true })
  noterDeparts(queryClient)
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <UiProvider>
          <SessionProvider>
            <App />
          </SessionProvider>
        </UiProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
