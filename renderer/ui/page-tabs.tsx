import classes from './page-tabs.module.css'

export interface PageTab {
  href: string
  label: string
  /** The screen shown. */
  current: boolean
}

/** Links between the screens about one thing, as tabs: each has its own address. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map(({ href, label: text, current }) => (
        <a key={href} href={href} className={classes.tab} aria-current={current ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  )
}
