import { Button } from '@mantine/core'
import { Suspense, useMemo, useState } from 'react'
import { anneeScolairePrecedente } from '../../../shared/annee-scolaire'
import { compterAgents, type AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { filtreContratAVoir } from '../../../shared/domain/agent/agent.liste'
import type { SelectionDeListe } from '../../../shared/liste/demande'
import { compte } from '../../../shared/nombres'
import { pluriel } from '../../../shared/text'
import { useOperation } from '../../ipc/use-operation'
import { useChosen, withUsefulChips } from '../../liste/at-hand'
import { ListeTools } from '../../liste/liste-tools'
import { SelectionMenu } from '../../liste/choisies/selection-menu'
import { idsOf } from '../../liste/selected-ids'
import { useRemoteTable } from '../../liste/use-remote-table'
import { type Comptes, type Resume, useResume } from '../../liste/use-resume'
import { paths } from '../../paths'
import { ReconduireAnnee, useAnneeAReconduire } from '../../reconduction/reconduire-annee'
import { useReconduction } from '../../reconduction/use-reconduction'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { lazyPage } from '../../ui/lazy-page'
import { notify } from '../../ui/notice'
import { Page, SplitPane } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import type { DataTableModel } from '../../ui/table/table-model'
import { agentChips, agentColumns, horsAnneeColumns } from './agent-columns'
import { AgentPane } from './agent-pane'
import { enEtp } from './libelles'

const NouvelAgent = lazyPage(() => import('./nouvel-agent').then(({ NouvelAgent }) => NouvelAgent))

const comptes: Comptes = {
  contrats: filtreContratAVoir,
  sansLettre: { lien: 'et', termes: [{ colonne: 'sansLettre', op: 'oui' }] },
}

/** Who serves this year, or who does not: two lists, each with its own arrangement. */
export function AgentListPage({ filtre }: { filtre: string | undefined }) {
  const [sansAffectation, setSansAffectation] = useState(filtre === 'sansAffectation')
  const half = sansAffectation ? 'sans' : 'avec'
  return <Agents key={half} {...{ filtre, sansAffectation, setSansAffectation }} />
}

interface AgentsProps {
  filtre: string | undefined
  sansAffectation: boolean
  setSansAffectation: (sansAffectation: boolean) => void
}

/** Where the agents serve, for how long, and what is missing. */
function Agents({ filtre, sansAffectation, setSansAffectation }: AgentsProps) {
  const anneeId = useAnneeId()
  const contexte = useMemo(() => ({ anneeId, sansAffectation }), [anneeId, sansAffectation])
  const resume = useResume('agents', contexte, comptes)
  const moities = useOperation(compterAgents, { anneeId }).data
  const { choose, current } = useChosen<AgentDeListe>()
  const [creating, setCreating] = useState(false)
  // Those who serve are carried over into the next year; those who do not, from the last one.
  const reconduction = useReconduction(sansAffectation ? anneeScolairePrecedente(anneeId) : anneeId)
  const remote = useRemoteTable<AgentDeListe>({
    liste: 'agents',
    contexte,
    label: 'Agents',
    columns: sansAffectation ? horsAnneeColumns : agentColumns,
    noun: { un: 'agent', plusieurs: 'agents' },
    ...(!sansAffectation && { chips: agentChips }),
    ...(filtre !== undefined && { activeChips: [filtre] }),
    selectable: true,
    memory: sansAffectation ? 'agentsSansAffectation' : 'agents',
    onOpen: ({ id }) => navigate(paths.agent.href({ id })),
    onActive: (agent) => agent && choose(agent),
  })
  const { table, demand, selected, error, refetch } = remote
  if (error) return <ErrorState error={error} retry={refetch} />
  const choisi = current(table)
  const autres = moities?.sansAffectation ?? 0
  return (
    <Page
      title={sansAffectation ? `Agents sans affectation en ${anneeId}` : `Agents ${anneeId}`}
      state={resume ? phrase(resume, { sansAffectation, autres }) : 'Lecture des agents…'}
      filters={
        <TableFilters
          table={avecBascule(withUsefulChips(table), autres, sansAffectation, setSansAffectation)}
          tools={<ListeTools liste="agents" table={table} demand={demand} />}
        />
      }
      actions={
        <>
          <Button variant="default" component="a" href={paths.doublons.href({}, { sujet: 'agent' })}>
            Doublons…
          </Button>
          <Button variant="default" component="a" href={paths.importClasseur.href({})}>
            Importer…
          </Button>
          <Button onClick={() => setCreating(true)}>Nouvel agent</Button>
        </>
      }
    >
      <LongWork title="Reconduction" work={reconduction.work} />
      <SplitPane
        width={366}
        detail={
          choisi ? <AgentPane agent={choisi} reconduction={reconduction} onClose={() => choose(undefined)} /> : null
        }
      >
        <DataTable
          table={table}
          bulk={
            <>
              <Reconduire {...{ selected, reconduction }} nombre={table.selectedCount} clear={table.clearSelection} />
              <SelectionMenu remote={remote} />
            </>
          }
          empty={<Vide anneeId={anneeId} sansAffectation={sansAffectation} onCreate={() => setCreating(true)} />}
        />
      </SplitPane>
      <Suspense>{creating && <NouvelAgent onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  )
}

interface ReconduireProps {
  selected: SelectionDeListe
  nombre: number
  reconduction: ReturnType<typeof useReconduction>
  clear: () => void
}

/** Carries over what the selected agents do, or did last year. */
function Reconduire({ selected, nombre, reconduction, clear }: ReconduireProps) {
  const run = async (): Promise<void> => {
    await reconduction.run({ agentIds: await idsOf('agents', selected), depuis: reconduction.depuis })
    clear()
  }
  return (
    <Button variant="default" loading={reconduction.running} onClick={() => void run().catch(notify.error)}>
      Reconduire {compte(nombre, 'agent')} en {reconduction.suivante}
    </Button>
  )
}

/** One more chip, which lists the agents who do not serve this year instead of those who do. */
function avecBascule(
  table: DataTableModel<AgentDeListe>,
  count: number,
  active: boolean,
  onChange: (active: boolean) => void,
): DataTableModel<AgentDeListe> {
  if (count === 0 && !active) return table
  const chip = { cle: 'sansAffectation', titre: 'Sans affectation', garde: () => true, count, active }
  return {
    ...table,
    chips: [...table.chips, chip],
    toggleChip: (cle) => (cle === chip.cle ? onChange(!active) : table.toggleChip(cle)),
  }
}

function Vide({
  anneeId,
  sansAffectation,
  onCreate,
}: {
  anneeId: string
  sansAffectation: boolean
  onCreate: () => void
}) {
  const depuis = useAnneeAReconduire(anneeId)
  if (sansAffectation) return <EmptyState title={`Tous les agents sont affectés en ${anneeId}`} />
  return (
    <EmptyState
      title={`Aucun agent n’est affecté en ${anneeId}`}
      action={
        <>
          {depuis !== null && <ReconduireAnnee depuis={depuis} />}
          <Button {...(depuis !== null && { variant: 'default' })} component="a" href={paths.importClasseur.href({})}>
            Importer un classeur…
          </Button>
          <Button variant="default" onClick={onCreate}>
            Nouvel agent
          </Button>
        </>
      }
    >
      {depuis === null
        ? 'Importez votre classeur de suivi\u00a0: les colonnes sont reconnues, rien n’est écrit avant votre accord.'
        : `Rôle, quotité, régime, résidence et réseaux de ${depuis} sont recopiés\u00a0; les contrats finis avant la rentrée sont laissés de côté.`}
    </EmptyState>
  )
}

function phrase(
  { ensemble, totaux, comptes: { contrats = 0, sansLettre = 0 } }: Resume,
  { sansAffectation, autres }: { sansAffectation: boolean; autres: number },
): string {
  if (sansAffectation)
    return `${compte(ensemble, 'agent')} du registre n’${pluriel(ensemble, 'a', 'ont')} pas d’affectation cette année.`
  if (ensemble === 0)
    return autres === 0 ? 'Le registre ne tient encore personne.' : 'Personne n’est affecté cette année.'
  return [
    `${compte(ensemble, 'agent')}, ${enEtp(totaux['quotite'] ?? 0)}.`,
    sansLettre === 0 ? 'Tous ont leur lettre de mission.' : `${compte(sansLettre, 'agent')} sans lettre de mission.`,
    contrats === 0
      ? ''
      : `${compte(contrats, 'contrat fini ou finissant', 'contrats finis ou finissant')} sous 60 jours.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}
