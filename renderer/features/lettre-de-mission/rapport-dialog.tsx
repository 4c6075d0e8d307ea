import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { choisirFichier, type FichierChoisi } from '../../../shared/domain/fichier/fichier.contract'
import { demanderRapports, recevoirRapport } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { compte } from '../../../shared/nombres'
import { jour } from '../../../shared/schema'
import { call } from '../../ipc/call'
import { useCommand, useLong } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { FieldJour } from '../../ui/form/field-jour'
import { FormGrid, SubmitButton } from '../../ui/form/form'
import { FieldTextarea } from '../../ui/form/text-fields'
import { useSubmitForm } from '../../ui/form/use-submit-form'
import { notify } from '../../ui/notice'
import { LongWork } from '../../ui/progress'
import classes from './lettre.module.css'
import { aujourdhui } from './libelles'
import type { Refus } from './refus-dialog'

interface RapportDialogProps {
  ids: readonly string[]
  vers: 'bilanDemande' | 'bilanRecu'
  onRefus?: (refus: readonly Refus[]) => void
  onClose: () => void
}

/** Asks for the individual reports of these letters, or records one that came in. */
export function RapportDialog({ ids, vers, onRefus, onClose }: RapportDialogProps) {
  const [seul = ''] = ids
  return vers === 'bilanDemande' ? (
    <Demande ids={ids} onRefus={onRefus} onClose={onClose} />
  ) : (
    <Reception id={seul} onClose={onClose} />
  )
}

const schemaDemande = z.object({ le: jour, attenduLe: jour })

/** Mid-June of the same school year (metier.md § 8), or in three weeks when June is over. */
function echeance(le: string): string {
  const juin = `${le.slice(5, 7) >= '09' ? String(Number(le.slice(0, 4)) + 1) : le.slice(0, 4)}-06-15`
  return juin >= le ? juin : le
}

function Demande({
  ids,
  onRefus,
  onClose,
}: {
  ids: readonly string[]
  onRefus: RapportDialogProps['onRefus']
  onClose: () => void
}) {
  const demander = useLong(demanderRapports)
  const form = useSubmitForm<{ le: string; attenduLe: string }>({
    schema: schemaDemande,
    values: { le: aujourdhui(), attenduLe: echeance(aujourdhui()) },
    submit: async (valeurs) => {
      const fait = await demander.run({ ids: [...ids], ...valeurs })
      if (!fait) return
      const { faites, refusees } = fait
      if (faites.length > 0) notify.done(`${compte(faites.length, 'rapport demandé', 'rapports demandés')}.`)
      onRefus?.(refusees)
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={ids.length === 1 ? 'Demander le rapport' : `Demander ${compte(ids.length, 'rapport')}`}
      size="sm"
      actions={
        <SubmitButton form={form} onDone={onClose}>
          {ids.length === 1 ? 'Demander le rapport' : `Demander les ${compte(ids.length, 'rapport')}`}
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldJour form={form} name="le" label="Demandé le" required />
        <FieldJour form={form} name="attenduLe" label="Attendu le" required />
      </FormGrid>
      <LongWork title="Demande des rapports" work={demander} />
      {form.state.kind === 'failed' && <p role="alert">{form.state.message}</p>}
    </Dialog>
  )
}

const schemaReception = z.object({ le: jour, observations: z.string().max(2000) })

function Reception({ id, onClose }: { id: string; onClose: () => void }) {
  const recevoir = useCommand(recevoirRapport)
  const [fichier, setFichier] = useState<FichierChoisi | null>(null)
  const form = useSubmitForm<{ le: string; observations: string }>({
    schema: schemaReception,
    values: { le: aujourdhui(), observations: '' },
    submit: (valeurs) => recevoir.mutateAsync({ id, jeton: fichier?.jeton ?? null, ...valeurs }),
  })
  const choisir = async (): Promise<void> => {
    const choisi = await call(choisirFichier, { but: 'rapport' })
    if (choisi) setFichier(choisi)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Rapport reçu"
      size="sm"
      actions={
        <SubmitButton form={form} onDone={onClose}>
          Enregistrer la réception
        </SubmitButton>
      }
    >
      <FormGrid columns={1}>
        <FieldJour form={form} name="le" label="Reçu le" required />
        <FieldTextarea form={form} name="observations" label="Observations" rows={2} />
      </FormGrid>
      <div className={classes.bas}>
        <Button variant="default" onClick={() => void choisir().catch(notify.error)}>
          Joindre un fichier…
        </Button>
        <span className={classes.aide}>{fichier?.nom ?? 'PDF ou document bureautique, 20 Mo au plus.'}</span>
      </div>
      {form.state.kind === 'failed' && <p role="alert">{form.state.message}</p>}
    </Dialog>
  )
}
