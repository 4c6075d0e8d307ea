import { Button, Progress as Bar } from '@mantine/core'
import type { Progress } from '../../shared/ipc'
import { formatValeur } from './format'
import classes from './progress.module.css'

interface LongWorkProps {
  title: string
  /** What `useLong` returns. */
  work: { running: boolean; progress: Progress | null; cancel: () => void }
}

/** A long work: what is being done, how far it is, Cancel. The rest of the window stays alive. Nothing when idle. */
export function LongWork({ title, work }: LongWorkProps) {
  if (!work.running) return null
  const { fait = 0, total = 0, libelle = 'Préparation…' } = work.progress ?? {}
  const known = total > 0
  const percent = known ? Math.min(100, (fait / total) * 100) : 100
  const counted = `${formatValeur('nombre', fait)} sur ${formatValeur('nombre', total)}`
  return (
    <div className={classes.work} role="group" aria-label={title}>
      <div className={classes.text}>
        <strong>{title}</strong>
        <span className={classes.step}>{libelle}</span>
      </div>
      <span className={classes.count}>{known && counted}</span>
      <Button variant="default" onClick={work.cancel}>
        Annuler
      </Button>
      <Bar.Root className={classes.bar ?? ''} size={6}>
        <Bar.Section
          value={percent}
          animated={!known}
          striped={!known}
          aria-label={title}
          aria-valuetext={known ? counted : libelle}
        />
      </Bar.Root>
    </div>
  )
}
