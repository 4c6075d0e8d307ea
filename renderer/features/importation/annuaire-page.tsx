import { Button } from '@mantine/core'
import type { Gestes } from './use-choix'
import type { ApercuAnnuaire } from '../../../shared/domain/annuaire/annuaire.contract'
import { EmptyState } from '../../ui/empty-state'
import { errorSentence } from '../../ui/notice'
import { Page } from '../../ui/page'
import { LongWork } from '../../ui/progress'
import { ApercuDeLAnnuaire } from './annuaire-apercu'
import { choisirEtApercevoir } from './choisir-fichier'
import { choixAnnuaireVide, useAnnuaire, type ChoixAnnuaire } from './use-annuaire'
import { useGestes } from './use-choix'

export interface AnnuaireProps {
  apercu: ApercuAnnuaire
  gestes: Gestes<ChoixAnnuaire>
  lecture: ReturnType<typeof useAnnuaire>
}

/** What importing the annuaire would do, line by line; nothing is written before the button says so. */
export function AnnuairePage({ jeton, nom }: { jeton: string; nom: string }) {
  const gestes = useGestes(choixAnnuaireVide, { jeton, nom, but: 'annuaire' })
  const lecture = useAnnuaire(jeton, gestes.choix)
  const { apercu, erreur, relire } = lecture
  if (erreur)
    return (
      <Page title="Importer l’annuaire" state="Rien n’a été écrit dans le registre.">
        <div role="alert">
          <EmptyState
            title="Ce fichier ne peut pas être importé"
            action={
              <>
                <Button onClick={() => void choisirEtApercevoir('annuaire')}>Choisir un autre fichier…</Button>
                <Button variant="default" onClick={relire}>
                  Lire de nouveau
                </Button>
              </>
            }
          >
            {errorSentence(erreur).message}
          </EmptyState>
        </div>
      </Page>
    )
  if (apercu) return <ApercuDeLAnnuaire apercu={apercu} gestes={gestes} lecture={lecture} />
  return (
    <Page title="Importer l’annuaire" state={nom || 'Lecture du fichier…'}>
      <LongWork title="Lecture de l’annuaire" work={lecture.lecture} />
      {!lecture.lecture.running && (
        <EmptyState title="Lecture annulée" action={<Button onClick={relire}>Lire de nouveau</Button>} />
      )}
    </Page>
  )
}
