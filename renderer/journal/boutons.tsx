import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react'
import type { EtapeDeJournal } from '../../shared/domain/journal/journal.contract'
import { paths } from '../paths'
import { hint } from '../ui/hint'
import { useAnnulation } from './annulation'
import classes from './journal.module.css'

/** ↶ ↷ with what they would do, and the way to the list of steps. */
export function BoutonsAnnulation() {
  const { annulable, retablissable, enCours, annuler, retablir } = useAnnulation()
  return (
    <div className={classes.boutons} role="group" aria-label="Annuler et rétablir">
      <Bouton
        verbe="Annuler"
        touches="Ctrl + Z"
        etape={annulable}
        icone={IconArrowBackUp}
        enCours={enCours}
        onClick={() => annuler()}
      />
      <Bouton
        verbe="Rétablir"
        touches="Ctrl + Y"
        etape={retablissable}
        icone={IconArrowForwardUp}
        enCours={enCours}
        onClick={() => retablir()}
      />
      <ActionIcon
        component="a"
        href={paths.journal.href({})}
        aria-label="Journal"
        {...hint('Journal : toutes les étapes, et la corbeille')}
      >
        <IconHistory size={17} stroke={1.6} aria-hidden />
      </ActionIcon>
    </div>
  )
}

interface BoutonProps {
  verbe: string
  touches: string
  etape: EtapeDeJournal | null
  icone: typeof IconArrowBackUp
  enCours: boolean
  onClick: () => void
}

function Bouton({ verbe, touches, etape, icone: Icon, enCours, onClick }: BoutonProps) {
  const phrase = etape?.phrase.replace(/^(Annulation|Rétablissement) : /, '')
  const nom = phrase === undefined ? `${verbe} : rien` : `${verbe} : ${phrase}`
  return (
    <ActionIcon
      aria-label={nom}
      onClick={onClick}
      disabled={etape === null || enCours}
      {...hint(`${nom} (${touches})`)}
    >
      <Icon size={17} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
