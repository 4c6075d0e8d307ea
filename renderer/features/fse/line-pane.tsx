import { Button } from '@mantine/core'
import { ligneFse, type LigneFse } from '../../../shared/domain/fse/fse'
import { modifierLigneFse, supprimerLigneFse } from '../../../shared/domain/fse/fse.contract'
import { useCommand } from '../../ipc/use-operation'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldMontant } from '../../ui/form/number-fields'
import { FieldText, FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { DetailPane } from '../../ui/page'
import { choixJustificatif, choixPoste } from './libelles'

const schema = ligneFse.pick({
  poste: true,
  libelle: true,
  prevuCents: true,
  realiseCents: true,
  justificatif: true,
  observations: true,
})
type Values = Pick<LigneFse, 'poste' | 'libelle' | 'prevuCents' | 'realiseCents' | 'justificatif' | 'observations'>

/** One line of the plan, written as each field is left. */
export function LinePane({ ligne, onClose }: { ligne: LigneFse; onClose: () => void }) {
  const { id, poste, libelle, prevuCents, realiseCents, justificatif, observations } = ligne
  const modifier = useCommand(modifierLigneFse)
  const supprimer = useCommand(supprimerLigneFse)
  const form = useAutosaveForm<Values>({
    schema,
    values: { poste, libelle, prevuCents, realiseCents, justificatif, observations },
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  const remove = (): void => {
    supprimer.mutate({ id }, { onSuccess: onClose, onError: notify.error })
  }
  return (
    <DetailPane
      title={libelle}
      subtitle={<SaveStatus form={form} />}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={remove} loading={supprimer.isPending}>
          Supprimer la ligne
        </Button>
      }
    >
      <FormGrid columns={1}>
        <FieldText form={form} name="libelle" label="Ligne" required />
        <FieldChoix form={form} name="poste" label="Poste" options={choixPoste} required />
        <FieldMontant
          form={form}
          name="prevuCents"
          label="Prévu"
          help="Une somme s’écrit telle quelle : 1200+350,50."
        />
        <FieldMontant form={form} name="realiseCents" label="Réalisé" />
        <FieldChoix form={form} name="justificatif" label="Justificatif" options={choixJustificatif} required />
        <FieldTextarea form={form} name="observations" label="Observations" rows={3} />
      </FormGrid>
    </DetailPane>
  )
}
