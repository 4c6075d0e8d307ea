import { Button } from '@mantine/core'
import { useState } from 'react'
import { momentDe } from '../../../shared/domain/jalon/calendrier'
import type { Jalon } from '../../../shared/domain/jalon/jalon'
import { listerJalons } from '../../../shared/domain/jalon/jalon.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { aujourdhui } from '../../today'
import { ErrorState, Loading } from '../../ui/empty-state'
import { Page, SplitPane } from '../../ui/page'
import { CalendrierVide } from './calendrier-vide'
import { ExportCalendrier } from './export-calendrier'
import { JalonPane } from './jalon-pane'
import { Mois } from './mois'
import classes from './jalon.module.css'
import { NouveauJalon } from './nouveau-jalon'

/** The coordinator's year, month by month; the milestone chosen at the right. */
export function CalendrierPage({ jalonId }: { jalonId: string | undefined }) {
  const anneeId = useAnneeId()
  const { data, error, refetch } = useOperation(listerJalons, { anneeId }, { keepPrevious: true })
  const [choisiId, setChoisiId] = useState(jalonId)
  const [creating, setCreating] = useState(false)
  if (error) return <ErrorState error={error} retry={refetch} />
  const jour = aujourdhui()
  const choisi = data?.jalons.find(({ id }) => id === choisiId)
  return (
    <Page
      title={`Calendrier ${anneeId}`}
      state={data ? phrase(data.jalons, jour) : 'Lecture du calendrier…'}
      actions={
        <>
          <ExportCalendrier anneeId={anneeId} disabled={!data?.jalons.length} />
          <Button onClick={() => setCreating(true)}>Nouveau jalon</Button>
        </>
      }
    >
      {!data && <Loading />}
      {data?.jalons.length === 0 && <CalendrierVide anneeId={anneeId} precedents={data.precedents} />}
      {data && data.jalons.length > 0 && (
        <SplitPane
          width={380}
          detail={choisi ? <JalonPane key={choisi.id} jalon={choisi} onClose={() => setChoisiId(undefined)} /> : null}
        >
          <div className={classes.annee} tabIndex={0} role="group" aria-label={`Les mois de ${anneeId}`}>
            <Mois anneeId={anneeId} jalons={data.jalons} jour={jour} choisiId={choisiId} onChoose={setChoisiId} />
          </div>
        </SplitPane>
      )}
      {creating && <NouveauJalon anneeId={anneeId} onClose={() => setCreating(false)} onCreated={setChoisiId} />}
    </Page>
  )
}

function phrase(jalons: readonly Jalon[], jour: string): string {
  if (jalons.length === 0) return 'Aucun jalon dans cette année.'
  const nombre = (...moments: ReturnType<typeof momentDe>[]): number =>
    jalons.filter((jalon) => moments.includes(momentDe(jalon, jour))).length
  const parts = [
    [nombre('retard'), 'en retard'],
    [nombre('enCours'), 'en cours'],
    [nombre('aPreparer'), 'à préparer'],
    [nombre('fait'), 'faits'],
  ] as const
  const dits = parts
    .filter(([n]) => n > 0)
    .map(([n, mot]) => `${String(n)} ${n === 1 && mot === 'faits' ? 'fait' : mot}`)
  return `${compte(jalons.length, 'jalon')}${dits.length === 0 ? '' : ` : ${dits.join(', ')}`}.`
}
