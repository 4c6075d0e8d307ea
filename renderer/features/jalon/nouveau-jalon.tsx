import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { jalon as schemaJalon, type Jalon } from '../../../shared/domain/jalon/jalon'
import { creerJalon } from '../../../shared/domain/jalon/jalon.contract'
import { useCommand } from '../../ipc/use-operation'
import { aujourdhui } from '../../today'
import { useBrouillon } from '../../brouillon'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { DraftOffer } from '../../ui/form/draft'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldNumber } from '../../ui/form/number-fields'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { choixEcran } from './libelles'

type Values = Pick<Jalon, 'libelle' | 'debutLe' | 'finLe' | 'preavisJours' | 'qui' | 'ecran'>
const schema = schemaJalon.omit({ id: true, anneeId: true, etat: true, observations: true })

interface NouveauJalonProps {
  anneeId: string
  onClose: () => void
  onCreated: (id: string) => void
}

/** A milestone of one's own. */
export function NouveauJalon({ anneeId, onClose, onCreated }: NouveauJalonProps) {
  const creer = useCommand(creerJalon)
  const form = useSubmitForm<Values>({
    schema,
    values: useMemo(
      () => ({ libelle: '', debutLe: aujourdhui(), finLe: aujourdhui(), preavisJours: 15, qui: '', ecran: 'aucun' }),
      [],
    ),
    draft: useBrouillon('nouveauJalon'),
    submit: async (saisie) => {
      const { id } = await creer.mutateAsync({ anneeId, ...saisie })
      onCreated(id)
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Nouveau jalon"
      size="lg"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form} onDone={onClose}>
            Ajouter le jalon
          </SubmitButton>
        </>
      }
    >
      <DraftOffer form={form} />
      <FormGrid columns={2}>
        <FieldText form={form} name="libelle" label="Jalon" required span={2} />
        <FieldJour form={form} name="debutLe" label="Du" required />
        <FieldJour
          form={form}
          name="finLe"
          label="Au"
          required
          help="Le même jour, ou tout le mois si la date n’est pas fixée."
        />
        <FieldNumber form={form} name="preavisJours" label="Préavis (jours)" decimals={0} required />
        <FieldText form={form} name="qui" label="Qui" />
        <FieldChoix form={form} name="ecran" label="Écran concerné" options={choixEcran} span={2} />
      </FormGrid>
    </Dialog>
  )
}
