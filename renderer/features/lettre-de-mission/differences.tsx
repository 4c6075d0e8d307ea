import type { Difference } from '../../../shared/domain/lettre-de-mission/difference'
import { aLEcran } from '../../ui/format'
import { Diff } from '../../ui/state'
import classes from './campagne.module.css'

/** « + LP Bréquigny », « − Collège Beaumont », « 80 % → 100 % »: the differences of one letter, as chips in a line. */
export function Puces({ differences }: { differences: readonly Difference[] }) {
  return (
    <span className={classes.puces}>
      {differences.map(({ champ, libelle, sens, avant, apres, court }) => {
        const texte = court === undefined ? undefined : aLEcran(court)
        return (
          <Diff
            key={`${champ} ${libelle} ${avant} ${apres}`}
            sign={sens}
            before={texte ?? aLEcran(avant)}
            after={texte ?? aLEcran(apres)}
            {...(sens === 'modification' && texte !== undefined && { whole: texte })}
          />
        )
      })}
    </span>
  )
}

/** Every difference in full, one a line: what, before, after. */
export function ListeDifferences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null
  return (
    <ul className={classes.differences}>
      {differences.map(({ champ, libelle, sens, avant, apres }) => (
        <li key={`${champ} ${libelle} ${avant} ${apres}`}>
          <span className={classes.quoi}>{libelle}</span>{' '}
          <Diff sign={sens} before={aLEcran(avant)} after={aLEcran(apres)} />
        </li>
      ))}
    </ul>
  )
}
