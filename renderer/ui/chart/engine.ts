import { BarChart, LineChart, PieChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use as install } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

install([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** Only what the charts use, as SVG; loaded with the first chart. */
export const initChart = (element: HTMLElement): ReturnType<typeof init> => init(element, null, { renderer: 'svg' })
