import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import {
  definirEtablissements,
  modifierEtablissements,
  type LettreLue,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { compte } from '../../../shared/nombres'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { TableTools } from '../../liste/table-tools'
import { useMemoryTable } from '../../liste/use-memory-table'
import { EmptyState } from '../../ui/empty-state'
import { pick } from '../../ui/form/changes'
import { FieldRecherche } from '../../ui/form/field-recherche'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { ReadOnly, useReadOnly } from '../../ui/read-only'
import type { Option } from '../../ui/table/cell-input'
import { changedFields } from '../../ui/table/changed-fields'
import { DataTable } from '../../ui/table/data-table'
import { FilterBar } from '../../ui/table/filter-bar'
import { FilterDialog } from '../../ui/table/filter-dialog'
import type { WriteCells } from '../../ui/table/table-model'
import { ViewMenu } from '../../ui/table/view-menu'
import { champsDeLieu, lieuColumns } from './lieu-columns'
import { LieuDetail, type Lieu } from './lieu-detail'
import { ListeConstats } from './liste-constats'
import classes from './lettre.module.css'
import { trouverEtablissement } from './onglet-service'

/** Natures of intervention that may be chosen, and those that the letter has, retired or not. */
function useNatures({ etablissements }: LettreLue): readonly Option[] {
  const termes = useOperation(listerVocabulaires, {}).data
  return useMemo(() => {
    const employees = new Set(etablissements.map(({ natureId }) => natureId))
    return (termes ?? [])
      .filter(({ liste, actif, id }) => liste === 'natureIntervention' && (actif === 1 || employees.has(id)))
      .map(({ id, libelle, abrege }) => ({ value: id, label: libelle, ...(abrege !== null && { alias: [abrege] }) }))
  }, [termes, etablissements])
}

/** Writes what is typed or pasted: all of it or nothing, in one step. */
function useWriteLieux(lettreId: string): WriteCells<Lieu> {
  const { mutateAsync } = useCommand(modifierEtablissements)
  const queryClient = useQueryClient()
  return useCallback(
    async (changes) => {
      const lignes = changedFields(changes).map(({ id, row, champs: ecrits }) => {
        const champs = champsDeLieu(row, ecrits)
        return { id, champs, attendu: pick({ ...row }, Object.keys(champs)) }
      })
      await mutateAsync({ id: lettreId, lignes })
      await queryClient.invalidateQueries()
      return []
    },
    [lettreId, mutateAsync, queryClient],
  )
}

type Ligne = Pick<Lieu, 'etablissementId' | 'natureId' | 'volume' | 'uniteVolume' | 'gpds'> & { id?: string }

const ligneDe = ({ id, etablissementId, natureId, volume, uniteVolume, gpds }: Lieu): Ligne => ({
  id,
  etablissementId,
  natureId,
  volume,
  uniteVolume,
  gpds,
})

/** Where the mission is done: nature, volume, GPDS, one line each. */
export function OngletEtablissements({ lue }: { lue: LettreLue }) {
  const { lettre, etablissements, etablissementsAProposer: proposes, constats, figee } = lue
  const definir = useCommand(definirEtablissements)
  const natures = useNatures(lue)
  const [ouverte, setOuverte] = useState<string>()
  const [filtre, setFiltre] = useState(false)
  const ecrit = !useReadOnly() && !figee
  const onWrite = useWriteLieux(lettre.id)
  const liste = useRef<HTMLDivElement>(null)
  const aRetire = useRef(false)
  // The button that was pressed goes with what it removed: the keyboard stays in the list.
  useEffect(() => {
    if (!aRetire.current) return
    aRetire.current = false
    const place = (selector: string) => liste.current?.querySelector<HTMLElement>(selector)
    ;(place('[role=gridcell][tabindex="0"]') ?? place('input'))?.focus()
  }, [etablissements])
  const ecrire = (voulues: readonly Ligne[]): Promise<unknown> =>
    definir.mutateAsync({ id: lettre.id, lignes: [...voulues], attendues: etablissements.map(ligneDe) })
  const ajouter = (ids: readonly string[]): Promise<unknown> =>
    ecrire([
      ...etablissements.map(ligneDe),
      ...ids.map((etablissementId): Ligne => ({
        ...{ etablissementId, natureId: null, volume: null },
        ...{ uniteVolume: 'heuresParAn', gpds: 0 },
      })),
    ])
  const retirer = async (ids: readonly string[]): Promise<void> => {
    try {
      await ecrire(etablissements.filter(({ id }) => !ids.includes(id)).map(ligneDe))
      aRetire.current = true
    } catch (error) {
      notify.error(error)
    }
  }
  const table = useMemoryTable({
    vues: 'etablissementsDeLettre',
    ofRecord: true,
    label: 'Établissements d’intervention',
    columns: useMemo(() => lieuColumns(natures), [natures]),
    rows: etablissements,
    rowKey: ({ id }) => id,
    noun: { un: 'établissement', plusieurs: 'établissements' },
    selectable: ecrit,
    onOpen: ({ id }) => setOuverte(id),
    ...(!figee && { onWrite }),
  })
  const choisis = table.selectedRows.map(({ id }) => id)
  const detail = etablissements.find(({ id }) => id === ouverte)
  return (
    <div className={classes.lieux} data-key="lettreEtablissement" ref={liste}>
      <ListeConstats constats={constats} champs={['etablissements']} />
      <div className={classes.ajoutLieu}>
        {ecrit && <Ajout cites={etablissements} onAdd={(id) => ajouter([id])} />}
        {etablissements.length > 0 && (
          <div className={classes.outils}>
            <ViewMenu table={table} onFilter={() => setFiltre(true)} pictures />
            <TableTools table={table} />
          </div>
        )}
      </div>
      {ecrit && proposes.length > 0 && (
        <div className={classes.bas}>
          <Button
            variant="default"
            size="compact-sm"
            loading={definir.isPending}
            onClick={() => void ajouter(proposes.map(({ id }) => id)).catch(notify.error)}
          >
            Ajouter {compte(proposes.length, 'établissement')} de ses réseaux
          </Button>
        </div>
      )}
      <FilterBar table={table} onEdit={() => setFiltre(true)} />
      <DataTable
        table={table}
        height="content"
        bulk={
          <Button variant="default" size="compact-sm" onClick={() => void retirer(choisis)}>
            Retirer
            <span className="visually-hidden"> de la lettre ({compte(choisis.length, 'établissement')})</span>
          </Button>
        }
        empty={
          <EmptyState title="Aucun établissement d’intervention">
            Cherchez un établissement par son nom, sa commune ou son UAI, ou ajoutez ceux des réseaux.
          </EmptyState>
        }
      />
      {filtre && <FilterDialog table={table} onClose={() => setFiltre(false)} />}
      {detail && (
        <ReadOnly value={!ecrit}>
          <LieuDetail
            key={detail.id}
            lettreId={lettre.id}
            lieu={detail}
            natures={natures}
            {...(ecrit && { onRemove: () => void retirer([detail.id]) })}
            onClose={() => setOuverte(undefined)}
          />
        </ReadOnly>
      )}
    </div>
  )
}

interface AjoutProps {
  cites: LettreLue['etablissements']
  onAdd: (etablissementId: string) => Promise<unknown>
}

/** One établissement after the other: once added, the field is empty again and still has the focus. */
function Ajout({ cites, onAdd }: AjoutProps) {
  const [fois, setFois] = useState(0)
  return (
    <ChampAjout
      key={fois}
      encore={fois > 0}
      cites={cites}
      onAdd={async (id) => {
        await onAdd(id)
        setFois((nombre) => nombre + 1)
      }}
    />
  )
}

const schemaAjout = z.object({ etablissementId: z.string().nullable() })

function ChampAjout({ cites, onAdd, encore }: AjoutProps & { encore: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  const form = useAutosaveForm<{ etablissementId: string | null }>({
    schema: schemaAjout,
    values: { etablissementId: null },
    save: ({ etablissementId }) => (typeof etablissementId === 'string' ? onAdd(etablissementId) : Promise.resolve()),
  })
  useEffect(() => {
    if (encore) place.current?.querySelector('input')?.focus()
  }, [encore])
  return (
    <div ref={place}>
      <FieldRecherche
        form={form}
        name="etablissementId"
        label="Ajouter un établissement"
        search={async (texte, signal) =>
          (await trouverEtablissement(texte, signal)).filter(
            ({ value }) => !cites.some(({ etablissementId }) => etablissementId === value),
          )
        }
        placeholder="Nom, commune ou UAI…"
      />
    </div>
  )
}
