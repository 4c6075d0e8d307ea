import { Button } from '@mantine/core'
import { formatJour } from '../../shared/dates'
import { regarderAu } from '../ipc/au-jour'

/** Why what was asked is not done while the past is looked at. */
export const pourquoiLectureSeule = (jour: string): string =>
  `Vous regardez le registre tel qu’il était le ${formatJour(jour)} : il ne se modifie pas. Revenez à aujourd’hui pour cela ; rien n’a changé.`

/** Over every screen while the past is looked at: it cannot be taken for the present, and the way back is there. */
export function BandeDuPasse({ jour }: { jour: string }) {
  return (
    <>
      <span role="status">Registre tel qu’il était le {formatJour(jour)} au soir — lecture seule</span>
      <Button size="compact-sm" variant="default" onClick={() => regarderAu(undefined)}>
        Revenir à aujourd’hui
      </Button>
    </>
  )
}
