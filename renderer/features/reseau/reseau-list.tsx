import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReseauDeListe } from '../../../shared/domain/reseau/reseau.contract'
import { compte, formatNombre } from '../../../shared/nombres'
import { withUsefulChips } from '../../liste/at-hand'
import { SelectionMenu } from '../../liste/choisies/selection-menu'
import { ListeTools } from '../../liste/liste-tools'
import { useRemoteTable } from '../../liste/use-remote-table'
import { type Resume, useResume } from '../../liste/use-resume'
import { useValues } from '../../liste/use-values'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import type { CountedValue } from '../../ui/table/filter'
import { NouveauReseau } from './nouveau-reseau'
import { filtreActifs, reseauChips, reseauColumns } from './reseau-columns'

const comptes = { actifs: filtreActifs }

/** The networks, who coordinates them and how many établissements they hold. */
export function ReseauListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const [creating, setCreating] = useState(false)
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const types = useValues('reseaux', contexte, 'type')
  const chips = useMemo(() => reseauChips(types), [types])
  const resume = useResume('reseaux', contexte, comptes)
  const remote = useRemoteTable<ReseauDeListe>({
    liste: 'reseaux',
    contexte,
    label: 'Réseaux',
    columns: reseauColumns,
    memory: 'reseaux',
    selectable: true,
    noun: { un: 'réseau', plusieurs: 'réseaux' },
    chips,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    onOpen: ({ id }) => navigate(paths.reseau.href({ id })),
  })
  const { table, demand, error, refetch } = remote
  if (error) return <ErrorState error={error} retry={refetch} />
  return (
    <Page
      title={`Réseaux ${anneeId}`}
      state={resume ? phrase(resume, types) : 'Lecture des réseaux…'}
      filters={
        <TableFilters
          table={withUsefulChips(table)}
          tools={<ListeTools liste="reseaux" table={table} demand={demand} />}
        />
      }
      actions={
        <>
          <Button variant="default" component="a" href={paths.couverture.href({})}>
            Couverture
          </Button>
          <Button onClick={() => setCreating(true)}>Nouveau réseau</Button>
        </>
      }
    >
      <DataTable
        table={table}
        bulk={<SelectionMenu remote={remote} />}
        empty={
          <EmptyState
            title="Aucun réseau"
            action={
              <>
                <Button onClick={() => setCreating(true)}>Nouveau réseau</Button>
                <Button variant="default" component="a" href={paths.importClasseur.href({})}>
                  Importer un classeur…
                </Button>
              </>
            }
          >
            Créez un réseau et ajoutez-y ses établissements, ou importez la feuille des réseaux de votre classeur de
            suivi.
          </EmptyState>
        }
      />
      {creating && <NouveauReseau onClose={() => setCreating(false)} />}
    </Page>
  )
}

function phrase({ ensemble, totaux, comptes: { actifs = 0 } }: Resume, types: readonly CountedValue[]): string {
  if (actifs === 0) return 'Le registre ne tient encore aucun réseau.'
  const detail = types.map(({ value, count }) => `${formatNombre(count)} ${value}`).join(', ')
  const inactifs = ensemble - actifs
  const reste = inactifs === 0 ? '' : `, dont ${compte(inactifs, 'inactif')}`
  return `${compte(ensemble, 'réseau', 'réseaux')} (${detail})${reste}, ${compte(totaux['membres'] ?? 0, 'adhésion d’établissement', 'adhésions d’établissements')}.`
}
