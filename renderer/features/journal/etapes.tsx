import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type EtapeDeJournal, listerJournal, type PageDeJournal } from '../../../shared/domain/journal/journal.contract'
import { formatJour, nomDuJour, partiesLocales } from '../../../shared/dates'
import { grouperPar } from '../../../shared/grouper'
import { compte } from '../../../shared/nombres'
import { majusculeInitiale } from '../../../shared/text'
import { call } from '../../ipc/call'
import { useOperation } from '../../ipc/use-operation'
import { useAnnulation } from '../../journal/annulation'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { SplitPane } from '../../ui/page'
import { State } from '../../ui/state'
import { ecrireALEcran, formatHorloge } from '../../ui/format'
import { DetailEtape } from './detail-etape'
import classes from './journal-page.module.css'

const parPage = 100

/** The steps of the register, newest first, day by day; the one that is chosen opens at the right. */
export function Etapes() {
  const { etapes, suite, error, retry, plus, enLecture } = useEtapes()
  const [choisie, setChoisie] = useState<number>()
  if (error) return <ErrorState error={error} retry={retry} />
  if (!etapes) return <Loading />
  if (etapes.length === 0) return <EmptyState title="Rien n’a encore été fait dans ce registre" />
  const detail = etapes.find(({ seq }) => seq === choisie)
  const jours = grouperPar(etapes, ({ instant }) => partiesLocales(instant).jour)
  return (
    <SplitPane width={440} detail={detail && <DetailEtape etape={detail} onClose={() => setChoisie(undefined)} />}>
      <div className={classes.etapes} tabIndex={0} role="region" aria-label="Étapes">
        {[...jours].map(([jour, duJour]) => (
          <section key={jour} aria-label={`Étapes du ${formatJour(jour)}`}>
            <h2 className={classes.jour}>
              {majusculeInitiale(nomDuJour(jour))} {formatJour(jour)}
            </h2>
            <ul className={classes.liste}>
              {duJour.map((etape) => (
                <Ligne
                  key={etape.seq}
                  etape={etape}
                  ouverte={etape.seq === choisie}
                  onOpen={() => setChoisie(etape.seq === choisie ? undefined : etape.seq)}
                />
              ))}
            </ul>
          </section>
        ))}
        {suite && (
          <Button
            data-reads
            variant="default"
            className={classes.plus ?? ''}
            loading={enLecture}
            onClick={() => void plus()}
          >
            Voir {parPage} étapes plus anciennes
          </Button>
        )}
      </div>
    </SplitPane>
  )
}

interface LigneProps {
  etape: EtapeDeJournal
  ouverte: boolean
  onOpen: () => void
}

function Ligne({ etape, ouverte, onOpen }: LigneProps) {
  const { annuler, retablir, enCours } = useAnnulation()
  const { seq, instant, qui, phrase, fiches, nature } = etape
  const annulation = nature === 'annulation'
  return (
    <li className={classes.etape} data-open={ouverte || undefined} data-undone={!etape.tient || undefined}>
      <button type="button" className={classes.ouvrir} aria-expanded={ouverte} onClick={onOpen}>
        <span className={classes.heure}>{formatHorloge(new Date(instant))}</span>
        <span className={classes.phrase}>{ecrireALEcran(phrase)}</span>
        <Etat etape={etape} />
        <span className={classes.qui}>{[compte(fiches, 'fiche'), qui].filter((part) => part !== '').join(' · ')}</span>
      </button>
      {etape.annulable && (
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={enCours}
          onClick={() => (annulation ? retablir(seq) : annuler(seq))}
        >
          {annulation ? 'Rétablir' : imports.has(etape.operation) ? 'Annuler cet import' : 'Annuler'}
          <span className="visually-hidden"> : {phrase}</span>
        </Button>
      )}
    </li>
  )
}

/** Undone even when rows were edited since: those are kept. */
const imports = new Set(['importation.executer', 'annuaire.importer'])

/** What became of a step, in a word. */
function Etat({ etape: { tient, allegee, nature } }: { etape: EtapeDeJournal }) {
  if (allegee) return <State tone="neutre">allégée</State>
  if (nature === 'exterieure') return <State tone="attention">hors du programme</State>
  if (nature === 'allegement') return null
  if (!tient) return <State tone="attention">{nature === 'annulation' ? 'rétablie' : 'annulée'}</State>
  return null
}

interface Anciennes {
  /** Steps older than the first page, and whether there are more. */
  etapes: EtapeDeJournal[]
  suite: boolean
}

/** The first page follows the register; older ones are read on demand and hold as long as the first page starts them. */
function useEtapes() {
  const premiere = useOperation(listerJournal, { limite: parPage }, { keepPrevious: true })
  const [anciennes, setAnciennes] = useState<Anciennes>()
  const [enLecture, setEnLecture] = useState(false)
  const page: PageDeJournal | undefined = premiere.data
  // After a command the states of older steps may have changed too: they are read again as far as they were.
  const nombre = anciennes?.etapes.length ?? 0
  useEffect(() => {
    const dernier = page?.etapes.at(-1)
    if (!dernier || nombre === 0) return
    let perime = false
    void lireAnciennes(dernier.seq, nombre).then((lues) => {
      if (!perime) setAnciennes(lues)
    }, notify.error)
    return () => {
      perime = true
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when the first page was read again
  }, [page])
  const plus = async (): Promise<void> => {
    const dernier = anciennes?.etapes.at(-1) ?? page?.etapes.at(-1)
    if (!dernier) return
    setEnLecture(true)
    try {
      const lues = await lireAnciennes(dernier.seq, parPage)
      setAnciennes((avant) => ({ etapes: [...(avant?.etapes ?? []), ...lues.etapes], suite: lues.suite }))
    } catch (error) {
      notify.error(error)
    } finally {
      setEnLecture(false)
    }
  }
  return {
    etapes: page && [...page.etapes, ...(anciennes?.etapes ?? [])],
    suite: anciennes?.suite ?? page?.suite ?? false,
    error: premiere.error,
    retry: premiere.refetch,
    plus,
    enLecture,
  }
}

async function lireAnciennes(avantSeq: number, nombre: number): Promise<Anciennes> {
  const etapes: EtapeDeJournal[] = []
  let suite = true
  while (etapes.length < nombre && suite) {
    const limite = Math.min(500, nombre - etapes.length)
    const page = await call(listerJournal, { avantSeq: etapes.at(-1)?.seq ?? avantSeq, limite })
    etapes.push(...page.etapes)
    suite = page.suite
  }
  return { etapes, suite }
}
