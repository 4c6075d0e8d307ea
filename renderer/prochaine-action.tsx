import { Button } from '@mantine/core'
import { IconCheck, IconPencil, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { formatJour, partiesLocales } from '../shared/dates'
import { prochaineAction, type ProchaineAction, type Sujet } from '../shared/domain/prochaine-action/prochaine-action'
import {
  creerProchaineAction,
  lireProchainesActions,
  marquerProchaineAction,
  modifierProchaineAction,
  supprimerProchaineAction,
} from '../shared/domain/prochaine-action/prochaine-action.contract'
import { compte } from '../shared/nombres'
import { delaiEnMots, urgenceDe, type Urgence } from '../shared/urgence'
import { useBrouillon } from './brouillon'
import { useCommand, useOperation } from './ipc/use-operation'
import classes from './prochaine-action.module.css'
import { aujourdhui } from './today'
import { FieldJour } from './ui/form/field-jour'
import { DraftOffer } from './ui/form/draft'
import { FormGrid, SaveStatus, SubmitButton } from './ui/form/form'
import { FieldText } from './ui/form/text-fields'
import { useAutosaveForm } from './ui/form/use-autosave-form'
import { useSubmitForm } from './ui/form/use-submit-form'
import { notify } from './ui/notice'
import { State } from './ui/state'
import type { Tone } from './ui/tone'

type Saisie = Pick<ProchaineAction, 'quoi' | 'qui' | 'pourLe'>
const schema = prochaineAction.pick({ quoi: true, qui: true, pourLe: true })
const tons: Record<Urgence, Tone> = { retard: 'erreur', semaine: 'attention', plusTard: 'neutre' }

/** When an action is due, in words: its colour is never alone. */
export function PourQuand({ pourLe }: { pourLe: string | null }) {
  if (pourLe === null) return null
  const jour = aujourdhui()
  return (
    <State tone={tons[urgenceDe(pourLe, jour)]}>
      {formatJour(pourLe)}, {delaiEnMots(pourLe, jour)}
    </State>
  )
}

/** « Prochaine action, qui, pour quand »: under the name of every record, what waits and what was done. */
export function ProchainesActions({ sujet, sujetId }: { sujet: Sujet; sujetId: string }) {
  const { data } = useOperation(lireProchainesActions, { sujet, sujetId })
  const [ouverte, setOuverte] = useState<string>()
  const [historique, setHistorique] = useState(false)
  if (!data) return <div className={classes.bande} />
  const { enCours, faites } = data
  return (
    <section className={classes.bande} aria-label="Prochaine action" data-key="prochaineAction">
      {enCours.map((action) =>
        ouverte === action.id ? (
          <Modification key={action.id} action={action} onClose={() => setOuverte(undefined)} />
        ) : (
          <EnCours key={action.id} action={action} onEdit={() => setOuverte(action.id)} />
        ),
      )}
      {ouverte === 'nouvelle' ? (
        <Nouvelle sujet={sujet} sujetId={sujetId} onClose={() => setOuverte(undefined)} />
      ) : (
        <div className={classes.ligne}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOuverte('nouvelle')}
          >
            {enCours.length === 0 ? 'Prochaine action…' : 'Autre action…'}
          </Button>
          {faites.length > 0 && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={historique}
              data-reads
              onClick={() => setHistorique(!historique)}
            >
              {compte(faites.length, 'action faite', 'actions faites')}
            </Button>
          )}
        </div>
      )}
      {historique && <Faites actions={faites} />}
    </section>
  )
}

function EnCours({ action, onEdit }: { action: ProchaineAction; onEdit: () => void }) {
  const marquer = useCommand(marquerProchaineAction)
  const { id, quoi, qui, pourLe } = action
  return (
    <div className={classes.ligne} data-key={id}>
      <span className={classes.titre}>Prochaine action</span>
      <span className={classes.quoi}>{quoi}</span>
      {qui !== '' && <span className={classes.qui}>{qui}</span>}
      <PourQuand pourLe={pourLe} />
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconCheck size={14} aria-hidden />}
        aria-label={`Marquer comme faite : ${quoi}`}
        loading={marquer.isPending}
        onClick={() => marquer.mutate({ id, faite: true }, { onError: notify.error })}
      >
        Fait
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPencil size={14} aria-hidden />}
        aria-label={`Modifier : ${quoi}`}
        onClick={onEdit}
      >
        Modifier
      </Button>
    </div>
  )
}

function Modification({
  action: { id, quoi, qui, pourLe },
  onClose,
}: {
  action: ProchaineAction
  onClose: () => void
}) {
  const modifier = useCommand(modifierProchaineAction)
  const supprimer = useCommand(supprimerProchaineAction)
  const form = useAutosaveForm<Saisie>({
    schema,
    values: { quoi, qui, pourLe },
    save: (champs, _tout, attendu) => modifier.mutateAsync({ id, champs, attendu }),
  })
  return (
    <div className={classes.formulaire}>
      <FormGrid columns={4}>
        <FieldText form={form} name="quoi" label="Prochaine action" required span={2} />
        <FieldText form={form} name="qui" label="Qui" />
        <FieldJour form={form} name="pourLe" label="Pour quand" />
      </FormGrid>
      <div className={classes.boutons}>
        <SaveStatus form={form} />
        <Button
          variant="default"
          loading={supprimer.isPending}
          onClick={() => supprimer.mutate({ id }, { onError: notify.error, onSuccess: onClose })}
        >
          Effacer
        </Button>
        <Button variant="default" onClick={onClose}>
          Fermer
        </Button>
      </div>
    </div>
  )
}

function Nouvelle({ sujet, sujetId, onClose }: { sujet: Sujet; sujetId: string; onClose: () => void }) {
  const creer = useCommand(creerProchaineAction)
  const form = useSubmitForm<Saisie>({
    schema,
    values: useMemo(() => ({ quoi: '', qui: '', pourLe: null }), []),
    draft: useBrouillon(`prochaineAction.${sujetId}`),
    submit: (saisie) => creer.mutateAsync({ sujet, sujetId, ...saisie }),
  })
  return (
    <div className={classes.formulaire}>
      <DraftOffer form={form} />
      <FormGrid columns={4}>
        <FieldText
          form={form}
          name="quoi"
          label="Prochaine action"
          placeholder="Relancer, appeler, envoyer…"
          required
          span={2}
        />
        <FieldText form={form} name="qui" label="Qui" />
        <FieldJour form={form} name="pourLe" label="Pour quand" />
      </FormGrid>
      <div className={classes.boutons}>
        <Button variant="default" onClick={onClose}>
          Annuler
        </Button>
        <SubmitButton form={form} onDone={onClose}>
          Ajouter l’action
        </SubmitButton>
      </div>
    </div>
  )
}

function Faites({ actions }: { actions: readonly ProchaineAction[] }) {
  const marquer = useCommand(marquerProchaineAction)
  return (
    <ul className={classes.faites} aria-label="Actions faites">
      {actions.map(({ id, quoi, qui, faiteAt }) => (
        <li key={id} data-key={id}>
          <span>{quoi}</span>
          {qui !== '' && <span className={classes.qui}>{qui}</span>}
          <span className={classes.qui}>
            faite {faiteAt !== null && `le ${formatJour(partiesLocales(faiteAt).jour)}`}
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`Remettre à faire : ${quoi}`}
            onClick={() => marquer.mutate({ id, faite: false }, { onError: notify.error })}
          >
            Remettre à faire
          </Button>
        </li>
      ))}
    </ul>
  )
}
