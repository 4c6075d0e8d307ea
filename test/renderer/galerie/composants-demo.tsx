import { Button } from '@mantine/core'
import { useState } from 'react'
import { AppError } from '../../../shared/app-error'
import { confirm, Dialog } from '../../../renderer/ui/dialog'
import { EmptyState, ErrorState, Loading } from '../../../renderer/ui/empty-state'
import { notify } from '../../../renderer/ui/notice'
import { Page } from '../../../renderer/ui/page'
import { LongWork } from '../../../renderer/ui/progress'
import { Section } from '../../../renderer/ui/section'
import { Badge, Diff, DiffValue, State } from '../../../renderer/ui/state'

export function ComposantsDemo() {
  const [opened, setOpened] = useState(false)
  const ask = () =>
    confirm({
      title: 'Supprimer trois lettres ?',
      message: 'Ces lettres sont des brouillons : aucune n’a été remise.',
      consequences: ['3 lettres supprimées', '2 visas perdus'],
      action: 'Supprimer les 3 lettres',
      tone: 'danger',
    })
  return (
    <Page title="Composants" state="Tout ce que la trousse sait montrer." scroll>
      <Section title="États et différences">
        <State tone="neutre">Brouillon</State> <State tone="info">À la signature</State>{' '}
        <State tone="succes">Signée</State> <State tone="attention">À expliquer</State>{' '}
        <State tone="erreur">Refusée</State> <Badge>REP+</Badge>
        <p>
          <Diff sign="ajout" after="LP Brizeux" /> <Diff sign="modification" before="80 %" after="100 %" />{' '}
          <Diff sign="retrait" before="Collège Prévert" /> <DiffValue before="80 %" after="75 %" />
        </p>
      </Section>
      <Section title="Boîtes et avis" actions={<Button variant="default">Une action</Button>}>
        <Button onClick={() => void ask()}>Supprimer…</Button>{' '}
        <Button variant="default" onClick={() => setOpened(true)}>
          Ouvrir une boîte
        </Button>{' '}
        <Button
          variant="default"
          onClick={() =>
            notify.done('45 agents importés.', { action: { label: 'Voir les agents', onClick: () => undefined } })
          }
        >
          Avis
        </Button>{' '}
        <Button
          variant="default"
          onClick={() =>
            notify.error(
              new AppError(
                'unavailable',
                'Le fichier est ouvert dans Excel. Rien n’a été écrit ; fermez-le, puis recommencez.',
              ),
            )
          }
        >
          Erreur
        </Button>
        <Dialog
          opened={opened}
          onClose={() => setOpened(false)}
          title="Nouvel agent"
          actions={<Button>Créer l’agent</Button>}
        >
          Un formulaire.
        </Dialog>
      </Section>
      <LongWork
        title="Import de l’annuaire"
        work={{
          running: true,
          progress: { fait: 412, total: 996, libelle: 'Lycée Bréquigny, Rennes' },
          cancel: () => undefined,
        }}
      />
      <LongWork title="Lettres" work={{ running: true, progress: null, cancel: () => undefined }} />
      <Section title="Vide, erreur, attente">
        <EmptyState title="Aucun agent pour 2026-2027" action={<Button>Importer le classeur de suivi</Button>}>
          Importez votre classeur, ou créez un agent.
        </EmptyState>
        <ErrorState
          error={new AppError('unexpected', 'Les agents n’ont pas pu être lus.', { reference: 'K7F2' })}
          retry={() => undefined}
        />
        <Loading />
      </Section>
    </Page>
  )
}
