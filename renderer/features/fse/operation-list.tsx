import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { listerOperations, type OperationFseResumee } from '../../../shared/domain/fse/fse.contract'
import { finFseAVoir } from '../../../shared/domain/fse/suivi'
import { libellesEtatOperation, listeOperations } from '../../../shared/domain/fse/fse.liste'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { enrichColumns } from '../../liste/columns'
import { demandOf, ListeTools } from '../../liste/liste-tools'
import { useWriting } from '../../liste/use-writing'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { aujourdhui } from '../../today'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { Page } from '../../ui/page'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import { champDe, type Column } from '../../ui/table/column'
import { DataTable } from '../../ui/table/data-table'
import { TableFilters } from '../../ui/table/table-filters'
import { useDataTable } from '../../ui/table/use-data-table'
import { tonsEtatOperation } from './libelles'
import { NewOperation } from './new-operation'

const champ = champDe('operationFse')

const columns: readonly Column<OperationFseResumee>[] = [
  {
    cle: 'numero',
    titre: 'Numéro',
    valeur: ({ numero }) => numero,
    largeur: 105,
    extensible: 0,
    cellule: champ('numero'),
  },
  {
    cle: 'intitule',
    titre: 'Opération',
    valeur: ({ intitule }) => intitule,
    largeur: 190,
    principale: true,
    extensible: 2,
    cellule: champ('intitule'),
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ etat }) => libellesEtatOperation[etat],
    rendu: ({ etat }) => <State tone={tonsEtatOperation[etat]}>{libellesEtatOperation[etat]}</State>,
    largeur: 130,
    cellule: champ('etat'),
  },
  {
    cle: 'debutLe',
    titre: 'Début',
    type: 'jour',
    valeur: ({ debutLe }) => debutLe,
    largeur: 95,
    cellule: champ('debutLe'),
  },
  { cle: 'finLe', titre: 'Fin', type: 'jour', valeur: ({ finLe }) => finLe, largeur: 95, cellule: champ('finLe') },
  { cle: 'taux', titre: 'Taux', type: 'pourcentage', valeur: ({ taux }) => taux, largeur: 75, cellule: champ('taux') },
  { cle: 'prevu', titre: 'Coût prévu', type: 'montant', valeur: (ligne) => ligne.depensesPrevuesCents, total: 'somme' },
  {
    cle: 'realise',
    titre: 'Coût réalisé',
    type: 'montant',
    valeur: (ligne) => ligne.depensesRealiseesCents,
    total: 'somme',
  },
  { cle: 'lettres', titre: 'Lettres', type: 'nombre', valeur: ({ nombreLettres }) => nombreLettres, largeur: 75 },
  {
    cle: 'constats',
    titre: 'Contrôle',
    type: 'etat',
    valeur: ({ nombreConstats }) => nombreConstats,
    rendu: ({ nombreConstats }) =>
      nombreConstats === 0 ? (
        <State tone="succes">Cohérent</State>
      ) : (
        <State tone="attention">{compte(nombreConstats, 'constat')}</State>
      ),
    largeur: 120,
  },
]

const colonnes = enrichColumns(columns, listeOperations)

/** The operations, with what they cost and whether their plan holds. */
export function OperationListPage({ filtre }: { filtre: string | undefined }) {
  const operations = useOperation(listerOperations, {})
  const [creating, setCreating] = useState(false)
  const anneeId = useAnneeId()
  const contexte = useMemo(() => ({ anneeId, sansAffectation: false }), [anneeId])
  const ecrire = useWriting<OperationFseResumee>('operations', contexte)
  const table = useDataTable({
    label: 'Opérations FSE',
    columns: colonnes,
    memory: 'operations',
    onWrite: ecrire,
    rows: operations.data,
    rowKey: ({ id }) => id,
    noun: { un: 'opération', plusieurs: 'opérations' },
    chips: [
      { cle: 'enCours', titre: 'En cours', garde: ({ etat }) => etat === 'enCours' || etat === 'conventionnee' },
      { cle: 'aRevoir', titre: 'À revoir', garde: ({ nombreConstats }) => nombreConstats > 0, tone: 'attention' },
      {
        cle: 'finsFse',
        titre: 'Fin sous 90 jours',
        garde: (ligne) => finFseAVoir(ligne, aujourdhui()),
        tone: 'attention',
      },
      {
        cle: 'justificatifs',
        titre: 'Justificatifs incomplets',
        garde: ({ justificatifsManquants }) => justificatifsManquants > 0,
        tone: 'attention',
      },
    ],
    ...(filtre !== undefined && { activeChips: [filtre] }),
    onOpen: ({ id }) => {
      navigate(paths.operationFse.href({ id }))
    },
  })
  if (operations.error) return <ErrorState error={operations.error} retry={operations.refetch} />
  return (
    <Page
      title="Opérations FSE"
      state={phrase(operations.data)}
      filters={
        <TableFilters
          table={table}
          tools={<ListeTools liste="operations" table={table} demand={demandOf('operations', contexte, table)} />}
        />
      }
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

function phrase(operations: readonly OperationFseResumee[] | undefined): string {
  if (!operations) return 'Lecture des opérations…'
  const total = operations.reduce((somme, { depensesPrevuesCents }) => somme + depensesPrevuesCents, 0)
  const aRevoir = operations.filter(({ nombreConstats }) => nombreConstats > 0).length
  const controle = aRevoir === 0 ? 'Tous les plans sont cohérents.' : `${compte(aRevoir, 'plan')} à revoir.`
  return operations.length === 0
    ? 'Aucune opération.'
    : `${compte(operations.length, 'opération')}, ${formatValeur('montant', total)} de coût prévu. ${controle}`
}
