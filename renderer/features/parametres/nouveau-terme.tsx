import { Button } from '@mantine/core'
import { titresVocabulaire, type ListeVocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { ajouterTerme } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useCommand } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { ChampsTerme, type ValeursTerme } from './champs-terme'

const schema = ajouterTerme.input.omit({ liste: true, courriel: true })
const vide: ValeursTerme = {
  code: '',
  libelle: '',
  libelleFeminin: null,
  abrege: null,
  categorie: null,
  heures: null,
  synonymes: '',
}

interface NouveauTermeProps {
  liste: ListeVocabulaire
  onClose: () => void
  onCreated: (id: string) => void
}

/** A new term, at the end of its list. */
export function NouveauTerme({ liste, onClose, onCreated }: NouveauTermeProps) {
  const ajouter = useCommand(ajouterTerme)
  const form = useSubmitForm<ValeursTerme>({
    schema,
    values: vide,
    submit: async (values) => {
      const { id } = await ajouter.mutateAsync({ ...values, liste })
      onCreated(id)
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${titresVocabulaire[liste]}\u00a0: nouveau terme`}
      size="lg"
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <SubmitButton form={form} onDone={onClose}>
            Ajouter le terme
          </SubmitButton>
        </>
      }
    >
      <FormGrid columns={2}>
        <ChampsTerme form={form} liste={liste} />
      </FormGrid>
    </Dialog>
  )
}
