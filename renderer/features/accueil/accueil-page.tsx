import { useState } from 'react'
import { etatRegistre } from '../../../shared/domain/registre/registre.contract'
import { useOperation } from '../../ipc/use-operation'
import { PageTitle } from '../../ui/page-title'
import classes from './accueil.module.css'
import { CreerCarte, DemonstrationCarte, OuvrirCarte } from './cartes'
import type { Echec } from './echec'
import { Recents } from './recents'

/** First words of the application: look at an example, begin one's own register, or go on with one. */
export function AccueilPage() {
  const { data } = useOperation(etatRegistre, {})
  const [echec, setEchec] = useState<Echec>()
  const rouverture = data?.echecOuverture ?? null
  const montre =
    echec ??
    (rouverture === null ? undefined : { titre: 'Votre dernier registre n’a pas été rouvert.', message: rouverture })
  return (
    <div className={classes.page}>
      <div className={classes.column}>
        <header className={classes.head}>
          <PageTitle>Bienvenue dans Registre MLDS</PageTitle>
          <p className={classes.lead}>
            Agents, établissements, réseaux, lettres de mission et bilans de la mission de lutte contre le décrochage
            scolaire, dans un seul fichier qui reste sur cet ordinateur.
          </p>
        </header>
        {montre && (
          <div className={classes.failure} role="alert">
            <span className={classes.failureSign} aria-hidden="true">
              ×
            </span>
            <div>
              <p>
                <strong>{montre.titre}</strong>
              </p>
              <p>{montre.message}</p>
            </div>
          </div>
        )}
        <ul className={classes.choices}>
          <CreerCarte onEchec={setEchec} />
          <OuvrirCarte onEchec={setEchec} />
          <DemonstrationCarte onEchec={setEchec} />
        </ul>
        {data && data.recents.length > 0 && <Recents recents={data.recents} onEchec={setEchec} />}
        <p className={classes.foot}>
          Aucune connexion n’est utilisée&nbsp;: rien ne quitte cet ordinateur. Copier le fichier du registre, c’est le
          sauvegarder.
        </p>
      </div>
    </div>
  )
}
