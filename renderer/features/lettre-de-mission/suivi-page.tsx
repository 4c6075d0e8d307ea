import { Button } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { usages } from '../../../shared/domain/lettre-de-mission/controle'
import {
  attendSignature,
  estVivante,
  libellesEtatLettre,
  motEnAttente,
  validiteDe,
} from '../../../shared/domain/lettre-de-mission/etats'
import { etatsLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { listerLettres, type LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import type { Filtre } from '../../../shared/liste/filtre'
import { compte, formatNombre } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { SelectionMenu } from '../../liste/choisies/selection-menu'
import { ListSection } from '../../liste/list-section'
import { ListeTools } from '../../liste/liste-tools'
import { type RemoteTable, useRemoteTable } from '../../liste/use-remote-table'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { navigate } from '../../ui/router'
import { KeyFigure, KeyFigures, Section } from '../../ui/section'
import { EnvoiEnCours } from './envoi-menu'
import {
  etatEst,
  rapportEnRetard,
  retenir,
  signatureEnRetard,
  suiviChips,
  suiviColumns,
  vivantes,
} from './lettre-columns'
import { aujourdhui, lettresEtAvenants } from './libelles'
import { OngletsLettres } from './onglets-lettres'
import { SignaturesAttendues } from './signatures-attendues'
import { SurLesChoisies } from './sur-les-choisies'
import { type Envoi, useEnvoi } from './use-envoi'
import { useExportLettres } from './use-export-lettres'

/** Where every letter stands: by state, by signatory and département, latecomers first; each figure opens what it counts. */
export function SuiviPage() {
  const anneeId = useAnneeId()
  const query = useOperation(listerLettres, { anneeId }, { keepPrevious: true })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  const lettres = (query.data ?? []).filter(estVivante)
  return (
    <Page
      title={`Suivi des lettres ${anneeId}`}
      state={query.data ? phrase(lettres) : 'Lecture des lettres…'}
      tabs={<OngletsLettres actuel="suivi" />}
      scroll
    >
      {!query.data ? <Loading /> : lettres.length === 0 ? <SansLettre /> : <Tableau lettres={lettres} />}
    </Page>
  )
}

const SansLettre = () => (
  <EmptyState
    title="Aucune lettre à suivre cette année"
    action={<Button onClick={() => navigate(paths.campagne.href({}))}>Préparer la campagne</Button>}
  >
    La campagne propose une lettre à chaque agent affecté ; le suivi montre ensuite où chacune en est.
  </EmptyState>
)

const combien = (lettres: readonly LettreListee[], filtre: Filtre): number =>
  retenir(lettres, filtre, aujourdhui()).length

function phrase(lettres: readonly LettreListee[]): string {
  const attente = lettres.filter(({ etat }) => attendSignature(etat)).length
  const tard = combien(lettres, signatureEnRetard)
  const avenants = lettres.filter((lettre) => validiteDe(lettre) === 'enPreparation').length
  const rapports = combien(lettres, rapportEnRetard)
  if (lettres.length === 0) return 'Aucune lettre cette année.'
  return [
    `${lettresEtAvenants(lettres.length - avenants, avenants)}, ${String(attente)} ${motEnAttente.toLowerCase()}`,
    tard === 0
      ? ''
      : `${tard < attente ? ` dont ${String(tard)}` : tard === 1 ? '' : ', toutes'} depuis plus de ${String(usages.delaiSignatureJours)} jours`,
    '.',
    rapports === 0 ? '' : ` ${compte(rapports, 'rapport')} en retard.`,
  ].join('')
}

const tri = [{ cle: 'attente', sens: 'desc' }] as const

function Tableau({ lettres }: { lettres: readonly LettreListee[] }) {
  const anneeId = useAnneeId()
  const envoi = useEnvoi(anneeId)
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const remote = useRemoteTable<LettreListee>({
    liste: 'lettres',
    contexte,
    part: vivantes,
    label: 'Suivi des lettres',
    columns: suiviColumns,
    memory: 'suivi',
    noun: { un: 'texte', plusieurs: 'textes' },
    sort: tri,
    chips: suiviChips,
    selectable: true,
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
  })
  const { table } = remote
  const liste = useRef<HTMLDivElement>(null)
  // A figure opens what it counts: the list keeps that alone, and is brought under the eye.
  const ouvrir = (filtre: Filtre): void => {
    table.setSearch('')
    table.setChips([])
    table.setFilter(filtre)
    liste.current?.scrollIntoView({ block: 'start' })
  }
  const retards = combien(lettres, signatureEnRetard)
  return (
    <>
      <KeyFigures>
        {etatsLettre
          .map((etat) => ({ titre: libellesEtatLettre[etat], filtre: etatEst(etat) }))
          .map((figure) => ({ ...figure, nombre: combien(lettres, figure.filtre) }))
          .filter(({ nombre }) => nombre > 0)
          .map(({ titre, filtre, nombre }) => (
            <KeyFigure key={titre} label={titre} value={formatNombre(nombre)} onClick={() => ouvrir(filtre)} />
          ))}
        <KeyFigure
          label="Signature en retard"
          value={formatNombre(retards)}
          note={`plus de ${String(usages.delaiSignatureJours)} jours`}
          {...(retards > 0 && { tone: 'attention' as const })}
          onClick={() => ouvrir(signatureEnRetard)}
        />
      </KeyFigures>
      <EnvoiEnCours envoi={envoi} />
      <Relances envoi={envoi} signatures={retards} rapports={combien(lettres, rapportEnRetard)} />
      <SignaturesAttendues lettres={lettres} envoi={envoi} onOpen={ouvrir} />
      <div ref={liste}>
        <Lettres remote={remote} envoi={envoi} />
      </div>
    </>
  )
}

/** What waits too long, and the reminders that are ready to be written. */
function Relances({ envoi, signatures, rapports }: { envoi: Envoi; signatures: number; rapports: number }) {
  if (signatures + rapports === 0) return null
  return (
    <Section
      title="Rappels prêts"
      description="Un brouillon de courriel par signataire ou par agent, à ouvrir et à envoyer vous-même."
      actions={
        <>
          {signatures > 0 && (
            <Button
              data-reads
              variant="default"
              disabled={envoi.running}
              onClick={() => void envoi.courriels('relanceSignataire', {})}
            >
              {`Rappeler ${compte(signatures, 'signature')} en retard…`}
            </Button>
          )}
          {rapports > 0 && (
            <Button
              data-reads
              variant="default"
              disabled={envoi.running}
              onClick={() => void envoi.courriels('relanceRapport', {})}
            >
              {`Rappeler ${compte(rapports, 'rapport')} en retard…`}
            </Button>
          )}
        </>
      }
    >
      {null}
    </Section>
  )
}

/** The letters of the year as the register lists them, the longest awaited first. */
function Lettres({ remote, envoi }: { remote: RemoteTable<LettreListee>; envoi: Envoi }) {
  const exporter = useExportLettres(useAnneeId())
  const { table, demand, selected, error, refetch } = remote
  if (error) return <ErrorState error={error} retry={refetch} />
  return (
    <ListSection
      title="Lettres suivies"
      table={table}
      tools={<ListeTools liste="lettres" table={table} demand={demand} />}
      search
      bulk={
        <>
          <SurLesChoisies {...{ selected, exporter, envoi }} onDone={table.clearSelection} />
          <SelectionMenu remote={remote} />
        </>
      }
      empty={<EmptyState title="Aucune lettre" />}
    >
      <LongWork title="Export des lettres" work={exporter.work} />
    </ListSection>
  )
}
