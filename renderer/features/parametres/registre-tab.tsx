import { Button } from '@mantine/core'
import { useState } from 'react'
import { choisirFichier } from '../../../shared/domain/fichier/fichier.contract'
import {
  fermerRegistre,
  ouvrirRegistre,
  supprimerDemonstration,
  verifierRegistre,
  type RapportVerification,
  type RegistreOuvert,
} from '../../../shared/domain/registre/registre.contract'
import { call } from '../../ipc/call'
import { useCommand } from '../../ipc/use-operation'
import { confirm } from '../../ui/dialog'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import classes from './parametres.module.css'
import { Rapport } from './rapport'

/** The file that holds everything: where it is, whether it is sound, and how to leave it for another. */
export function RegistreTab({ registre }: { registre: RegistreOuvert }) {
  return (
    <div className={classes.column}>
      <Fichier registre={registre} />
      <Verification />
      {registre.demonstration && <FinDeDemonstration registre={registre} />}
    </div>
  )
}

function Fichier({ registre }: { registre: RegistreOuvert }) {
  const ouvrir = useCommand(ouvrirRegistre)
  const fermer = useCommand(fermerRegistre)
  const openAnother = async (): Promise<void> => {
    try {
      const fichier = await call(choisirFichier, { but: 'registre' })
      if (fichier) await ouvrir.mutateAsync({ jeton: fichier.jeton })
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <Section
      title={`Registre «\u00a0${registre.nom}\u00a0»`}
      description="Tout est dans ce fichier, documents compris. Fermez-le avant de le copier ailleurs."
      actions={
        <>
          <Button variant="default" onClick={() => void openAnother()} loading={ouvrir.isPending}>
            Ouvrir un autre registre…
          </Button>
          <Button
            variant="default"
            onClick={() => fermer.mutate({}, { onError: notify.error })}
            loading={fermer.isPending}
          >
            Fermer le registre
          </Button>
        </>
      }
    >
      <dl className={classes.faits}>
        <dt>Fichier</dt>
        <dd>{registre.chemin}</dd>
        <dt>Académie</dt>
        <dd>{registre.academieNom}</dd>
        {registre.copieAvantMigration !== null && (
          <>
            <dt>Copie d’avant la mise à jour</dt>
            <dd>{registre.copieAvantMigration}</dd>
          </>
        )}
        <dt>État</dt>
        <dd>
          {registre.dommage === null ? (
            <State tone="succes">Ouvert, chaque modification est écrite aussitôt</State>
          ) : (
            <State tone="erreur">{registre.dommage}</State>
          )}
        </dd>
      </dl>
    </Section>
  )
}

function Verification() {
  const [rapport, setRapport] = useState<RapportVerification>()
  const [running, setRunning] = useState(false)
  const verify = async (): Promise<void> => {
    setRunning(true)
    try {
      setRapport(await call(verifierRegistre, {}))
    } catch (error) {
      notify.error(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <Section
      title="Vérification"
      description="Le fichier est relu en entier, puis les règles de toutes les fiches sont appliquées. Rien n’est modifié."
      actions={
        <Button onClick={() => void verify()} loading={running}>
          Vérifier le registre
        </Button>
      }
    >
      {rapport && <Rapport rapport={rapport} />}
    </Section>
  )
}

function FinDeDemonstration({ registre }: { registre: RegistreOuvert }) {
  const supprimer = useCommand(supprimerDemonstration)
  const remove = async (): Promise<void> => {
    const agreed = await confirm({
      title: 'Supprimer le registre de démonstration\u00a0?',
      message: `Le fichier «\u00a0${registre.chemin}\u00a0» sera fermé et supprimé.`,
      consequences: [
        'Tout ce que vous y avez essayé disparaît avec lui.',
        'Vos registres de travail et les documents déjà exportés sont gardés.',
        'Une nouvelle démonstration peut être créée à tout moment.',
      ],
      action: 'Supprimer la démonstration',
      tone: 'danger',
    })
    if (agreed) supprimer.mutate({}, { onError: notify.error })
  }
  return (
    <Section
      title="Démonstration"
      description="Ce registre est fictif. Supprimez-le quand vous en avez assez vu, pour commencer le vôtre."
      actions={
        <Button variant="default" onClick={() => void remove()} loading={supprimer.isPending}>
          Supprimer le registre de démonstration…
        </Button>
      }
    >
      {null}
    </Section>
  )
}
