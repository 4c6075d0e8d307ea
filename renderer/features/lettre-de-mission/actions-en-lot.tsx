import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { etatsSuivants } from '../../../shared/domain/lettre-de-mission/cycle'
import { attendSignature } from '../../../shared/domain/lettre-de-mission/etats'
import { etatsLettre, type EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import {
  changerEtats,
  type LettresChoisies,
  type ResultatEnLot,
  resumerSelection,
  signerLettres,
} from '../../../shared/domain/lettre-de-mission/vie.contract'
import type { SelectionDeListe } from '../../../shared/liste/demande'
import { compte, formatNombre } from '../../../shared/nombres'
import { jour } from '../../../shared/schema'
import { useLong, useOperation } from '../../ipc/use-operation'
import { useAnneeId } from '../../session'
import { Dialog } from '../../ui/dialog'
import { FieldBooleen, FieldChoix } from '../../ui/form/choice-fields'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { notify } from '../../ui/notice'
import { LongWork } from '../../ui/progress'
import { AvantLEnvoi } from './avant-l-envoi'
import { aujourdhui } from './libelles'
import { RapportDialog } from './rapport-dialog'
import { RefusDialog, type Refus } from './refus-dialog'

type Geste = 'enConcertation' | 'aLaSignature' | 'signature' | 'remise' | 'bilanDemande' | 'close'

const gestes: Record<Geste, string> = {
  enConcertation: 'Mettre en concertation',
  aLaSignature: 'Envoyer à la signature',
  signature: 'Enregistrer une signature',
  remise: 'Marquer comme remises aux agents',
  bilanDemande: 'Demander les rapports',
  close: 'Clore',
}

const concerne = (geste: Geste, etat: EtatLettre): boolean =>
  geste === 'signature' ? attendSignature(etat) : etatsSuivants[etat].includes(geste)

/** How many of the letters chosen a step is for. */
const nombrePour = (geste: Geste, { parEtat }: LettresChoisies): number =>
  etatsLettre.reduce((total, etat) => total + (concerne(geste, etat) ? (parEtat[etat] ?? 0) : 0), 0)

const aucune: LettresChoisies = {
  ...{ ids: [], parEtat: {}, attendus: [], aCorriger: 0, aDater: 0 },
  aEnvoyer: { bloquees: 0, sansDate: 0, champVide: 0 },
}

/** The letters that a selection of the list stands for, as bulk actions need them. */
export function useLettresChoisies(selection: SelectionDeListe): LettresChoisies {
  const contexte = { anneeId: useAnneeId() }
  return useOperation(resumerSelection, { contexte, selection }, { keepPrevious: true }).data ?? aucune
}

interface ActionsProps {
  lettres: LettresChoisies
  onDone: () => void
}

/** The same step for all the letters chosen: each is judged on its own, those refused are listed with their reason. */
export function ActionsEnLot({ lettres, onDone }: ActionsProps) {
  const [geste, setGeste] = useState<Geste>()
  const [refus, setRefus] = useState<readonly Refus[]>([])
  const { ids } = lettres
  const fermer = (): void => {
    setGeste(undefined)
  }
  const finir = ({ faites, refusees }: ResultatEnLot): void => {
    if (faites.length > 0) notify.done(`Étape enregistrée sur ${compte(faites.length, 'lettre')}.`)
    setRefus(refusees)
    if (refusees.length === 0) onDone()
  }
  return (
    <>
      <Menu position="top-start" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            Étape suivante
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(gestes) as Geste[]).map((cle) => {
            const nombre = nombrePour(cle, lettres)
            return (
              <Menu.Item key={cle} disabled={nombre === 0} onClick={() => setGeste(cle)}>
                {`${gestes[cle]}… (${formatNombre(nombre)})`}
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
      {geste === 'bilanDemande' && <RapportDialog ids={ids} vers="bilanDemande" onRefus={setRefus} onClose={fermer} />}
      {geste === 'signature' && (
        <SignerEnLot lettres={lettres} nombre={nombrePour(geste, lettres)} onDone={finir} onClose={fermer} />
      )}
      {geste !== undefined && geste !== 'bilanDemande' && geste !== 'signature' && (
        <EtapeEnLot
          lettres={lettres}
          nombre={nombrePour(geste, lettres)}
          vers={geste}
          titre={gestes[geste]}
          onDone={finir}
          onClose={fermer}
        />
      )}
      <RefusDialog titre="Lettres laissées telles quelles" refus={refus} onClose={() => setRefus([])} />
    </>
  )
}

interface LotProps {
  lettres: LettresChoisies
  /** How many of the letters chosen the step is for. */
  nombre: number
  onDone: (resultat: ResultatEnLot) => void
  onClose: () => void
}

const schemaEtape = z.object({ le: jour, dater: z.boolean() })

function EtapeEnLot({
  lettres: { ids, aEnvoyer },
  nombre,
  vers,
  titre,
  onDone,
  onClose,
}: LotProps & { vers: EtatLettre; titre: string }) {
  const changer = useLong(changerEtats)
  const envoi = vers === 'aLaSignature'
  const form = useSubmitForm<z.infer<typeof schemaEtape>>({
    schema: schemaEtape,
    values: { le: aujourdhui(), dater: true },
    submit: async (valeurs) => {
      const fait = await changer.run({ ids, vers, ...valeurs })
      if (fait) onDone(fait)
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      size="sm"
      title={`${titre} : ${compte(envoi ? nombre - aEnvoyer.bloquees : nombre, 'lettre')}`}
      actions={
        <SubmitButton form={form} onDone={onClose}>
          {titre}
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldJour form={form} name="le" label={envoi ? 'Envoyées le' : 'Date'} required />
        {envoi && <AvantLEnvoi form={form} {...aEnvoyer} />}
      </FormGrid>
      <LongWork title={titre} work={changer} />
    </Dialog>
  )
}

const schemaSignature = z.object({ code: z.string().nullable(), le: jour, horsOrdre: z.boolean(), dater: z.boolean() })

function SignerEnLot({ lettres: { ids, attendus, aDater }, nombre, onDone, onClose }: LotProps) {
  const signer = useLong(signerLettres)
  const form = useSubmitForm<z.infer<typeof schemaSignature>>({
    schema: schemaSignature,
    values: { code: null, le: aujourdhui(), horsOrdre: false, dater: true },
    submit: async ({ code, ...valeurs }) => {
      const fait = await signer.run({ ids, ...(code !== null && { code }), ...valeurs })
      if (fait) onDone(fait)
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Enregistrer une signature : ${compte(nombre, 'lettre')}`}
      actions={
        <SubmitButton form={form} onDone={onClose}>
          {nombre > 1 ? 'Enregistrer les signatures' : 'Enregistrer la signature'}
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldChoix
          form={form}
          name="code"
          label="Signataire"
          placeholder="Le prochain attendu de chaque lettre"
          clearable
          options={attendus.map((attendu) => ({ value: attendu.code, label: attendu.qualite }))}
        />
        <FieldJour form={form} name="le" label="Signé le" required />
        {aDater > 0 && (
          <FieldBooleen
            form={form}
            name="dater"
            label={`Dater ${aDater === 1 ? 'la lettre' : `les ${compte(aDater, 'lettre')}`} sans date du jour de ${aDater === 1 ? 'son' : 'leur'} envoi`}
          />
        )}
        <FieldBooleen form={form} name="horsOrdre" label="Hors de l’ordre du circuit" />
      </FormGrid>
      <LongWork title="Signatures" work={signer} />
    </Dialog>
  )
}
