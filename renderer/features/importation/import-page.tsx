import { Button } from '@mantine/core'
import { useState } from 'react'
import { choisirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { call } from '../../ipc/call'
import { useAnneeId } from '../../session'
import { EmptyState } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { Page } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { Apercu } from './apercu'
import { choixVide, useAnalyse, type Choix } from './use-analyse'

const titre = 'Importer un classeur'

/** From a file to the register: nothing is written before the last button. */
export function ImportPage() {
  const [choix, setChoix] = useState<Choix>()
  const choisir = async (): Promise<void> => {
    try {
      const fichier = await call(choisirFichier, { but: 'classeur' })
      if (fichier) setChoix(choixVide(fichier))
    } catch (error) {
      notify.error(error)
    }
  }
  if (choix)
    return (
      <ClasseurChoisi
        key={choix.fichier.jeton}
        choix={choix}
        onChange={setChoix}
        onAutreFichier={() => void choisir()}
      />
    )
  return (
    <Page title={titre} state="Réseaux, agents, lettres de mission et lignes FSE d’un classeur Excel de suivi.">
      <EmptyState
        title="Choisissez le classeur à importer"
        action={
          <Button autoFocus onClick={() => void choisir()}>
            Choisir un classeur…
          </Button>
        }
      >
        Les feuilles et leurs colonnes sont reconnues à leur sens, titres et lignes vides compris. Vous verrez ce qui
        est nouveau, modifié ou à corriger&nbsp;; rien n’est écrit avant votre accord.
      </EmptyState>
    </Page>
  )
}

interface ClasseurChoisiProps {
  choix: Choix
  onChange: (choix: Choix) => void
  onAutreFichier: () => void
}

function ClasseurChoisi({ choix, onChange, onAutreFichier }: ClasseurChoisiProps) {
  const analyse = useAnalyse(choix, useAnneeId())
  if (analyse.plan)
    return <Apercu plan={analyse.plan} choix={choix} onChange={onChange} onAutreFichier={onAutreFichier} />
  return (
    <Page title={titre} state={choix.fichier.nom}>
      {analyse.error || !analyse.running ? (
        <div role="alert">
          <EmptyState
            title={analyse.error ? 'Ce classeur ne peut pas être lu' : 'Lecture annulée'}
            action={
              <>
                <Button onClick={onAutreFichier}>Choisir un autre classeur…</Button>
                <Button variant="default" onClick={analyse.retry}>
                  Réessayer
                </Button>
              </>
            }
          >
            {analyse.error?.message ?? 'Rien n’a été importé.'}
          </EmptyState>
        </div>
      ) : (
        <LongWork title="Lecture du classeur" work={analyse} />
      )}
    </Page>
  )
}
