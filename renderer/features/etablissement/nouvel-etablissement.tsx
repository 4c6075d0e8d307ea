import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { z } from 'zod'
import { typesAnnuaire } from '../../../shared/domain/annuaire/perimetre'
import { etablissement, type Etablissement } from '../../../shared/domain/etablissement/etablissement'
import { creerEtablissement } from '../../../shared/domain/etablissement/etablissement.contract'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useBrouillon } from '../../brouillon'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { DraftOffer } from '../../ui/form/draft'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { navigate } from '../../ui/router'
import { champUai, choixSecteur } from './champs'

type Values = Pick<Etablissement, 'uai' | 'nom' | 'type' | 'commune' | 'secteur'>

const schema: z.ZodType<Values, Values> = etablissement
  .pick({ nom: true, type: true, commune: true, secteur: true })
  .extend({ uai: champUai })

/** One établissement that the annuaire does not have. */
export function NouvelEtablissement({ onClose }: { onClose: () => void }) {
  const creer = useCommand(creerEtablissement)
  const values = useMemo((): Values => ({ uai: '', nom: '', type: 'Collège', commune: '', secteur: 'public' }), [])
  const form = useSubmitForm<Values>({
    schema,
    values,
    draft: useBrouillon('nouvelEtablissement'),
    submit: async (saisie) => {
      const { id } = await creer.mutateAsync(saisie)
      navigate(paths.etablissement.href({ id }))
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Nouvel établissement"
      size="lg"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form}>Créer l’établissement</SubmitButton>
        </>
      }
    >
      <DraftOffer form={form} />
      <FormGrid columns={2}>
        <FieldText
          form={form}
          name="uai"
          label="Code UAI"
          required
          help="Sept chiffres et une lettre, par exemple 0350760L."
        />
        <FieldChoix
          form={form}
          name="type"
          label="Type"
          options={typesAnnuaire.map((value) => ({ value, label: value }))}
          required
        />
        <FieldText form={form} name="nom" label="Nom" required span={2} />
        <FieldText form={form} name="commune" label="Commune" />
        <FieldChoix form={form} name="secteur" label="Secteur" options={choixSecteur} required />
      </FormGrid>
    </Dialog>
  )
}
