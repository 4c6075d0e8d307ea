import { Button, useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
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

/** A chart and, under it, its figures as a table: the same data, for those who do not see the drawing. */
export function Chart({ height = 260, onSelect, ...data }: ChartProps) {
  const { title, type, categories, series, format } = data
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof initChart> | null>(null)
  const [ready, setReady] = useState(false)
  const [tableShown, setTableShown] = useState(false)
  const scheme = useComputedColorScheme('light')
  const still = useReducedMotion()
  const tableId = useId()

  useEffect(() => {
    const element = frame.current
    let gone = false
    if (element) {
      void import('./engine').then((engine) => {
        if (gone) return
        chart.current = engine.initChart(element)
        setReady(true)
      })
    }
    const resized = new ResizeObserver(() => chart.current?.resize())
    if (element) resized.observe(element)
    return () => {
      gone = true
      resized.disconnect()
      chart.current?.dispose()
      chart.current = null
      setReady(false)
    }
  }, [])
  useEffect(() => {
    if (!ready) return
    const option = chartOption({ title, type, categories, series, format }, readColors())
    chart.current?.setOption({ ...option, animation: !still }, { notMerge: true })
  }, [ready, scheme, still, title, type, categories, series, format])
  useEffect(() => {
    if (!ready || !onSelect) return
    const instance = chart.current
    const select = (event: { name: string; seriesName?: string }): void =>
      onSelect({ categorie: event.name, serie: event.seriesName })
    instance?.on('click', select)
    return () => void instance?.off('click', select)
  }, [ready, onSelect])

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
