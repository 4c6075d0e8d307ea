import { Button } from '@mantine/core'
import { z } from 'zod'
import { libelleDepartement } from '../../../shared/departements'
import type { ApercuAnnuaire } from '../../../shared/domain/annuaire/annuaire.contract'
import { formatNombre } from '../../../shared/nombres'
import { codeDepartement } from '../../../shared/schema'
import { Dialog } from '../../ui/dialog'
import { FieldBooleen, FieldChoixMultiple } from '../../ui/form/choice-fields'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { useMemo } from 'react'
import type { ChoixAnnuaire } from './use-annuaire'

interface Values {
  departements: string[]
  types: string[]
  fermerAbsents: boolean
}

const schema = z.object({
  departements: z.array(codeDepartement),
  types: z.array(z.string()).min(1, 'Choisissez au moins un type.'),
  fermerAbsents: z.boolean(),
})

interface PerimetreDialogProps {
  apercu: ApercuAnnuaire
  choix: ChoixAnnuaire
  onClose: () => void
  onChoix: (perimetre: Pick<ChoixAnnuaire, 'departements' | 'types' | 'fermerAbsents'>) => void
}

/** Which of the file's places and kinds the register wants. */
export function PerimetreDialog({ apercu, choix, onClose, onChoix }: PerimetreDialogProps) {
  const connus = useMemo(() => [...new Set([...apercu.types.map(({ type }) => type)])], [apercu])
  const values = useMemo(
    (): Values => ({
      departements: [...choix.departements],
      types: apercu.types.filter(({ retenu }) => retenu).map(({ type }) => type),
      fermerAbsents: choix.fermerAbsents,
    }),
    [apercu, choix],
  )
  const form = useSubmitForm<Values>({
    schema,
    values,
    submit: (saisie) => {
      const tous = connus.every((type) => saisie.types.includes(type))
      onChoix({ ...saisie, types: tous ? 'tous' : saisie.types })
      return Promise.resolve()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Périmètre de l’import"
      size="lg"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form}>Revoir l’aperçu</SubmitButton>
        </>
      }
    >
      <FormGrid columns={1}>
        <FieldChoixMultiple
          form={form}
          name="departements"
          label="Départements"
          help="Aucun : toute l’académie du registre."
          options={apercu.departements.map(({ code, lignes }) => ({
            value: code,
            label: `${libelleDepartement(code)} (${formatNombre(lignes)})`,
          }))}
        />
        <FieldChoixMultiple
          form={form}
          name="types"
          label="Types d’établissement"
          options={apercu.types.map(({ type, lignes }) => ({
            value: type,
            label: `${type} (${formatNombre(lignes)})`,
          }))}
        />
        <FieldBooleen
          form={form}
          name="fermerAbsents"
          label="Marquer comme fermés ceux que le fichier n’a plus"
          help="Seulement dans les départements et les types que le fichier contient. Rien n’est supprimé."
        />
      </FormGrid>
    </Dialog>
  )
}
