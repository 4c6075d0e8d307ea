import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { formatValeur } from '../format'
import { OnDemand } from '../on-demand'
import { type Fit, fittingChips } from './chips-fit'
import type { CountedChip, DataTableModel } from './table-model'
import classes from './table.module.css'

/** Measures the chips each time that they, or the room, change; all of them are laid out, those that do not fit unseen. */
function useFit<Row>(chips: readonly CountedChip<Row>[]) {
  const line = useRef<HTMLDivElement>(null)
  const [fit, setFit] = useState<Fit>({ count: chips.length, width: undefined })
  const drawn = chips.map(({ titre, count, active }) => `${titre} ${String(count)} ${String(active)}`).join('\n')
  useLayoutEffect(() => {
    const element = line.current
    if (!element) return undefined
    // Called before the first paint, when the layout is done anyway.
    const observer = new ResizeObserver(() => {
      const widths = [...element.querySelectorAll<HTMLElement>('[data-chip]')].map((chip) => chip.offsetWidth)
      setFit(fittingChips(widths, element.clientWidth))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [drawn])
  return [line, fit] as const
}

/** The chips of a list on one line: those that do not fit wait under « Plus ». */
export function FilterChips<Row>({ table: { chips, toggleChip } }: { table: DataTableModel<Row> }) {
  const [line, { count: shown, width }] = useFit(chips)
  if (chips.length === 0) return null
  const others = chips.slice(shown)
  const pressed = others.filter(({ active }) => active).length
  return (
    <div ref={line} className={classes.chips}>
      <div className={classes.chipsShown} style={{ width }}>
        {chips.map(({ cle, titre, count, active, tone }, index) => (
          <button
            key={cle}
            type="button"
            className={classes.chip}
            data-chip={index < shown ? 'shown' : 'waiting'}
            aria-pressed={active}
            data-tone={count > 0 ? tone : undefined}
            onClick={() => toggleChip(cle)}
          >
            {titre} <span>{formatValeur('nombre', count)}</span>
          </button>
        ))}
      </div>
      {others.length > 0 && (
        <OnDemand
          popup="menu"
          button={
            <button type="button" className={classes.chip} data-pressed={pressed > 0 || undefined}>
              {pressed > 0 ? `Plus (${String(pressed)})` : 'Plus'} <IconChevronDown size={13} aria-hidden />
            </button>
          }
        >
          {(layer, button) => (
            <Menu {...layer} position="bottom-end" closeOnItemClick={false}>
              <Menu.Target>{button}</Menu.Target>
              <Menu.Dropdown>
                {others.map(({ cle, titre, count, active }) => (
                  <Menu.CheckboxItem key={cle} checked={active} onChange={() => toggleChip(cle)}>
                    {titre} <span className={classes.tickCount}>{formatValeur('nombre', count)}</span>
                  </Menu.CheckboxItem>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </OnDemand>
      )}
    </div>
  )
}
