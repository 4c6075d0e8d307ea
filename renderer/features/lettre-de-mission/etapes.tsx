import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { estBloque } from '../../../shared/constat'
import { aUnChampVide } from '../../../shared/domain/lettre-de-mission/a-corriger'
import { etatsSuivants } from '../../../shared/domain/lettre-de-mission/cycle'
import { attendSignature, estFigee } from '../../../shared/domain/lettre-de-mission/etats'
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
import { FieldTextarea } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { notify } from '../../ui/notice'
import { navigate } from '../../ui/router'
import { aujourdhui } from './libelles'
import { AvantLEnvoi, DaterALaSignature } from './avant-l-envoi'
import { NouveauTexteDialog } from './nouveau-texte-dialog'
import { RapportDialog } from './rapport-dialog'
import { SignatureDialog } from './signature-dialog'

/** What each step is called when it is to be taken. */
const gestes: Record<EtatLettre, string> = {
  brouillon: 'Reprendre en brouillon',
  enConcertation: 'Mettre en concertation',
  aLaSignature: 'Envoyer à la signature',
  signeeEnPartie: 'Enregistrer une signature',
  signee: 'Toutes les signatures le même jour',
  remise: 'Marquer comme remise à l’agent',
  bilanDemande: 'Demander le rapport',
  bilanRecu: 'Enregistrer le rapport reçu',
  close: 'Clore la lettre',
  annulee: 'Annuler la lettre',
}

/** The next steps of the letter's life, each one dated. */
export function EtapesLettre({ lue }: { lue: LettreLue }) {
  const { lettre, agent } = lue
  const [vers, setVers] = useState<EtatLettre>()
  const [signer, setSigner] = useState(false)
  const [texte, setTexte] = useState<'avenant' | 'remplacement'>()
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
          {attendSignature(lettre.etat) && (
            <Menu.Item onClick={() => setSigner(true)}>Enregistrer une signature…</Menu.Item>
          )}
          {suivants.map((etat) => (
            <Menu.Item key={etat} onClick={() => setVers(etat)}>
              {gestes[etat]}…
            </Menu.Item>
          ))}
          {estFigee(lettre.etat) && lettre.active === 1 && lettre.etat !== 'close' && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setTexte('avenant')}>Préparer un avenant…</Menu.Item>
              <Menu.Item onClick={() => setTexte('remplacement')}>Annuler et remplacer…</Menu.Item>
            </>
          )}
          {lettre.etat === 'brouillon' && <Menu.Item onClick={() => void retirer()}>Supprimer le brouillon…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {vers === 'bilanDemande' || vers === 'bilanRecu' ? (
        <RapportDialog ids={[lettre.id]} vers={vers} onClose={() => setVers(undefined)} />
      ) : (
        vers !== undefined && <DateEtape key={vers} lue={lue} vers={vers} onClose={() => setVers(undefined)} />
      )}
      {signer && <SignatureDialog lue={lue} onClose={() => setSigner(false)} />}
      {texte !== undefined && <NouveauTexteDialog lettre={lettre} genre={texte} onClose={() => setTexte(undefined)} />}
    </>
  )
}

const schema = z.object({ le: jour, motif: z.string(), dater: z.boolean() })

function DateEtape({
  lue: { lettre, constats },
  vers,
  onClose,
}: {
  lue: LettreLue
  vers: EtatLettre
  onClose: () => void
}) {
  const changer = useCommand(changerEtatLettre)
  const envoi = vers === 'aLaSignature'
  const form = useSubmitForm<z.infer<typeof schema>>({
    schema,
    values: { le: aujourdhui(), motif: '', dater: true },
    submit: (valeurs) => changer.mutateAsync({ id: lettre.id, vers, ...valeurs }),
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
          label={envoi ? 'Envoyée le' : 'Date'}
          required
          help={
            vers === 'signee'
              ? 'Les signatures qui ne sont pas encore datées prennent ce jour. La lettre ne se modifie plus ensuite.'
              : undefined
          }
        />
        {envoi && (
          <AvantLEnvoi
            form={form}
            seule
            bloquees={Number(estBloque(constats))}
            sansDate={Number(lettre.etablieLe === null)}
            champVide={Number(aUnChampVide(constats))}
          />
        )}
        {vers === 'signee' && <DaterALaSignature form={form} lettre={lettre} />}
        {vers === 'annulee' && (
          <FieldTextarea
            form={form}
            name="motif"
            label="Motif"
            required
            help="Le motif est conservé dans le registre."
          />
        )}
      </FormGrid>
    </Dialog>
  )
}
