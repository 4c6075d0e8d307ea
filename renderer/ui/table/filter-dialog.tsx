import { Button, CloseButton, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type Condition, estGroupe, type Filtre, profondeurAuPlus } from '../../../shared/liste/filtre'
import { compte } from '../../../shared/nombres'
import { Dialog } from '../dialog'
import type { Column } from './column'
import { operatorsOf } from './condition'
import { ConditionForm } from './condition-form'
import type { DataTableModel } from './table-model'
import classes from './table.module.css'

interface FilterDialogProps<Row> {
  table: DataTableModel<Row>
  onClose: () => void
}

const none: Filtre = { lien: 'et', termes: [] }

/**
 * The whole filter: conditions joined by « et » or « ou », and groups of them within groups; the list follows as it is written. What is
 * begun and says nothing yet is in the dialog alone: among alternatives it would keep every row.
 */
export function FilterDialog<Row>({ table, onClose }: FilterDialogProps<Row>) {
  const [filter, setDraft] = useState(table.view.filter ?? none)
  const write = (draft: Filtre): void => {
    const kept = pruned(draft)
    setDraft(draft)
    table.setFilter(kept.termes.length === 0 ? null : kept)
  }
  return (
    <Dialog
      opened
      size="xl"
      onClose={onClose}
      title="Filtrer la liste"
      actions={
        <>
          <Button data-reads variant="default" onClick={() => write(none)}>
            Tout effacer
          </Button>
          <Button data-reads onClick={onClose}>
            Voir {compte(table.kept, table.noun.un, table.noun.plusieurs)}
          </Button>
        </>
      }
    >
      <GroupFields table={table} filter={filter} depth={0} onChange={write} />
    </Dialog>
  )
}

/** Without the conditions that were begun and say nothing: they keep every row. */
function pruned({ lien, termes }: Filtre): Filtre {
  const kept = termes.flatMap((terme): (Condition | Filtre)[] => {
    if (estGroupe(terme)) {
      const inside = pruned(terme)
      return inside.termes.length === 0 ? [] : [inside]
    }
    return saysNothing(terme) ? [] : [terme]
  })
  return { lien, termes: kept }
}

/** On any column: what a condition is while its fields are empty. */
const blank = <Row,>({ cle }: Column<Row>): Condition => ({ colonne: cle, op: 'contient', valeur: '' })

const saysNothing = (terme: Condition): boolean =>
  ('valeurs' in terme && terme.valeurs.length === 0) || (terme.op === 'contient' && terme.valeur === '')

/** What its fields say as they open: nothing before something is typed or ticked, but for a day, or a yes. */
function begun<Row>(column: Column<Row>): Condition {
  const colonne = column.cle
  const [first] = operatorsOf(column)
  if (first === 'parmi') return { colonne, op: 'parmi', valeurs: [] }
  if (first === 'periode') return { colonne, op: 'periode', periode: { dansLes: 30 } }
  return first === 'oui' ? { colonne, op: 'oui' } : blank(column)
}

interface GroupProps<Row> {
  table: DataTableModel<Row>
  filter: Filtre
  depth: number
  onChange: (filter: Filtre) => void
}

function GroupFields<Row>({ table, filter, depth, onChange }: GroupProps<Row>) {
  // Two terms may say the same: each one's fields go with it when another is taken away.
  const [keys, setKeys] = useState<readonly number[]>(() => [...filter.termes.keys()])
  const replace = (index: number, terme: Condition | Filtre): void =>
    onChange({ ...filter, termes: filter.termes.with(index, terme) })
  const remove = (index: number): void => {
    setKeys(keys.toSpliced(index, 1))
    onChange({ ...filter, termes: filter.termes.toSpliced(index, 1) })
  }
  const add = (terme: Condition | Filtre): void => {
    setKeys([...keys, 1 + Math.max(-1, ...keys)])
    onChange({ ...filter, termes: [...filter.termes, terme] })
  }
  const [first] = table.allColumns
  return (
    <div className={classes.filterGroup} data-depth={depth} role="group" aria-label={depth === 0 ? 'Filtre' : 'Groupe'}>
      <NativeSelect
        aria-label="Garder les lignes qui remplissent"
        data={[
          { value: 'et', label: 'Garder les lignes qui remplissent toutes les conditions' },
          { value: 'ou', label: 'Garder les lignes qui remplissent l’une des conditions' },
        ]}
        value={filter.lien}
        onChange={({ currentTarget }) => onChange({ ...filter, lien: currentTarget.value === 'ou' ? 'ou' : 'et' })}
      />
      {filter.termes.map((terme, index) => (
        <div key={keys[index]} className={classes.filterTerm}>
          {estGroupe(terme) ? (
            <GroupFields table={table} filter={terme} depth={depth + 1} onChange={(next) => replace(index, next)} />
          ) : (
            <TermFields table={table} terme={terme} onChange={(next) => replace(index, next)} />
          )}
          <CloseButton
            aria-label={estGroupe(terme) ? 'Retirer le groupe' : 'Retirer la condition'}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <div className={classes.filterAdd}>
        {first && (
          <Button
            data-reads
            variant="default"
            size="compact-sm"
            data-autofocus={depth === 0 || undefined}
            onClick={() => add(begun(first))}
          >
            Ajouter une condition
          </Button>
        )}
        {first && depth < profondeurAuPlus - 1 && (
          <Button
            data-reads
            variant="subtle"
            size="compact-sm"
            onClick={() => add({ lien: filter.lien === 'et' ? 'ou' : 'et', termes: [begun(first)] })}
          >
            Ajouter un groupe
          </Button>
        )}
      </div>
    </div>
  )
}

interface TermProps<Row> {
  table: DataTableModel<Row>
  terme: Condition
  onChange: (terme: Condition) => void
}

function TermFields<Row>({ table, terme, onChange }: TermProps<Row>) {
  const column = table.allColumns.find(({ cle }) => cle === terme.colonne)
  return (
    <>
      <NativeSelect
        aria-label="Colonne"
        className={classes.termColumn ?? ''}
        data={table.allColumns.map(({ cle, titre }) => ({ value: cle, label: titre }))}
        value={terme.colonne}
        onChange={({ currentTarget }) => {
          const next = table.allColumns.find(({ cle }) => cle === currentTarget.value)
          if (next) onChange(begun(next))
        }}
      />
      {column && (
        <ConditionForm
          key={column.cle}
          column={column}
          condition={terme}
          onChange={(next) => onChange(next ?? blank(column))}
          valuesOf={(asked) => table.valuesOf(asked, 'all')}
        />
      )}
    </>
  )
}
