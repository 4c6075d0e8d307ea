import { Button } from '@mantine/core'
import { formatInstant, partiesLocales } from '../../../shared/dates'
import {
  type FicheSupprimee,
  lireReglagesJournal,
  listerCorbeille,
  sortirDeCorbeille,
} from '../../../shared/domain/journal/journal.contract'
import { compte } from '../../../shared/nombres'
import { majusculeInitiale } from '../../../shared/text'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { pageDe } from '../../journal/lieux'
import { TableTools } from '../../liste/table-tools'
import { useMemoryTable } from '../../liste/use-memory-table'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'
import type { Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import classes from './journal-page.module.css'

const columns: readonly Column<FicheSupprimee>[] = [
  {
    cle: 'libelle',
    titre: 'Fiche',
    valeur: ({ libelle }) => majusculeInitiale(libelle),
    largeur: 300,
    extensible: 3,
    principale: true,
  },
  {
    cle: 'instant',
    titre: 'Supprimée',
    valeur: ({ instant }) => instant,
    rendu: ({ instant }) => formatInstant(partiesLocales(instant), ''),
    largeur: 190,
    extensible: 0,
  },
  { cle: 'qui', titre: 'Par', valeur: ({ qui }) => qui, largeur: 120 },
  { cle: 'liens', titre: 'Lignes liées', type: 'nombre', valeur: ({ liens }) => liens, largeur: 110 },
  { cle: 'jusquAu', titre: 'Reste jusqu’au', type: 'jour', valeur: ({ jusquAu }) => jusquAu, largeur: 130 },
]

/** What was deleted and may still come back, with the rows that left with it. */
export function Corbeille() {
  const { data, error, refetch } = useOperation(listerCorbeille, {})
  const reglages = useOperation(lireReglagesJournal, {})
  const sortir = useCommand(sortirDeCorbeille)
  const table = useMemoryTable({
    vues: 'corbeille',
    label: 'Corbeille',
    columns,
    rows: data,
    rowKey: ({ table: nom, id }) => `${nom} ${id}`,
    noun: { un: 'fiche supprimée', plusieurs: 'fiches supprimées' },
    selectable: true,
  })
  if (error) return <ErrorState error={error} retry={refetch} />
  const jours = reglages.data?.corbeilleJours ?? 30
  const faireRevenir = async (fiches: readonly FicheSupprimee[]): Promise<void> => {
    for (const { table: nom, id } of fiches) {
      try {
        const { fiche, liens } = await sortir.mutateAsync({ table: nom, id })
        const page = pageDe(fiche)
        notify.done(
          `De retour : ${fiche.libelle}${liens === 0 ? '' : `, avec ${compte(liens, 'ligne liée', 'lignes liées')}`}.`,
          page === null ? {} : { action: { label: 'Ouvrir', onClick: () => navigate(page) } },
        )
      } catch (failure) {
        notify.error(failure)
      }
    }
  }
  return (
    <div className={classes.corbeille}>
      {data && data.length > 0 && (
        <>
          <p className={classes.mot}>
            Ce qui a été supprimé depuis moins de {compte(jours, 'jour')}. Cochez ce qui doit revenir, avec ses lignes
            liées.
          </p>
          <TableFilters table={table} tools={<TableTools table={table} />} />
        </>
      )}
      <DataTable
        table={table}
        empty={
          <EmptyState title="La corbeille est vide">Rien n’a été supprimé depuis {compte(jours, 'jour')}.</EmptyState>
        }
        bulk={
          <Button
            loading={sortir.isPending}
            onClick={() => void faireRevenir(table.selectedRows).then(table.clearSelection)}
          >
            Faire revenir {compte(table.selectedCount, 'fiche')}
          </Button>
        }
      />
    </div>
  )
}
