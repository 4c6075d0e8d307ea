import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { anneeScolairePrecedente, anneeScolaireSuivante } from '../../../shared/annee-scolaire'
import type { AnneeScolaire } from '../../../shared/domain/annee-scolaire/annee-scolaire'
import { ajouterAnnee, listerAnnees } from '../../../shared/domain/parametres/parametres.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { useSession } from '../../session'
import { EmptyState, ErrorState } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { State } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import classes from './parametres.module.css'

interface Ligne extends AnneeScolaire {
  situation: 'courante' | 'passee' | 'future'
  affichee: boolean
}

const libelles = { courante: 'Année en cours', passee: 'Passée', future: 'À venir' } as const
const tons = { courante: 'succes', passee: 'neutre', future: 'info' } as const

const columns: readonly Column<Ligne>[] = [
  { cle: 'id', titre: 'Année scolaire', valeur: ({ id }) => id, largeur: 150, principale: true },
  { cle: 'debutLe', titre: 'Du', type: 'jour', valeur: ({ debutLe }) => debutLe },
  { cle: 'finLe', titre: 'Au', type: 'jour', valeur: ({ finLe }) => finLe },
  {
    cle: 'situation',
    titre: 'Situation',
    type: 'etat',
    valeur: ({ situation }) => libelles[situation],
    rendu: ({ situation }) => <State tone={tons[situation]}>{libelles[situation]}</State>,
    largeur: 160,
  },
  {
    cle: 'affichee',
    titre: 'Affichée',
    valeur: ({ affichee }) => (affichee ? 'dans tous les écrans' : ''),
    largeur: 150,
  },
]

const noAnnee: readonly AnneeScolaire[] = []

/** The school years the register keeps; opening one makes it choosable at the top of the window. */
export function AnneesTab() {
  const query = useOperation(listerAnnees, {})
  const ajouter = useCommand(ajouterAnnee)
  const { anneeId, setAnneeId } = useSession()
  const { annees = noAnnee, couranteId = '' } = query.data ?? {}
  const rows = useMemo(
    () =>
      annees.map((annee) => ({
        ...annee,
        situation: situationDe(annee.id, couranteId),
        affichee: annee.id === anneeId,
      })),
    [annees, couranteId, anneeId],
  )
  const table = useMemoryTable({
    vues: 'annees',
    label: 'Années scolaires',
    columns,
    rows: query.data && rows,
    rowKey: ({ id }) => id,
    noun: { un: 'année scolaire', plusieurs: 'années scolaires' },
    onOpen: ({ id }) => setAnneeId(id),
  })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  const [recente, ancienne] = [annees[0]?.id, annees.at(-1)?.id]
  const open = (id: string): void => ajouter.mutate({ anneeId: id }, { onError: notify.error })
  return (
    <div className={classes.column}>
      <ListSection
        title="Années scolaires du registre"
        description="Aucune année n’est jamais effacée&nbsp;: les lettres et les affectations passées restent lisibles."
        actions={
          recente !== undefined &&
          ancienne !== undefined && (
            <>
              <Button
                variant="default"
                onClick={() => open(anneeScolairePrecedente(ancienne))}
                loading={ajouter.isPending}
              >
                Ouvrir {anneeScolairePrecedente(ancienne)}
              </Button>
              <Button onClick={() => open(anneeScolaireSuivante(recente))} loading={ajouter.isPending}>
                Ouvrir {anneeScolaireSuivante(recente)}
              </Button>
            </>
          )
        }
        table={table}
        empty={<EmptyState title="Aucune année scolaire" />}
      />
    </div>
  )
}

function situationDe(id: string, couranteId: string): Ligne['situation'] {
  if (id === couranteId) return 'courante'
  return id < couranteId ? 'passee' : 'future'
}
