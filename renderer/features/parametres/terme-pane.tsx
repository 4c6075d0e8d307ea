import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { vocabulaire, type Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { deplacerTerme, modifierTerme, supprimerTerme } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useCommand } from '../../ipc/use-operation'
import { HistoriqueDeFiche } from '../../journal/historique-fiche'
import { FieldBooleen } from '../../ui/form/choice-fields'
import { FormGrid, SaveStatus } from '../../ui/form/form'
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
  courriel: true,
  actif: true,
})

interface Values extends ValeursTerme {
  actif: 0 | 1
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
            variant="default"
            size={32}
            aria-label="Monter dans la liste"
            disabled={premier}
            onClick={() => move('monter')}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
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
