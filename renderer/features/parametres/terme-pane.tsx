import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { vocabulaire, type Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import {
  deplacerTerme,
  listerVocabulaires,
  modifierTerme,
  supprimerTerme,
} from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { HistoriqueDeFiche } from '../../journal/historique-fiche'
import { FieldBooleen, FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import type { FormModel } from '../../ui/form/form-model'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { DetailPane } from '../../ui/page'
import { ChampsTerme, type ValeursTerme } from './champs-terme'

const schema = vocabulaire.pick({
  code: true,
  libelle: true,
  libelleFeminin: true,
  abrege: true,
  categorie: true,
  heures: true,
  synonymes: true,
  actif: true,
  debutLe: true,
  finLe: true,
  remplaceParId: true,
})

interface Values extends ValeursTerme {
  actif: 0 | 1
  debutLe: string | null
  finLe: string | null
  remplaceParId: string | null
}

interface TermePaneProps {
  terme: Vocabulaire
  premier: boolean
  dernier: boolean
  onClose: () => void
}

/** One term, written as each field is left. */
export function TermePane({ terme, premier, dernier, onClose }: TermePaneProps) {
  const { id, liste, ordre: _, ...values } = terme
  const modifier = useCommand(modifierTerme)
  const deplacer = useCommand(deplacerTerme)
  const supprimer = useCommand(supprimerTerme)
  const form = useAutosaveForm<Values>({
    schema,
    values,
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  const move = (sens: 'monter' | 'descendre'): void => deplacer.mutate({ id, sens }, { onError: notify.error })
  return (
    <DetailPane
      title={terme.libelle}
      subtitle={<SaveStatus form={form} />}
      onClose={onClose}
      actions={
        <>
          <ActionIcon
            data-writes
            variant="default"
            size={32}
            aria-label="Monter dans la liste"
            disabled={premier}
            onClick={() => move('monter')}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            data-writes
            variant="default"
            size={32}
            aria-label="Descendre dans la liste"
            disabled={dernier}
            onClick={() => move('descendre')}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <Button
            variant="default"
            ml="auto"
            loading={supprimer.isPending}
            onClick={() => supprimer.mutate({ id }, { onSuccess: onClose, onError: notify.error })}
          >
            Supprimer
          </Button>
        </>
      }
    >
      <FormGrid columns={1}>
        <ChampsTerme form={form} liste={liste} />
        {liste === 'visa' && <ValiditeDuVisa form={form} id={id} />}
        <FieldBooleen
          form={form}
          name="actif"
          label="Proposé dans les écrans"
          help="Un terme inactif reste sur les fiches qui l’utilisent."
        />
      </FormGrid>
      <HistoriqueDeFiche table="vocabulaire" id={id} />
    </DetailPane>
  )
}

/** When a text of reference is in force, and what takes its place: letters that cite it say so. */
function ValiditeDuVisa({ form, id }: { form: FormModel<Values>; id: string }) {
  const visas = (useOperation(listerVocabulaires, {}).data ?? []).filter(
    (terme) => terme.liste === 'visa' && terme.id !== id,
  )
  return (
    <>
      <FieldJour form={form} name="debutLe" label="En vigueur du" />
      <FieldJour
        form={form}
        name="finLe"
        label="Au"
        help="Dernier jour. Vide : toujours en vigueur, sauf si un autre texte le remplace."
      />
      <FieldChoix
        form={form}
        name="remplaceParId"
        label="Remplacé par"
        clearable
        placeholder="Aucun texte"
        options={visas.map(({ id: value, libelle, abrege }) => ({ value, label: abrege ?? libelle }))}
        help="Les lettres qui citent l’ancien texte le signalent, et proposent celui-ci."
      />
    </>
  )
}
