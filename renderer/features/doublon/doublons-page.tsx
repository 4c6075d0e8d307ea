import { useState } from 'react'
import { raisonsDeDoublon, type SujetDeDoublon } from '../../../shared/domain/doublon/doublon'
import { listerDoublons, type PaireAffichee } from '../../../shared/domain/doublon/doublon.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Comparaison } from './comparaison'
import classes from './doublon.module.css'

const cleDe = ({ sujet, premier, second }: PaireAffichee): string => `${sujet} ${premier.id} ${second.id}`
const titres: Record<SujetDeDoublon, string> = { agent: 'Agents', etablissement: 'Établissements' }

/** Pairs that look like one record, and the two side by side. */
export function DoublonsPage({ sujet }: { sujet: string | undefined }) {
  const demande = sujet === 'agent' || sujet === 'etablissement' ? { sujet } : {}
  const { data, error, refetch } = useOperation(listerDoublons, demande as { sujet?: SujetDeDoublon }, {
    keepPrevious: true,
  })
  const [choisie, setChoisie] = useState<string>()
  const [reglees, setReglees] = useState<ReadonlySet<string>>(new Set())
  const [lues, setLues] = useState(data)
  if (lues !== data) {
    setLues(data)
    // Read again without it: if it ever comes back (an undo), it is to be looked at again.
    setReglees(new Set([...reglees].filter((cle) => data?.some((each) => cleDe(each) === cle))))
  }
  if (error) return <ErrorState error={error} retry={refetch} />
  // What has just been settled is gone at once: its two records may not be two any more.
  const paires = data?.filter((each) => !reglees.has(cleDe(each)))
  const paire = paires?.find((each) => cleDe(each) === choisie) ?? paires?.[0]
  return (
    <Page title="Doublons possibles" state={paires ? phrase(paires) : 'Comparaison des fiches…'}>
      {!data && <Loading />}
      {paires && !paire && (
        <EmptyState title="Aucun doublon">
          Les agents sont comparés par leur nom, leur courriel et leur résidence, les établissements par leur nom et
          leur commune. Ce que vous avez écarté ne revient pas.
        </EmptyState>
      )}
      {paires && paire && (
        <div className={classes.deux}>
          <nav className={classes.paires} aria-label="Paires à comparer">
            {(['agent', 'etablissement'] as const).map((each) => (
              <Groupe
                key={each}
                titre={titres[each]}
                paires={paires.filter(({ sujet: leSien }) => leSien === each)}
                active={cleDe(paire)}
                onChoose={setChoisie}
              />
            ))}
          </nav>
          <Comparaison
            key={cleDe(paire)}
            paire={paire}
            onSettled={() => setReglees(new Set([...reglees, cleDe(paire)]))}
          />
        </div>
      )}
    </Page>
  )
}

interface GroupeProps {
  titre: string
  paires: readonly PaireAffichee[]
  active: string
  onChoose: (cle: string) => void
}

function Groupe({ titre, paires, active, onChoose }: GroupeProps) {
  if (paires.length === 0) return null
  return (
    <>
      <h2 className={classes.groupe}>
        {titre} ({paires.length})
      </h2>
      <ul className={classes.liste}>
        {paires.map((paire) => (
          <li key={cleDe(paire)}>
            <button
              type="button"
              className={classes.paire}
              aria-current={cleDe(paire) === active}
              onClick={() => onChoose(cleDe(paire))}
            >
              <span>{paire.premier.libelle}</span>
              <span>{paire.second.libelle}</span>
              <span className={classes.raison}>{raisonsDeDoublon[paire.raison]}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function phrase(paires: readonly PaireAffichee[]): string {
  if (paires.length === 0) return 'Aucune fiche ne ressemble à une autre.'
  return `${compte(paires.length, 'paire')} à regarder : rien n’est fondu sans votre accord, et tout s’annule.`
}
