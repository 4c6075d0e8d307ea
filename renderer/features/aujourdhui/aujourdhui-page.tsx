import type { Aujourdhui } from '../../../shared/domain/aujourdhui/aujourdhui'
import { lireAujourdhui } from '../../../shared/domain/aujourdhui/aujourdhui.contract'
import { jourEnLettres, nomDuJour } from '../../../shared/dates'
import { motEnAttente } from '../../../shared/domain/lettre-de-mission/etats'
import { compte } from '../../../shared/nombres'
import { majusculeInitiale } from '../../../shared/text'
import { useOperation } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { ErrorState, Loading } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ARegler } from './a-regler'
import { Signatures } from './signatures'
import classes from './aujourdhui.module.css'
import { Echeances } from './echeances'
import { PremiersPas } from './premiers-pas'
import { ProchainsJalons } from './prochains-jalons'

/** What waits, late first; every line opens what it speaks of. */
export function AujourdhuiPage() {
  const anneeId = useAnneeId()
  const { data, error, refetch } = useOperation(
    lireAujourdhui,
    { anneeId },
    { enabled: anneeId !== '', keepPrevious: true },
  )
  if (error) return <ErrorState error={error} retry={refetch} />
  return (
    <Page title="Aujourd’hui" state={data ? phrase(data) : 'Lecture de ce qui attend…'} scroll>
      {data ? (
        <div className={classes.colonnes}>
          <div className={classes.colonne}>
            <PremiersPas faits={data.premiersPas} anneeId={anneeId} />
            <Echeances echeances={data.echeances} jour={data.jour} />
          </div>
          <div className={classes.cote}>
            <div className={classes.colonne}>
              <Signatures signatures={data.signatures} jour={data.jour} />
              <ARegler constats={data.constats} />
            </div>
            <div className={classes.colonne}>
              <ProchainsJalons jalons={data.jalons} jour={data.jour} anneeId={anneeId} />
            </div>
          </div>
        </div>
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function phrase({ jour, echeances, constats }: Aujourdhui): string {
  const retard = echeances.filter(({ urgence }) => urgence === 'retard').length
  const semaine = echeances.filter(({ urgence }) => urgence === 'semaine').length
  const parts = [
    ...(retard > 0 ? [`${String(retard)} en retard`] : []),
    ...(semaine > 0 ? [`${String(semaine)} d’ici dimanche`] : []),
    ...(constats.aLaSignature > 0 ? [`${compte(constats.aLaSignature, 'lettre')} ${motEnAttente.toLowerCase()}`] : []),
  ]
  const date = majusculeInitiale(`${nomDuJour(jour)} ${jourEnLettres(jour)}`)
  return parts.length === 0 ? `${date}. Rien ne presse.` : `${date} : ${parts.join(', ')}.`
}
