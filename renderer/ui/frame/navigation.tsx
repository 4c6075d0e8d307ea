import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatValeur } from '../format'
import { hint } from '../hint'
import type { NavEntry, Screen } from '../router'
import classes from './frame.module.css'
import { basculerNavigation, refermerNavigation } from './navigation-repliee'

interface NavigationProps {
  entries: readonly Screen[]
  pathname: string
  folded: boolean
  foot?: ReactNode
}

const firstSegment = (pathname: string): string => pathname.split('/')[1] ?? ''

/** The screens, with their counts at right; folded, their icons. */
export function Navigation({ entries, pathname, folded, foot }: NavigationProps) {
  const current = firstSegment(pathname)
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav
      className={classes.nav}
      aria-label="Écrans"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) refermerNavigation()
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') refermerNavigation()
      }}
    >
      <ul className={classes.list}>
        {entries.map(({ route, title, nav }) => (
          <li key={route.path}>
            {nav && (
              <Entry
                nav={nav}
                title={title}
                href={route.href({})}
                current={firstSegment(route.path) === current}
                folded={folded}
              />
            )}
          </li>
        ))}
      </ul>
      {foot}
      <button type="button" className={classes.fold} onClick={basculerNavigation} aria-expanded={!folded}>
        <Fold size={17} stroke={1.6} aria-hidden />
        <span className={classes.label}>{folded ? 'Déplier la navigation' : 'Replier'}</span>
      </button>
    </nav>
  )
}

interface EntryProps {
  nav: NavEntry
  title: string
  href: string
  current: boolean
  folded: boolean
}

const noCount = (): undefined => undefined

function Entry({ nav, title, href, current, folded }: EntryProps) {
  const { icon: Icon, label = title, useCount = noCount } = nav
  const count = useCount()
  return (
    <a
      className={classes.entry}
      href={href}
      aria-current={current ? 'page' : undefined}
      {...hint(folded ? label : undefined, 'right')}
    >
      <Icon size={17} stroke={1.6} aria-hidden />
      <span className={classes.label}>{label}</span>
      {count !== undefined && <span className={classes.count}>{formatValeur('nombre', count)}</span>}
    </a>
  )
}
