import { useState } from 'react'
import { raisonsDeDoublon, type SujetDeDoublon, sujetsDeDoublon } from '../../../shared/domain/doublon/doublon'
import { listerDoublons, type PaireAffichee } from '../../../shared/domain/doublon/doublon.contract'
import { useOperation } from '../../ipc/use-operation'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Comparaison } from './comparaison'
import classes from './doublon.module.css'
import { phrase, phraseDuVide } from './phrases'

const cleDe = ({ sujet, premier, second }: PaireAffichee): string => `${sujet} ${premier.id} ${second.id}`
const titres: Record<SujetDeDoublon, string> = { agent: 'Agents', etablissement: 'Établissements' }

/** Pairs that look like one record, and the two side by side. */
export function DoublonsPage({ sujet }: { sujet: string | undefined }) {
  const seul = sujetsDeDoublon.find((each) => each === sujet)
  const { data, error, refetch } = useOperation(listerDoublons, seul === undefined ? {} : { sujet: seul }, {
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
    <Page
      title="Doublons possibles"
      state={paires ? phrase(paires.map((each) => each.sujet)) : 'Comparaison des fiches…'}
    >
      {!data && <Loading />}
      {paires && !paire && <EmptyState title="Aucun doublon">{phraseDuVide(seul)}</EmptyState>}
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
