import { CloseButton } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import { Annotated } from './annotated'
import classes from './page.module.css'
import { PageTitle } from './page-title'

interface PageProps {
  title: string
  /** One line that says the state in words. */
  state?: ReactNode
  /** Screens about the same thing: `PageTabs`. */
  tabs?: ReactNode
  /** Right of the title, exactly one of them primary. */
  actions?: ReactNode
  /** The bar above the content: `TableFilters`, chips. */
  filters?: ReactNode
  /** Scrolls as a whole (settings, long pages); by default its content fills the height and scrolls itself. */
  scroll?: boolean
  /** Which part of the screen is shown, when it has several: each begins at its top. */
  part?: string
  children: ReactNode
}

/** Frame of a screen: title and what can be done, state in words, one bar of filters, then the content. */
export function Page({ title, state, tabs, filters, actions, scroll = false, part, children }: PageProps) {
  return (
    <div className={classes.page}>
      <header>
        <div className={classes.head}>
          <PageTitle>{title}</PageTitle>
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </div>
        {state !== undefined && (
          <p className={classes.state}>
            <Annotated>{state}</Annotated>
          </p>
        )}
      </header>
      {tabs}
      {filters !== undefined && <div className={classes.bar}>{filters}</div>}
      <div
        key={part}
        className={scroll ? `${classes.body} ${classes.scroll}` : classes.body}
        {...(scroll && { tabIndex: 0, 'data-page-scroll': `page ${part ?? ''}`.trim() })}
      >
        {children}
      </div>
    </div>
  )
}

interface SplitPaneProps {
  children: ReactNode
  /** The right pane, or null when nothing is shown: the list stays where it is. */
  detail: ReactNode
  /** 320 to 400 px. */
  width?: number
}

/** A list and, at its right, what is known of the chosen row. */
export function SplitPane({ children, detail, width = 360 }: SplitPaneProps) {
  return (
    <div className={classes.split} style={{ '--pane-width': `${width}px` } as CSSProperties}>
      <div className={classes.main}>{children}</div>
      {detail}
    </div>
  )
}

interface DetailPaneProps {
  title: string
  subtitle?: ReactNode
  onClose?: () => void
  actions?: ReactNode
  children: ReactNode
}

/** The right pane of a `SplitPane`. */
export function DetailPane({ title, subtitle, onClose, actions, children }: DetailPaneProps) {
  return (
    <aside className={classes.pane} aria-label={title}>
      <div className={classes.paneHead}>
        <div className={classes.titles}>
          <h2 className={classes.paneTitle}>{title}</h2>
          {subtitle !== undefined && <p className={classes.paneSubtitle}>{subtitle}</p>}
        </div>
        {onClose && <CloseButton aria-label="Fermer le volet" onClick={onClose} />}
      </div>
      <div className={classes.paneBody} tabIndex={0} role="group" aria-label={`Détail : ${title}`}>
        {children}
      </div>
      {actions !== undefined && <div className={classes.paneActions}>{actions}</div>}
    </aside>
  )
}
