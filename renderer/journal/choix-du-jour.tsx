import { Button, Popover } from '@mantine/core'
import { IconCalendarTime, IconChevronDown } from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import { formatJour, partiesLocales } from '../../shared/dates'
import { listerJournal } from '../../shared/domain/journal/journal.contract'
import { joursProposes } from '../../shared/domain/journal/jours-proposes'
import { listerAnnees } from '../../shared/domain/parametres/parametres.contract'
import { regarderAu, useAuJour } from '../ipc/au-jour'
import { call } from '../ipc/call'
import { useOperation } from '../ipc/use-operation'
import { useSession } from '../session'
import { lazyPage } from '../ui/lazy-page'
import { notify } from '../ui/notice'
import classes from './journal.module.css'

const Calendar = lazyPage(() => import('../ui/calendar').then(({ Calendar }) => Calendar))

const jourDeLOrdinateur = (): string => partiesLocales(new Date().toISOString()).jour

/** « Aujourd’hui », or the day at whose evening every screen looks at the register. */
export function ChoixDuJour() {
  const { registre } = useSession()
  const jour = useAuJour()
  const [opened, setOpened] = useState(false)
  const chemin = registre?.chemin
  // Another register has another past.
  useEffect(() => () => regarderAu(undefined), [chemin])
  const aujourdhui = jourDeLOrdinateur()
  const journal = useOperation(
    listerJournal,
    { limite: 1 },
    { enabled: registre !== null, keepPrevious: true, later: true },
  )
  const depuis = journal.data?.commenceLe ?? null
  const choisir = (choisi: string | null): void => {
    setOpened(false)
    if (choisi === null || choisi >= aujourdhui) return regarderAu(undefined)
    // Asked first: a day before the journal is refused with its sentence, and the window stays where it is.
    call(listerAnnees, {}, { auJour: choisi }).then(() => regarderAu(choisi), notify.error)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          className={classes.jour ?? ''}
          data-past={jour !== undefined || undefined}
          leftSection={<IconCalendarTime size={16} stroke={1.6} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          <span className="visually-hidden">Registre vu à la date : </span>
          {jour === undefined ? 'Aujourd’hui' : `Au ${formatJour(jour)}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Voir le registre tel qu’il était">
        <div className={classes.choixDuJour}>
          <div className={classes.proposes}>
            <ul className={classes.jours}>
              <li>
                <Button
                  variant={jour === undefined ? 'light' : 'subtle'}
                  fullWidth
                  justify="flex-start"
                  onClick={() => choisir(null)}
                >
                  Aujourd’hui
                </Button>
              </li>
              {joursProposes(aujourdhui, depuis).map(({ libelle, jour: propose }) => (
                <li key={libelle}>
                  <Button
                    variant={jour === propose ? 'light' : 'subtle'}
                    fullWidth
                    justify="flex-start"
                    onClick={() => choisir(propose)}
                  >
                    {libelle}
                  </Button>
                </li>
              ))}
            </ul>
            {depuis !== null && (
              <p className={classes.debut}>Le journal de ce registre commence le {formatJour(depuis)}.</p>
            )}
          </div>
          <Suspense>
            <Calendar
              value={jour ?? null}
              onChange={choisir}
              minDate={depuis ?? aujourdhui}
              maxDate={aujourdhui}
              defaultDate={jour ?? aujourdhui}
            />
          </Suspense>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
