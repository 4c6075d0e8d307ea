import { Button } from '@mantine/core'
import { useState } from 'react'
import { compte } from '../../../shared/nombres'
import { paths } from '../../paths'
import { useSession } from '../../session'
import { navigate } from '../../ui/router'
import { apercusEnCours, oublierApercu, type ApercuGarde } from './apercus-gardes'
import classes from './importation.module.css'

/** The previews left on the way, each with the way back to it. */
export function ApercusEnCours() {
  const chemin = useSession().registre?.chemin ?? ''
  const [encours, setEncours] = useState(() => apercusEnCours(chemin))
  if (encours.length === 0) return null
  const reprendre = ({ but, jeton, nom }: ApercuGarde): void =>
    navigate((but === 'annuaire' ? paths.importAnnuaire : paths.importClasseur).href({}, { fichier: jeton, nom }))
  return (
    <ul className={classes.bandeaux} aria-label="Aperçus en cours">
      {encours.map(({ apercu, nombre }) => (
        <li key={apercu.jeton} data-tone="info" className={classes.enCours}>
          <span>
            Aperçu en cours&nbsp;: <strong>{apercu.nom}</strong>,{' '}
            {compte(nombre, 'changement gardé', 'changements gardés')}. Rien n’est encore importé.
          </span>
          <Button size="compact-sm" onClick={() => reprendre(apercu)}>
            Reprendre
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              oublierApercu(apercu)
              setEncours(apercusEnCours(chemin))
            }}
          >
            Abandonner
          </Button>
        </li>
      ))}
    </ul>
  )
}
