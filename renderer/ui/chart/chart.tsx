import { Button, useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import type { RefObject } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import type { initChart } from './engine'
import type { ChartColors, ChartData } from './chart-option'
import { chartOption } from './chart-option'
import classes from './chart.module.css'
import { ChartTable } from './chart-table'

interface ChartProps extends ChartData {
  height?: number
  /** A figure is a door: category and series clicked. */
  onSelect?: (choice: { categorie: string; serie: string | undefined }) => void
}

function readColors(): ChartColors {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    palette: [1, 2, 3, 4, 5, 6].map((n) => token(`--chart-${n}`)),
    ink: token('--ink'),
    soft: token('--soft'),
    line: token('--line'),
    surface: token('--surface'),
  }
}

type Instance = ReturnType<typeof initChart>

/** The drawing inside `frame`: made when the engine is there, as wide as its frame, thrown away with it. */
function useInstance(frame: RefObject<HTMLElement | null>): Instance | null {
  const [instance, setInstance] = useState<Instance | null>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let made: Instance | undefined
    let gone = false
    void import('./engine').then((engine) => {
      if (gone) return
      made = engine.initChart(element)
      setInstance(made)
    })
    const resized = new ResizeObserver(() => made?.resize())
    resized.observe(element)
    return () => {
      gone = true
      resized.disconnect()
      made?.dispose()
      setInstance(null)
    }
  }, [frame])
  return instance
}

/** A chart and, under it, its figures as a table: the same data, for those who do not see the drawing. */
export function Chart({ height = 260, onSelect, ...data }: ChartProps) {
  const { title, type, categories, series, format } = data
  const frame = useRef<HTMLDivElement>(null)
  const instance = useInstance(frame)
  const [tableShown, setTableShown] = useState(false)
  const scheme = useComputedColorScheme('light')
  const still = useReducedMotion()
  const tableId = useId()

  useEffect(() => {
    const option = chartOption({ title, type, categories, series, format }, readColors())
    instance?.setOption({ ...option, animation: !still }, { notMerge: true })
  }, [instance, scheme, still, title, type, categories, series, format])
  useEffect(() => {
    if (!instance || !onSelect) return
    const select = (event: { name: string; seriesName?: string }): void =>
      onSelect({ categorie: event.name, serie: event.seriesName })
    instance.on('click', select)
    return () => {
      if (!instance.isDisposed()) instance.off('click', select)
    }
  }, [instance, onSelect])

  return (
    <figure className={classes.figure} aria-label={title}>
      <div
        ref={frame}
        className={classes.drawing}
        style={{ height }}
        role="img"
        aria-label={`${title} (chiffres dans le tableau)`}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={tableShown}
        aria-controls={tableId}
        onClick={() => setTableShown(!tableShown)}
      >
        {tableShown ? 'Masquer les chiffres' : 'Voir les chiffres'}
      </Button>
      <div id={tableId} hidden={!tableShown} className={classes.table}>
        <ChartTable {...data} />
      </div>
    </figure>
  )
}
