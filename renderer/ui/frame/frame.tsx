import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { Screen } from '../router'
import classes from './frame.module.css'
import { HintHost } from '../hint'
import { Notices } from '../notice'
import { Navigation } from './navigation'
import { refermerNavigation, useNavigation } from './navigation-repliee'

interface FrameProps {
  header: ReactNode
  /** Said over every screen: what is shown is not the present. */
  band?: ReactNode
  /** Screens of the navigation, in order; none: no navigation. */
  entries: readonly Screen[]
  pathname: string
  /** Under the list of screens. */
  navFoot?: ReactNode
  /** At the right of the content, beside it: the help. */
  aside?: ReactNode
  children: ReactNode
}

/** Header, navigation that folds to icons, content. */
export function Frame({ header, band, entries, pathname, navFoot, aside, children }: FrameProps) {
  const navigation = useNavigation()
  useEffect(refermerNavigation, [pathname])
  const skip = (): void => document.getElementById('contenu')?.focus()
  return (
    <div
      className={classes.frame}
      data-folded={navigation !== 'ouverte' || undefined}
      data-over={navigation === 'pardessus' || undefined}
      data-bare={entries.length === 0 || undefined}
      data-aside={aside ? true : undefined}
    >
      <button type="button" className={classes.skip} onClick={skip}>
        Aller au contenu
      </button>
      <header className={classes.header}>{header}</header>
      {band !== undefined && <div className={classes.band}>{band}</div>}
      {entries.length > 0 && (
        <Navigation entries={entries} pathname={pathname} folded={navigation === 'repliee'} foot={navFoot} />
      )}
      <main id="contenu" tabIndex={-1} className={classes.content}>
        {children}
        {/* Lists that open over the page stay inside the content, for those who read by landmarks. */}
        <div id="calques" />
      </main>
      {aside}
      <Notices />
      <HintHost />
    </div>
  )
}
