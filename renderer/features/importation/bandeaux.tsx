import type { ReactNode } from 'react'
import type { DejaImporte } from '../../../shared/domain/importation/plan'
import { formatInstant, partiesLocales } from '../../../shared/dates'
import { paths } from '../../paths'
import classes from './importation.module.css'

interface BandeauxProps {
  dejaImporte: DejaImporte | null
  /** The file is no longer the one that was first shown. */
  change: boolean
  avertissements: readonly string[]
  /** One more, with what it offers. */
  children?: ReactNode
}

/** What must be known of the file before anything is looked at. */
export function Bandeaux({ dejaImporte, change, avertissements, children }: BandeauxProps) {
  return (
    <ul className={classes.bandeaux} role="status">
      {children}
      {change && (
        <li data-tone="attention">
          Le fichier a changé sur le disque depuis le premier aperçu&nbsp;: c’est son contenu actuel qui est montré.
          Rien n’a été importé.
        </li>
      )}
      {dejaImporte && (
        <li data-tone="info">
          Ce fichier a déjà été importé, à l’identique, {quand(dejaImporte.importeAt)}.{' '}
          <a href={paths.importFait.href({ id: dejaImporte.id })}>Voir le rapport</a>
        </li>
      )}
      {avertissements.map((phrase) => (
        <li key={phrase} data-tone="attention">
          {phrase}
        </li>
      ))}
    </ul>
  )
}

/** « le 22/11/2026 à 11 h 00 ». */
export const quand = (instant: string): string => formatInstant(partiesLocales(instant), '')
