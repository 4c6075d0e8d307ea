import { IconSearch } from '@tabler/icons-react'
import { afficherTouches, commandes } from '../../shared/commandes'
import { executer } from '../commandes/executer'
import classes from '../topbar.module.css'

/** In the header: what Ctrl+K opens. */
export function BoutonRecherche() {
  return (
    <button type="button" className={classes.search} onClick={() => executer('rechercher')} data-visite="recherche">
      <IconSearch size={15} aria-hidden />
      <span>Rechercher une fiche, un écran, une action…</span>
      <kbd>{afficherTouches(commandes.rechercher.touches)}</kbd>
    </button>
  )
}
