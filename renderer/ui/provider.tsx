import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './fonts.css'
import './tokens.css'
import './base.css'
import './controls.css'
import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialogs } from './dialog'
import { readStyleNonce } from './nonce'
import { cssVariablesResolver, theme } from './theme'

const nonce = readStyleNonce()

/** The theme is the window's, which tells it to the page (`prefers-color-scheme`): one setting, kept in one place. */
const followsWindow: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

/** Everything a component of the kit expects around it: theme, confirmations. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={followsWindow}
      getStyleNonce={() => nonce}
    >
      {children}
      <Dialogs />
    </MantineProvider>
  )
}
