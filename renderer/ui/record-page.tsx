import { Tabs } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { Annotated } from './annotated'
import { PageTitle } from './page-title'
import classes from './page.module.css'
import { parseHash, useHash } from './router'
import { useShownKeys } from './shown'

export interface RecordTab {
  key: string
  label: string
  count?: number
  content: ReactNode
}

interface RecordPageProps {
  title: string
  subtitle?: ReactNode
  /** Where one comes from: its list. */
  back?: { href: string; label: string }
  /** `SaveStatus`, usually. */
  status?: ReactNode
  actions?: ReactNode
  /** `Fact` elements: what is asked first about the record. */
  summary?: ReactNode
  /** What comes next on it: seen whatever the tab. */
  followUp?: ReactNode
  tabs?: readonly RecordTab[]
  /** Instead of tabs. */
  children?: ReactNode
}

/** The page of one record: where it comes from, its name, its facts, its tabs. */
export function RecordPage(props: RecordPageProps) {
  const { title, subtitle, back, status, actions, summary, followUp, tabs, children } = props
  return (
    <div className={classes.page}>
      <header data-key="fiche">
        {back && (
          <a className={classes.back} href={back.href}>
            <IconChevronLeft size={14} aria-hidden /> {back.label}
          </a>
        )}
        <div className={classes.head}>
          <div className={classes.names}>
            <PageTitle>{title}</PageTitle>
            {subtitle !== undefined && (
              <p className={classes.state}>
                <Annotated>{subtitle}</Annotated>
              </p>
            )}
          </div>
          {status}
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </div>
        <div className={classes.known}>
          {summary !== undefined && <dl className={classes.facts}>{summary}</dl>}
          {followUp}
        </div>
      </header>
      {tabs ? (
        <RecordTabs tabs={tabs} />
      ) : (
        <div className={`${classes.body} ${classes.scroll}`} data-page-scroll="fiche">
          {children}
        </div>
      )}
    </div>
  )
}

/** The open tab: the first one, or the one that the address asks for (`?onglet=lettres`). */
export function useAskedTab(first: string | undefined, known: readonly string[]) {
  const asked = parseHash(useHash()).query['onglet']
  const [active, setActive] = useState<string | null>(
    asked !== undefined && known.includes(asked) ? asked : (first ?? null),
  )
  const isKnown = asked !== undefined && known.includes(asked)
  useEffect(() => {
    if (isKnown) setActive(asked)
  }, [asked, isKnown])
  // Asked again of a page that is already there: an undo shows what it changed, whatever tab was opened since.
  const shown = useShownKeys()
  useEffect(() => {
    if (isKnown && shown.length > 0) setActive(asked)
  }, [asked, isKnown, shown])
  return [active, setActive] as const
}

function RecordTabs({ tabs }: { tabs: readonly RecordTab[] }) {
  const keys = tabs.map(({ key }) => key)
  const [active, setActive] = useAskedTab(keys[0], keys)
  return (
    <Tabs value={active} onChange={setActive} className={classes.body ?? ''}>
      <Tabs.List>
        {tabs.map(({ key, label, count }) => (
          <Tabs.Tab key={key} value={key}>
            {label}
            {count !== undefined && <TabCount>{count}</TabCount>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ key, content }) => (
        <Tabs.Panel
          key={key}
          value={key}
          className={`${classes.body} ${classes.scroll}`}
          data-page-scroll={`onglet ${key}`}
        >
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

/** How many there are behind a tab. */
export const TabCount = ({ children }: { children: number }) => <span className={classes.count}>{children}</span>

/** One fact of the summary: a label and its value; `field`, the field that it shows, marked when an undo changed it. */
export function Fact({ label, field, children }: { label: string; field?: string; children: ReactNode }) {
  return (
    <div className={classes.fact} data-field={field}>
      <dt>
        <Annotated>{label}</Annotated>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
