import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { reseau, type Reseau } from '../../../shared/domain/reseau/reseau'
import { creerReseau } from '../../../shared/domain/reseau/reseau.contract'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { id } from '../../../shared/schema'
import { useCommand } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { choixDe, useTermes } from '../../vocabulaires'
import { useBrouillon } from '../../brouillon'
import { Dialog } from '../../ui/dialog'
import { FieldChoix } from '../../ui/form/choice-fields'
import { FieldRecherche } from '../../ui/form/field-recherche'
import { DraftOffer } from '../../ui/form/draft'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldText } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { navigate } from '../../ui/router'
import { chercherEtablissement } from './recherche'

type Values = Pick<Reseau, 'code' | 'nom' | 'typeId' | 'bassin' | 'teteId' | 'animateur'>

const schema = reseau
  .pick({ code: true, nom: true, bassin: true, teteId: true, animateur: true })
  .extend({ typeId: id.min(1, 'Choisissez un type de réseau.') })

/** A network: its members are added on its page. */
export function NouveauReseau({ onClose }: { onClose: () => void }) {
  const types = useTermes('typeReseau')
  return types.length === 0 ? null : <Saisie types={types} onClose={onClose} />
}

function Saisie({ types, onClose }: { types: readonly Vocabulaire[]; onClose: () => void }) {
  const creer = useCommand(creerReseau)
  const [premier] = types
  const values = useMemo(
    (): Values => ({ code: '', nom: '', typeId: premier?.id ?? '', bassin: '', teteId: null, animateur: '' }),
    [premier],
  )
  const form = useSubmitForm<Values>({
    schema,
    values,
    draft: useBrouillon('nouveauReseau'),
    submit: async (saisie) => {
      const { id: nouveauId } = await creer.mutateAsync(saisie)
      navigate(paths.reseau.href({ id: nouveauId }))
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Nouveau réseau"
      size="lg"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form}>Créer le réseau</SubmitButton>
        </>
      }
    >
      <DraftOffer form={form} />
      <FormGrid columns={2}>
        <FieldText form={form} name="nom" label="Nom" required />
        <FieldText form={form} name="code" label="Code" required help="Court et unique, par exemple FOQ-35-REN." />
        <FieldChoix form={form} name="typeId" label="Type" options={choixDe(types)} required />
        <FieldText form={form} name="bassin" label="Bassin ou ZAP" />
        <FieldRecherche
          form={form}
          name="teteId"
          label="Établissement tête de réseau"
          search={chercherEtablissement}
          placeholder="Nom, commune ou UAI…"
        />
        <FieldText form={form} name="animateur" label="Animateur" />
      </FormGrid>
    </Dialog>
  )
}
