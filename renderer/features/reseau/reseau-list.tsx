import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { listeReseaux } from '../../../shared/domain/reseau/reseau.liste'
import { listerReseaux, type ReseauDeListe } from '../../../shared/domain/reseau/reseau.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { enrichColumns } from '../../liste/columns'
import { demandOf, ListeTools } from '../../liste/liste-tools'
import { useWriting } from '../../liste/use-writing'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useDataTable } from '../../ui/table/use-data-table'
import { NouveauReseau } from './nouveau-reseau'
import { reseauChips, reseauColumns } from './reseau-columns'

const colonnes = enrichColumns(reseauColumns, listeReseaux)

/** The networks, who coordinates them and how many établissements they hold. */
export function ReseauListPage({ filtre }: { filtre: string | undefined }) {
  const anneeId = useAnneeId()
  const { data, error, refetch } = useOperation(listerReseaux, { anneeId }, { keepPrevious: true })
  const chips = useMemo(() => reseauChips(data ?? []), [data])
  const [creating, setCreating] = useState(false)
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const ecrire = useWriting<ReseauDeListe>('reseaux', contexte)
  const table = useDataTable({
    label: 'Réseaux',
    columns: colonnes,
    memory: 'reseaux',
    onWrite: ecrire,
    rows: data,
    rowKey: ({ id }) => id,
    noun: { un: 'réseau', plusieurs: 'réseaux' },
    chips,
    ...(filtre !== undefined && { activeChips: [filtre] }),
    onOpen: ({ id }) => navigate(paths.reseau.href({ id })),
  })
  if (error) return <ErrorState error={error} retry={refetch} />
  return (
    <Page
      title={`Réseaux ${anneeId}`}
      state={data ? phrase(data) : 'Lecture des réseaux…'}
      filters={
        <TableFilters
          table={table}
          tools={<ListeTools liste="reseaux" table={table} demand={demandOf('reseaux', contexte, table)} />}
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

function phrase(reseaux: readonly ReseauDeListe[]): string {
  const actifs = reseaux.filter(({ actif }) => actif === 1)
  if (actifs.length === 0) return 'Le registre ne tient encore aucun réseau.'
  const types = [...new Set(actifs.map(({ type }) => type))]
  const comptes = types.map((type) => `${String(actifs.filter((reseau) => reseau.type === type).length)} ${type}`)
  const membres = actifs.reduce((total, { nombreMembres }) => total + nombreMembres, 0)
  return `${compte(actifs.length, 'réseau', 'réseaux')} (${comptes.join(', ')}), ${compte(membres, 'établissement membre', 'établissements membres')}.`
}
