import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import {
  allegerJournal,
  lireReglagesJournal,
  modifierReglagesJournal,
  type ReglagesJournal,
  verifierLeJournal,
} from '../../../shared/domain/journal/journal.contract'
import { compte, formatNombre } from '../../../shared/nombres'
import { call } from '../../ipc/call'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { confirm } from '../../ui/dialog'
import { ErrorState, Loading } from '../../ui/empty-state'
import { FormGrid, SaveStatus } from '../../ui/form/form'
import { FieldNumber } from '../../ui/form/number-fields'
import { FieldText } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { aLEcran } from '../../ui/format'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import classes from './parametres.module.css'

/** Who signs the journal, how long it keeps what, and whether it is sound. */
export function JournalTab() {
  const { data, error, refetch } = useOperation(lireReglagesJournal, {})
  if (error) return <ErrorState error={error} retry={refetch} />
  if (!data) return <Loading />
  return (
    <div className={classes.column}>
      <Reglages reglages={data} />
      <Integrite />
      <Allegement jours={data.allegerApresJours} />
    </div>
  )
}

const entier = (maximum: number) =>
  z.number({ error: 'Donnez un nombre de jours.' }).int('Donnez un nombre de jours entier.').min(1).max(maximum)
const schema = z.object({
  auteur: z.string().trim().min(1).max(100).nullable(),
  corbeilleJours: entier(3650),
  allegerApresJours: entier(36500),
})

function Reglages({ reglages }: { reglages: ReglagesJournal }) {
  const modifier = useCommand(modifierReglagesJournal)
  const form = useAutosaveForm<ReglagesJournal>({
    schema,
    values: reglages,
    save: (champs) => modifier.mutateAsync(champs),
  })
  return (
    <Section
      title="Ce que le journal garde"
      description="Chaque changement est écrit avec sa date, son auteur et ce qu’il y avait avant."
      actions={
        <>
          <SaveStatus form={form} />
          <Button data-reads variant="default" component="a" href={paths.journal.href({})}>
            Ouvrir le journal
          </Button>
        </>
      }
    >
      <FormGrid columns={3}>
        <FieldText
          form={form}
          name="auteur"
          label="Auteur des changements"
          nullable
          placeholder="Le compte de l’ordinateur"
          help="Écrit à côté de chaque étape. Vide : le nom du compte de l’ordinateur."
        />
        <FieldNumber
          form={form}
          name="corbeilleJours"
          label="Durée de la corbeille (jours)"
          decimals={0}
          help="Ce qui est supprimé peut revenir pendant ce temps."
        />
        <FieldNumber
          form={form}
          name="allegerApresJours"
          label="Alléger après (jours)"
          decimals={0}
          help="Seules s’allègent les étapes annulées et leur annulation : elles ne changent plus rien. Jamais ce qui fait l’histoire d’une lettre ou d’un bilan."
        />
      </FormGrid>
    </Section>
  )
}

function Integrite() {
  const [constat, setConstat] = useState<{ alteration: string | null; etapes: number }>()
  const [running, setRunning] = useState(false)
  const verify = async (): Promise<void> => {
    setRunning(true)
    try {
      setConstat(await call(verifierLeJournal, {}))
    } catch (error) {
      notify.error(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <Section
      title="Intégrité"
      description="Chaque étape est scellée à la précédente : ce qui serait changé après coup se voit."
      actions={
        <Button data-reads variant="default" onClick={() => void verify()} loading={running}>
          Vérifier le journal
        </Button>
      }
    >
      <div role="status">
        {constat && (
          <p>
            {constat.alteration === null ? (
              <State tone="succes">
                Journal intact : {compte(constat.etapes, 'étape relue', 'étapes relues')}, aucune modifiée après coup
              </State>
            ) : (
              <State tone="erreur">{constat.alteration}</State>
            )}
          </p>
        )}
      </div>
    </Section>
  )
}

const mega = (octets: number): string => aLEcran(`${formatNombre(octets / 1_000_000, 1)} Mo`)

function Allegement({ jours }: { jours: number }) {
  const alleger = useCommand(allegerJournal)
  const run = async (): Promise<void> => {
    const agreed = await confirm({
      title: 'Alléger le journal maintenant ?',
      message: `Les étapes de plus de ${compte(jours, 'jour')} qui ont été annulées, et leur annulation, perdent leur détail.`,
      consequences: [
        'Leur phrase, leur date et leur auteur restent ; elles ne s’annulent plus.',
        'Les fiches, leur historique et ce que les lettres et les bilans en disent ne changent pas.',
        'La place gagnée est rendue au disque. Cela ne s’annule pas.',
      ],
      action: 'Alléger maintenant',
    })
    if (agreed) alleger.mutate({}, { onError: notify.error })
  }
  return (
    <Section
      title="Taille"
      description="Le journal s’allège de lui-même après les grandes annulations ; ce bouton le fait tout de suite."
      actions={
        <Button variant="default" onClick={() => void run()} loading={alleger.isPending}>
          Alléger maintenant…
        </Button>
      }
    >
      <div role="status">
        {alleger.data && (
          <p>
            {alleger.data.etapes === 0
              ? 'Aucune étape à alléger.'
              : `${compte(alleger.data.etapes, 'étape allégée', 'étapes allégées')}.`}{' '}
            Fichier : {mega(alleger.data.avantOctets)} avant, {mega(alleger.data.apresOctets)} après.
          </p>
        )}
      </div>
    </Section>
  )
}
