import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { etatsSuivants } from '../../../shared/domain/lettre-de-mission/cycle'
import type { EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import {
  changerEtatLettre,
  supprimerLettre,
  type LettreLue,
} from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { jour } from '../../../shared/schema'
import { nomAffiche } from '../../../shared/text'
import { useCommand } from '../../ipc/use-operation'
import { useMotCorbeille } from '../../journal/mot-corbeille'
import { paths } from '../../paths'
import { confirm, Dialog } from '../../ui/dialog'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'
import { aujourdhui } from './libelles'

/** What each step is called when it is to be taken. */
const gestes: Record<EtatLettre, string> = {
  brouillon: 'Reprendre en brouillon',
  enConcertation: 'Mettre en concertation',
  aLaSignature: 'Envoyer à la signature',
  signeeEnPartie: 'Enregistrer une signature',
  signee: 'Enregistrer la signature',
  remise: 'Marquer remise à l’agent',
  bilanDemande: 'Demander le bilan',
  bilanRecu: 'Enregistrer le bilan reçu',
  close: 'Clore la lettre',
  annulee: 'Annuler la lettre',
}

/** The next steps of the letter's life, each one dated. */
export function EtapesLettre({ lue: { lettre, agent } }: { lue: LettreLue }) {
  const [vers, setVers] = useState<EtatLettre>()
  const supprimer = useCommand(supprimerLettre)
  const corbeille = useMotCorbeille()
  const suivants = etatsSuivants[lettre.etat]
  const retirer = async (): Promise<void> => {
    const oui = await confirm({
      title: 'Supprimer ce brouillon ?',
      message: `Le brouillon de ${nomAffiche(agent)} et tout ce qu’il contient disparaissent. L’agent et son affectation restent.`,
      consequences: [corbeille],
      action: 'Supprimer le brouillon',
      tone: 'danger',
    })
    if (!oui) return
    supprimer.mutate({ id: lettre.id }, { onSuccess: () => navigate(paths.lettres.href({})), onError: notify.error })
  }
  if (suivants.length === 0) return null
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={14} aria-hidden />}>Étape suivante</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {suivants.map((etat) => (
            <Menu.Item key={etat} onClick={() => setVers(etat)}>
              {gestes[etat]}…
            </Menu.Item>
          ))}
          {lettre.etat === 'brouillon' && <Menu.Item onClick={() => void retirer()}>Supprimer le brouillon…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {vers !== undefined && <DateEtape key={vers} id={lettre.id} vers={vers} onClose={() => setVers(undefined)} />}
    </>
  )
}

const schema = z.object({ le: jour })

function DateEtape({ id, vers, onClose }: { id: string; vers: EtatLettre; onClose: () => void }) {
  const changer = useCommand(changerEtatLettre)
  const form = useSubmitForm<{ le: string }>({
    schema,
    values: { le: aujourdhui() },
    submit: ({ le }) => changer.mutateAsync({ id, vers, le }),
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={gestes[vers]}
      size="sm"
      actions={
        <SubmitButton form={form} onDone={onClose}>
          {gestes[vers]}
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldJour
          form={form}
          name="le"
          label="Date"
          required
          help={
            vers === 'signee'
              ? 'Les signatures qui ne sont pas encore datées prennent ce jour. La lettre ne se modifie plus ensuite.'
              : undefined
          }
        />
      </FormGrid>
    </Dialog>
  )
}
