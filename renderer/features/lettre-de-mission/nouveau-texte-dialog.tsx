import { useMemo } from 'react'
import { z } from 'zod'
import { libellesLettre } from '../../../shared/domain/lettre-de-mission/libelles'
import type { LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { preparerAvenantLettre, remplacerLettre } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { jour } from '../../../shared/schema'
import { useBrouillon } from '../../brouillon'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { Dialog } from '../../ui/dialog'
import { DraftOffer } from '../../ui/form/draft'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldTextarea } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { navigate } from '../../ui/router'
import { aujourdhui } from './libelles'

const schema = z.object({ dateEffetLe: jour, motif: z.string() })

const mots = {
  avenant: {
    titre: 'Préparer un avenant',
    action: 'Préparer l’avenant',
    aide: 'La lettre reste en vigueur jusqu’à la signature de l’avenant. Il reprend son contenu : modifiez ce qui change, l’avenant dira quoi.',
    motif: 'Pourquoi la lettre est amendée',
  },
  remplacement: {
    titre: 'Annuler et remplacer',
    action: 'Annuler la lettre et préparer la suivante',
    aide: 'La lettre est annulée dès maintenant ; la nouvelle reprend son contenu et dit qu’elle l’annule et la remplace.',
    motif: 'Pourquoi la lettre est remplacée',
  },
} as const

/** From which day, and why: then the draft of the new text is opened. */
export function NouveauTexteDialog({
  lettre,
  genre,
  onClose,
}: {
  lettre: LettreDeMission
  genre: keyof typeof mots
  onClose: () => void
}) {
  const avenant = useCommand(preparerAvenantLettre)
  const remplacement = useCommand(remplacerLettre)
  const auDepart = genre === 'remplacement' || aujourdhui() < lettre.dateEffetLe || aujourdhui() > lettre.finLe
  const form = useSubmitForm<{ dateEffetLe: string; motif: string }>({
    schema,
    values: useMemo(
      () => ({ dateEffetLe: auDepart ? lettre.dateEffetLe : aujourdhui(), motif: '' }),
      [auDepart, lettre.dateEffetLe],
    ),
    draft: useBrouillon(`nouveauTexte.${genre}.${lettre.id}`),
    submit: async (valeurs) => {
      const commande = genre === 'avenant' ? avenant : remplacement
      const lue = await commande.mutateAsync({ id: lettre.id, ...valeurs })
      navigate(paths.lettre.href({ id: lue.lettre.id }))
    },
  })
  const { titre, action, aide, motif } = mots[genre]
  return (
    <Dialog
      opened
      onClose={onClose}
      title={titre}
      actions={
        <SubmitButton form={form} onDone={onClose}>
          {action}
        </SubmitButton>
      }
    >
      <p>{aide}</p>
      <DraftOffer form={form} />
      <FormGrid columns={1}>
        <FieldJour form={form} name="dateEffetLe" label={libellesLettre.dateEffetLe} required />
        <FieldTextarea form={form} name="motif" label={motif} required rows={2} />
      </FormGrid>
      {form.state.kind === 'failed' && <p role="alert">{form.state.message}</p>}
    </Dialog>
  )
}
