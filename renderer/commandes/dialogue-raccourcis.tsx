import { Dialog } from '../ui/dialog'
import { listeDesRaccourcis } from './raccourcis'
import classes from './raccourcis.module.css'

/** `?`: every key, by subject. */
export default function DialogueRaccourcis({ onClose }: { onClose: () => void }) {
  return (
    <Dialog opened onClose={onClose} title="Raccourcis du clavier" size="xl">
      <div className={classes.colonnes}>
        {listeDesRaccourcis().map(({ titre, raccourcis }) => (
          <section key={titre} className={classes.groupe} aria-label={titre}>
            <h3 className={classes.titre}>{titre}</h3>
            <dl className={classes.liste}>
              {raccourcis.map(({ libelle, touches }) => (
                <div key={libelle} className={classes.ligne}>
                  <dt>{libelle}</dt>
                  <dd>
                    <kbd>{touches}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
