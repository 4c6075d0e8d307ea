import { Button } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { usages } from '../../../shared/domain/lettre-de-mission/controle'
import {
  attendSignature,
  estVivante,
  libellesEtatLettre,
  motEnAttente,
} from '../../../shared/domain/lettre-de-mission/etats'
import { etatsLettre, type EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { listerLettres, type LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listerProchainesActions } from '../../../shared/domain/prochaine-action/prochaine-action.contract'
import { compte, formatNombre } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import { KeyFigure, KeyFigures, Section } from '../../ui/section'
import { DataTable } from '../../ui/table/data-table'
import { useDataTable } from '../../ui/table/use-data-table'
import { ActionsEnLot, useLettresChoisies } from './actions-en-lot'
import { EnvoiEnCours, EnvoiMenu } from './envoi-menu'
import { aujourdhui } from './libelles'
import { OngletsLettres } from './onglets-lettres'
import { type Filtre, SignaturesAttendues } from './signatures-attendues'
import { premieresActions, suiviColumns } from './suivi-columns'
import { type Envoi, useEnvoi } from './use-envoi'

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
    La campagne propose une lettre à chaque agent affecté ; le suivi montre ensuite où chacune en est.
  </EmptyState>
)

const enRetard = ({ attenteJours }: LettreListee): boolean =>
  attenteJours !== null && attenteJours > usages.delaiSignatureJours
const rapportEnRetard = ({ rapport }: LettreListee): boolean =>
  rapport !== null && rapport.recuLe === null && rapport.attenduLe < aujourdhui()

function phrase(lettres: readonly LettreListee[]): string {
  const attente = lettres.filter(({ etat }) => attendSignature(etat)).length
  const tard = lettres.filter(enRetard).length
  const rapports = lettres.filter(rapportEnRetard).length
  if (lettres.length === 0) return 'Aucune lettre cette année.'
  return [
    `${compte(lettres.length, 'lettre')}, ${String(attente)} ${motEnAttente.toLowerCase()}`,
    tard === 0 ? '' : ` dont ${String(tard)} depuis plus de ${String(usages.delaiSignatureJours)} jours`,
    '.',
    rapports === 0 ? '' : ` ${compte(rapports, 'rapport')} en retard.`,
  ].join('')
}

function Tableau({ lettres }: { lettres: readonly LettreListee[] }) {
  const envoi = useEnvoi(useAnneeId())
  const [filtre, setFiltre] = useState<Filtre>({ titre: 'Toutes les lettres', garde: () => true })
  const liste = useRef<HTMLDivElement>(null)
  // A figure opens what it counts: the list is brought under the eye.
  const choisir = (choisi: Filtre): void => {
    setFiltre(choisi)
    liste.current?.scrollIntoView({ block: 'start' })
  }
  const gardees = lettres.filter(filtre.garde)
  const etats = etatsLettre.filter((etat) => lettres.some((lettre) => lettre.etat === etat))
  const parEtat = (etat: EtatLettre): Filtre => ({
    titre: libellesEtatLettre[etat],
    garde: (lettre) => lettre.etat === etat,
  })
  return (
    <>
      <KeyFigures>
        {etats.map((etat) => {
          const par = parEtat(etat)
          return (
            <KeyFigure
              key={etat}
              label={par.titre}
              value={formatNombre(lettres.filter(par.garde).length)}
              onClick={() => choisir(par)}
            />
          )
        })}
        <KeyFigure
          label="Signature en retard"
          value={formatNombre(lettres.filter(enRetard).length)}
          note={`plus de ${String(usages.delaiSignatureJours)} jours`}
          {...(lettres.some(enRetard) && { tone: 'attention' as const })}
          onClick={() => choisir({ titre: 'Signature en retard', garde: enRetard })}
        />
      </KeyFigures>
      <EnvoiEnCours envoi={envoi} />
      <Relances
        envoi={envoi}
        signatures={lettres.filter(enRetard).length}
        rapports={lettres.filter(rapportEnRetard).length}
      />
      <SignaturesAttendues lettres={lettres} envoi={envoi} onChoose={choisir} />
      <div ref={liste}>
        <Section title={`${filtre.titre} : ${compte(gardees.length, 'lettre')}`}>
          <Lettres key={filtre.titre} lettres={gardees} envoi={envoi} />
        </Section>
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

function Lettres({ lettres, envoi }: { lettres: readonly LettreListee[]; envoi: Envoi }) {
  const actions = useOperation(listerProchainesActions, { sujet: 'lettreDeMission' }).data
  const columns = useMemo(() => suiviColumns(premieresActions(actions ?? [])), [actions])
  const table = useDataTable({
    label: 'Lettres suivies',
    columns,
    rows: lettres,
    rowKey: ({ id }) => id,
    noun: { un: 'lettre', plusieurs: 'lettres' },
    sort: [{ cle: 'attente', sens: 'desc' }],
    selectable: true,
    onOpen: ({ id }) => navigate(paths.lettre.href({ id })),
  })
  return (
    <DataTable
      table={table}
      height="content"
      bulk={<EnLot ids={table.selectedRows.map(({ id }) => id)} envoi={envoi} onDone={table.clearSelection} />}
      empty={<EmptyState title="Aucune lettre" />}
    />
  )
}

function EnLot({ ids, envoi, onDone }: { ids: string[]; envoi: Envoi; onDone: () => void }) {
  const lettres = useLettresChoisies({ ids })
  return (
    <>
      <ActionsEnLot lettres={lettres} onDone={onDone} />
      <EnvoiMenu envoi={envoi} lettres={lettres} enBas />
    </>
  )
}
