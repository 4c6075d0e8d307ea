import { Button, CloseButton } from '@mantine/core'
import { useSession } from '../session'
import { commencerVisite, finirVisite, useVisiteDejaVue, useVisiteEnCours } from './etat'
import classes from './visite.module.css'

/** In the demonstration, until it is taken or declined: the offer of a tour, at the foot of the navigation. */
export function InvitationALaVisite() {
  const { registre } = useSession()
  const vue = useVisiteDejaVue()
  const enCours = useVisiteEnCours()
  if (!registre?.demonstration || vue || enCours) return null
  return (
    <section className={classes.invitation} aria-label="Visite">
      <CloseButton size="sm" aria-label="Ne plus proposer la visite" onClick={finirVisite} />
      <p>Première fois&nbsp;? Deux minutes pour tout situer.</p>
      <Button variant="default" onClick={commencerVisite}>
        Commencer la visite
      </Button>
    </section>
  )
}
