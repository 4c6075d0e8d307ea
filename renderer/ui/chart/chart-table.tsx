import { formatValeur } from '../format'
import type { ChartData } from './chart-option'
import classes from './chart.module.css'

/** The figures of a chart as a plain table. */
export function ChartTable({ title, categories, series, format }: ChartData) {
  return (
    <table className={classes.data}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <td />
          {series.map(({ nom }) => (
            <th key={nom} scope="col">
              {nom}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map(({ nom, valeurs }) => (
              <td key={nom}>{formatValeur(format, valeurs[index])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
