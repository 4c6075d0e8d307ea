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
