import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatJour } from '../../../shared/dates'
import { choisirSortie, ouvrirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { etatsSuivants } from '../../../shared/domain/lettre-de-mission/cycle'
import type { LettreDeMission } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { enregistrerRapport, type VieDeLettre } from '../../../shared/domain/lettre-de-mission/vie.contract'
import { formatNombre } from '../../../shared/nombres'
import { call } from '../../ipc/call'
import { notify } from '../../ui/notice'
import { State } from '../../ui/state'
import { aujourdhui } from './libelles'
import classes from './lettre.module.css'
import { RapportDialog } from './rapport-dialog'

/** The agent's individual report: asked, awaited, received, attached. */
export function RapportDeLettre({ lettre, rapport }: { lettre: LettreDeMission; rapport: VieDeLettre['rapport'] }) {
  const [dialogue, setDialogue] = useState<'bilanDemande' | 'bilanRecu'>()
  const peutDemander = rapport === null && etatsSuivants[lettre.etat].includes('bilanDemande')
  return (
    <>
      <h2 className={classes.titre} data-key="lettreRapport">
        Rapport d’activité
      </h2>
      {rapport === null ? (
        <p className={classes.aide}>
          {peutDemander ? 'Le rapport n’est pas encore demandé.' : 'Le rapport se demande une fois la lettre signée.'}
        </p>
      ) : (
        <Situation rapport={rapport} />
      )}
      <div className={classes.bas}>
        {peutDemander && (
          <Button variant="default" onClick={() => setDialogue('bilanDemande')}>
            Demander le rapport…
          </Button>
        )}
        {rapport !== null && lettre.etat !== 'close' && (
          <Button variant="default" onClick={() => setDialogue('bilanRecu')}>
            {rapport.recuLe === null ? 'Enregistrer la réception…' : 'Joindre ou corriger…'}
          </Button>
        )}
        {rapport?.fichier && (
          <Button variant="default" onClick={() => void enregistrer(lettre.id, rapport.fichier?.nom ?? '')}>
            Enregistrer une copie…
          </Button>
        )}
      </div>
      {dialogue && <RapportDialog ids={[lettre.id]} vers={dialogue} onClose={() => setDialogue(undefined)} />}
    </>
  )
}

function Situation({ rapport }: { rapport: NonNullable<VieDeLettre['rapport']> }) {
  const { demandeLe, attenduLe, recuLe, fichier, observations } = rapport
  const enRetard = recuLe === null && attenduLe < aujourdhui()
  return (
    <>
      <p className={classes.puces}>
        <State tone="info">{`Demandé le ${formatJour(demandeLe)}`}</State>
        {recuLe === null ? (
          <State tone={enRetard ? 'erreur' : 'attention'}>
            {`${enRetard ? 'En retard : attendu' : 'Attendu'} le ${formatJour(attenduLe)}`}
          </State>
        ) : (
          <State tone="succes">{`Reçu le ${formatJour(recuLe)}`}</State>
        )}
      </p>
      {fichier && (
        <p className={classes.aide}>{`${fichier.nom}, ${formatNombre(Math.max(1, fichier.octets / 1024), 0)} Ko`}</p>
      )}
      {observations !== '' && <p className={classes.aide}>{observations}</p>}
    </>
  )
}

async function enregistrer(id: string, nom: string): Promise<void> {
  try {
    const choisi = await call(choisirSortie, { but: 'rapport', nomPropose: nom })
    if (!choisi) return
    const { jeton } = await call(enregistrerRapport, { id, jeton: choisi.jeton })
    notify.done('Rapport enregistré.', {
      action: { label: 'L’ouvrir', onClick: () => void call(ouvrirFichier, { jeton }).catch(notify.error) },
    })
  } catch (error) {
    notify.error(error)
  }
}
