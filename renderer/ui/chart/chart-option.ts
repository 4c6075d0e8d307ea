import type { EChartsCoreOption } from 'echarts/core'
import { formatValeur } from '../format'

export type ChartFormat = 'nombre' | 'pourcentage' | 'montant' | 'heures'

export interface ChartSeries {
  nom: string
  valeurs: readonly (number | null)[]
}

/** What is drawn, without a word of how. */
export interface ChartData {
  title: string
  type: 'barres' | 'barresEmpilees' | 'lignes' | 'anneau'
  categories: readonly string[]
  series: readonly ChartSeries[]
  format: ChartFormat
}

/** Colours of the current scheme, read from tokens.css. */
export interface ChartColors {
  palette: readonly string[]
  ink: string
  soft: string
  line: string
  surface: string
}

const seriesOption = ({ type, categories, series }: ChartData, colors: ChartColors): unknown[] => {
  if (type === 'anneau') {
    const values = series[0]?.valeurs ?? []
    return [
      {
        type: 'pie',
        radius: ['52%', '78%'],
        itemStyle: { borderColor: colors.surface, borderWidth: 2 },
        label: { color: colors.ink, fontSize: 12 },
        data: categories.map((name, index) => ({ name, value: values[index] ?? 0 })),
      },
    ]
  }
  return series.map(({ nom, valeurs }) => ({
    name: nom,
    type: type === 'lignes' ? 'line' : 'bar',
    data: [...valeurs],
    ...(type === 'barresEmpilees' && { stack: 'total' }),
    ...(type === 'lignes'
      ? { symbolSize: 7 }
      : { barMaxWidth: 28, itemStyle: { borderColor: colors.surface, borderWidth: 0.5 } }),
  }))
}

/** The ECharts option of a chart: horizontal bars, labels in ink, one palette; text tooltips (the page's policy forbids styled HTML). */
export function chartOption(data: ChartData, colors: ChartColors): EChartsCoreOption {
  const values = (value: unknown): string => (typeof value === 'number' ? formatValeur(data.format, value) : '')
  const text = { color: colors.soft, fontSize: 12 }
  const scale = {
    type: 'value',
    axisLabel: { ...text, formatter: values },
    splitLine: { lineStyle: { color: colors.line } },
  }
  const names = {
    type: 'category',
    data: [...data.categories],
    axisLabel: text,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colors.line } },
  }
  const horizontal = data.type !== 'lignes'
  return {
    color: [...colors.palette],
    textStyle: { fontFamily: "'Inter Variable', system-ui, sans-serif" },
    animationDuration: 250,
    aria: { enabled: true, label: { description: data.title } },
    tooltip: {
      trigger: data.type === 'anneau' ? 'item' : 'axis',
      renderMode: 'richText',
      axisPointer: { type: horizontal ? 'shadow' : 'line' },
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.ink, fontSize: 12 },
      valueFormatter: values,
    },
    legend: { bottom: 0, icon: 'rect', itemWidth: 10, itemHeight: 10, textStyle: { ...text, color: colors.ink } },
    ...(data.type !== 'anneau' && {
      grid: { left: 8, right: 16, top: 8, bottom: 36, outerBoundsMode: 'same' },
      xAxis: horizontal ? scale : names,
      yAxis: horizontal ? { ...names, inverse: true } : scale,
    }),
    series: seriesOption(data, colors),
  }
}
