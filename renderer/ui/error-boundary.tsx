import type { ReactNode } from 'react'
import { Component } from 'react'
import { EmptyState } from './empty-state'

/** A screen that fails does not take the window with it: the navigation stays, and says where to go. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert">
        <EmptyState title="Cet écran n’a pas pu être affiché">
          Ce qui était enregistré est conservé. Choisissez un autre écran, ou fermez puis rouvrez l’application.
        </EmptyState>
      </div>
    )
  }
}
