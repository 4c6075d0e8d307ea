import { Button } from '@mantine/core'
import type { FichierChoisi } from '../../../shared/domain/fichier/fichier.contract'
import {
  definirModeleWord,
  type ModeleWordListe,
  verifierModeleWord,
} from '../../../shared/domain/modele-word/modele-word.contract'
import type { VerificationModeleWord } from '../../../shared/domain/modele-word/verification'
import { compte } from '../../../shared/nombres'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { Dialog } from '../../ui/dialog'
import { ErrorState, Loading } from '../../ui/empty-state'
import { FieldNote } from '../../ui/form/field-note'
import { notify } from '../../ui/notice'
import classes from './parametres.module.css'

interface VerificationDialogProps {
  modele: ModeleWordListe
  fichier: FichierChoisi
  onClose: () => void
  /** Another file is chosen: this one is not what was meant. */
  onAutre: () => void
}

/** What is wrong in a document, and what it leaves unsaid, before it is taken. */
export function VerificationDialog({ modele, fichier, onClose, onAutre }: VerificationDialogProps) {
  const query = useOperation(verifierModeleWord, { jeton: fichier.jeton })
  const definir = useCommand(definirModeleWord)
  const prendre = async (): Promise<void> => {
    try {
      await definir.mutateAsync({ modele: modele.modele, jeton: fichier.jeton })
      notify.done(`Les lettres « ${modele.libelle} » exportées en Word suivent « ${fichier.nom} ».`)
      onClose()
    } catch (error) {
      notify.error(error)
    }
  }
  const sain = query.data?.erreurs.length === 0
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={`Contrôle de « ${fichier.nom} »`}
      actions={
        <>
          <Button variant="default" onClick={onAutre}>
            Choisir un autre document…
          </Button>
          <Button disabled={!sain} loading={definir.isPending} onClick={() => void prendre()}>
            Prendre ce document
          </Button>
        </>
      }
    >
      {query.error?.code === 'invalid' ? (
        <div role="alert" className={classes.rapport}>
          <p>Ce document ne peut pas être pris.</p>
          <FieldNote gravite="bloquant">{query.error.message}</FieldNote>
        </div>
      ) : query.error ? (
        <ErrorState error={query.error} retry={query.refetch} />
      ) : query.data ? (
        <Resultat verification={query.data} />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

function Resultat({ verification: { erreurs, employes, inutilises } }: { verification: VerificationModeleWord }) {
  const restants = inutilises.reduce((total, { champs }) => total + champs.length, 0)
  return (
    <div className={classes.rapport}>
      <p>
        {erreurs.length === 0
          ? `Ce document peut être pris : ${compte(employes, 'mot reconnu', 'mots reconnus')}, aucune erreur.`
          : `${compte(erreurs.length, 'erreur')} à corriger dans Word avant de prendre ce document.`}
      </p>
      {erreurs.length > 0 && (
        <ul className={classes.erreurs} aria-label="Erreurs">
          {erreurs.map((erreur) => (
            <li key={erreur}>
              <FieldNote gravite="bloquant">{erreur}</FieldNote>
            </li>
          ))}
        </ul>
      )}
      {restants > 0 && (
        <details>
          <summary>
            {compte(restants, 'mot que ce document n’emploie pas', 'mots que ce document n’emploie pas')}
          </summary>
          <dl className={classes.inutilises}>
            {inutilises.map(({ groupe, champs }) => (
              <div key={groupe}>
                <dt>{groupe}</dt>
                <dd>{champs.map(({ code, libelle }) => `{${code}} ${libelle}`).join(' · ')}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  )
}
