import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { connect } from './ipc/call'
import { createQueryClient } from './ipc/query-client'
import { SessionProvider } from './session'
import { configureValidation } from './ui/form/messages'
import { UiProvider } from './ui/provider'

configureValidation()
connect()
// Closing the window leaves the field being typed in: it is written like any other.
window.addEventListener('beforeunload', () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <UiProvider>
          <SessionProvider>
            <App />
          </SessionProvider>
        </UiProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
