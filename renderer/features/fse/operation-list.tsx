import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { OperationFseResumee } from '../../../shared/domain/fse/fse.contract'
import { compte } from '../../../shared/nombres'
import { SelectionMenu } from '../../liste/choisies/selection-menu'
import { ListeTools } from '../../liste/liste-tools'
import { useRemoteTable } from '../../liste/use-remote-table'
import { type Resume, useResume } from '../../liste/use-resume'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { NewOperation } from './new-operation'
import { filtreARevoir, operationChips, operationColumns } from './operation-columns'

const comptes = { aRevoir: filtreARevoir }

/** The operations, with what they cost and whether their plan holds. */
export function OperationListPage({ filtre }: { filtre: string | undefined }) {
  const [creating, setCreating] = useState(false)
  const anneeId = useAnneeId()
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const resume = useResume('operations', contexte, comptes)
  const remote = useRemoteTable<OperationFseResumee>({
    liste: 'operations',
    contexte,
    label: 'Opérations FSE',
    columns: operationColumns,
    memory: 'operations',
    selectable: true,
    noun: { un: 'opération', plusieurs: 'opérations' },
    chips: operationChips,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    onOpen: ({ id }) => {
      navigate(paths.operationFse.href({ id }))
    },
  })
  const { table, demand, error, refetch } = remote
  if (error) return <ErrorState error={error} retry={refetch} />
  return (
    <Page
      title="Opérations FSE"
      state={resume ? phrase(resume) : 'Lecture des opérations…'}
      filters={<TableFilters table={table} tools={<ListeTools liste="operations" table={table} demand={demand} />} />}
      actions={
        <>
          <Button variant="default" component="a" href={paths.importClasseur.href({})}>
            Importer…
          </Button>
          <Button
            onClick={() => {
              setCreating(true)
            }}
          >
            Nouvelle opération
          </Button>
        </>
      }
    >
      <DataTable
        table={table}
        bulk={<SelectionMenu remote={remote} />}
        empty={
          <EmptyState
            title="Aucune opération FSE"
            action={
              <Button
                onClick={() => {
                  setCreating(true)
                }}
              >
                Nouvelle opération
              </Button>
            }
          >
            Saisissez le numéro, les dates et le taux de la convention&nbsp;; le plan de financement se remplit ensuite
            ligne à ligne.
          </EmptyState>
        }
      />
      <NewOperation
        opened={creating}
        onClose={() => {
          setCreating(false)
        }}
      />
    </Page>
  )
}

function phrase({ ensemble, totaux, comptes: { aRevoir = 0 } }: Resume): string {
  const controle = aRevoir === 0 ? 'Tous les plans sont cohérents.' : `${compte(aRevoir, 'plan')} à revoir.`
  return ensemble === 0
    ? 'Aucune opération.'
    : `${compte(ensemble, 'opération')}, ${formatValeur('montant', totaux['prevu'] ?? 0)} de coût prévu. ${controle}`
}
