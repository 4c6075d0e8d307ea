import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import type { LigneFse } from '../../../shared/domain/fse/fse'
import {
  ajouterLigneFse,
  appliquerForfait,
  modifierLignesFse,
  type OperationFseComplete,
} from '../../../shared/domain/fse/fse.contract'
import { libellesPoste } from '../../../shared/domain/fse/postes'
import type { CleDeTableau } from '../../../shared/domain/liste/tableaux'
import { useCommand } from '../../ipc/use-operation'
import { ListSection } from '../../liste/list-section'
import { useMemoryTable } from '../../liste/use-memory-table'
import { EmptyState } from '../../ui/empty-state'
import { Constats } from '../../ui/form/form'
import { formatValeur } from '../../ui/format'
import { notify } from '../../ui/notice'
import { SplitPane } from '../../ui/page'
import { State } from '../../ui/state'
import { changedFields } from '../../ui/table/changed-fields'
import { champDe, type Column } from '../../ui/table/column'
import type { WriteCells } from '../../ui/table/table-model'
import { choixJustificatif, libellesJustificatif, tonsJustificatif } from './libelles'
import { LinePane } from './line-pane'
import classes from './fse.module.css'

const champ = champDe('ligneFse')

const montant = { input: { genre: 'montant' }, obligatoire: true } as const

const columns: readonly Column<LigneFse>[] = [
  { cle: 'poste', titre: 'Poste', valeur: ({ poste }) => poste, largeur: 60, extensible: 0, cellule: champ('poste') },
  {
    cle: 'libelle',
    titre: 'Ligne',
    valeur: ({ libelle }) => libelle,
    largeur: 220,
    extensible: 4,
    principale: true,
    cellule: champ('libelle'),
    edition: { input: { genre: 'texte', longueur: 300 }, obligatoire: true },
  },
  { cle: 'nature', titre: 'Nature', valeur: ({ poste }) => libellesPoste[poste], largeur: 180, extensible: 3 },
  {
    cle: 'prevu',
    titre: 'Prévu',
    type: 'montant',
    valeur: ({ prevuCents }) => prevuCents,
    largeur: 120,
    total: 'somme',
    cellule: champ('prevuCents'),
    edition: montant,
  },
  {
    cle: 'realise',
    titre: 'Réalisé',
    type: 'montant',
    valeur: ({ realiseCents }) => realiseCents,
    largeur: 120,
    total: 'somme',
    cellule: champ('realiseCents'),
    edition: montant,
  },
  {
    cle: 'reste',
    titre: 'Reste',
    type: 'montant',
    valeur: ({ prevuCents, realiseCents }) => prevuCents - realiseCents,
    largeur: 120,
    total: 'somme',
  },
  {
    cle: 'justificatif',
    titre: 'Justificatif',
    type: 'etat',
    valeur: ({ justificatif }) => libellesJustificatif[justificatif],
    rendu: ({ justificatif }) => (
      <State tone={tonsJustificatif[justificatif]}>{libellesJustificatif[justificatif]}</State>
    ),
    largeur: 108,
    cellule: champ('justificatif'),
    edition: {
      input: { genre: 'choix', options: choixJustificatif },
      valeur: ({ justificatif }) => justificatif,
      obligatoire: true,
    },
  },
]

/** Expenses, resources and their balance; the chosen line is edited at the right. */
export function OperationPlan({ complete }: { complete: OperationFseComplete }) {
  const { operation, lignes, prevu, realise } = complete
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = lignes.find(({ id }) => id === chosenId)
  const ajouter = useCommand(ajouterLigneFse)
  const add = async (poste: 'D1' | 'F1'): Promise<void> => {
    try {
      const ligne = await ajouter.mutateAsync({
        operationId: operation.id,
        ligne: { poste, libelle: 'Nouvelle ligne' },
      })
      setChosenId(ligne.id)
    } catch (error) {
      notify.error(error)
    }
  }
  const constats = [...prevu.constats, ...realise.constats].map(({ champ: _field, ...constat }) => constat)
  return (
    <SplitPane
      detail={
        chosen ? (
          <LinePane
            key={chosen.id}
            ligne={chosen}
            onClose={() => {
              setChosenId(null)
            }}
          />
        ) : null
      }
    >
      <div className={classes.plan}>
        <Constats items={constats} />
        <ForfaitButton complete={complete} />
        <Lines
          title="Dépenses"
          vues="planDesDepenses"
          actions={
            <Button variant="default" onClick={() => void add('D1')}>
              Ajouter une dépense
            </Button>
          }
          lignes={lignes.filter(({ sens }) => sens === 'depense')}
          onChoose={setChosenId}
        />
        <Lines
          title="Ressources"
          vues="planDesRessources"
          description={`Le taux de ${formatValeur('pourcentage', operation.taux)} permet ${formatValeur('montant', prevu.fseAuTauxCents)} de FSE sur le coût prévu.`}
          actions={
            <Button variant="default" onClick={() => void add('F1')}>
              Ajouter une ressource
            </Button>
          }
          lignes={lignes.filter(({ sens }) => sens === 'ressource')}
          onChoose={setChosenId}
        />
      </div>
    </SplitPane>
  )
}

/** Writes what is typed or pasted in the plan: all of it or nothing, in one step. */
function useWritePlan(): WriteCells<LigneFse> {
  const { mutateAsync } = useCommand(modifierLignesFse)
  const queryClient = useQueryClient()
  return useCallback(
    async (changes) => {
      await mutateAsync({ lignes: changedFields(changes).map(({ id, champs }) => ({ id, champs })) })
      await queryClient.invalidateQueries()
      return []
    },
    [mutateAsync, queryClient],
  )
}

interface LinesProps {
  title: string
  description?: string
  actions: ReactNode
  vues: CleDeTableau
  lignes: readonly LigneFse[]
  onChoose: (id: string) => void
}

function Lines({ title, description, actions, vues, lignes, onChoose }: LinesProps) {
  const table = useMemoryTable({
    vues,
    ofRecord: true,
    label: title,
    columns,
    rows: lignes,
    rowKey: ({ id }) => id,
    noun: { un: 'ligne', plusieurs: 'lignes' },
    onOpen: ({ id }) => {
      onChoose(id)
    },
    onWrite: useWritePlan(),
  })
  return (
    <ListSection
      title={title}
      description={description}
      actions={actions}
      table={table}
      empty={<EmptyState title="Aucune ligne">Ajoutez la première ligne, puis ses montants.</EmptyState>}
    />
  )
}

/** Under the findings, while the typed forfait is not the one that the regime computes: writes what they say. */
function ForfaitButton({ complete: { operation, prevu, realise } }: { complete: OperationFseComplete }) {
  const appliquer = useCommand(appliquerForfait)
  const aEcrire = [
    { nom: 'prévu', plan: prevu.plan },
    { nom: 'réalisé', plan: realise.plan },
  ].flatMap(({ nom, plan: { forfait, parPoste } }) =>
    forfait === null || parPoste[forfait.poste] === forfait.montantCents
      ? []
      : [`${nom} de ${formatValeur('montant', forfait.montantCents)}`],
  )
  if (aEcrire.length === 0) return null
  return (
    <Button
      className={classes.forfait}
      variant="default"
      loading={appliquer.isPending}
      onClick={() => {
        appliquer.mutate({ operationId: operation.id }, { onError: notify.error })
      }}
    >
      {`Écrire le forfait ${aEcrire.join(' et ')}`}
    </Button>
  )
}
