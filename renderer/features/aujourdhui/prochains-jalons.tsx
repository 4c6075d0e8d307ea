import { momentDe, periodeEnMots } from '../../../shared/domain/jalon/calendrier'
import type { Jalon } from '../../../shared/domain/jalon/jalon'
import { paths } from '../../paths'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import classes from './aujourdhui.module.css'

const auPlus = 6

/** The year's milestones to come, the next first. */
export function ProchainsJalons({
  jalons,
  jour,
  anneeId,
}: {
  jalons: readonly Jalon[]
  jour: string
  anneeId: string
}) {
  const suivants = jalons.filter(({ finLe }) => finLe >= jour).slice(0, auPlus)
  return (
    <Section
      title={`Calendrier ${anneeId}`}
      actions={
        <a className={classes.tout} href={paths.calendrier.href({})}>
          Toute l’année
        </a>
      }
    >
      {suivants.length === 0 ? (
        <p className={classes.rien}>
          Aucun jalon à venir. <a href={paths.calendrier.href({})}>Ouvrir le calendrier</a>
        </p>
      ) : (
        <ul className={classes.lignes}>
          {suivants.map((jalon) => (
            <li key={jalon.id}>
              <a className={classes.courte} href={paths.calendrier.href({}, { jalon: jalon.id })}>
                <span>{jalon.libelle}</span>
                <span className={classes.detail}>
                  {momentDe(jalon, jour) === 'enCours' ? <State tone="info">en cours</State> : periodeEnMots(jalon)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
