import { Button, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { rediger } from '../../../shared/domain/modele-lettre/redaction'
import { Dialog } from '../../ui/dialog'
import classes from './modele.module.css'

interface Formes {
  masculin: string
  feminin: string
}

interface AccordDialogProps extends Formes {
  onClose: () => void
  onChoose: (formes: Formes) => void
}

const interdits = /[{}|]/gu
const cas = [
  ['monsieur', 'Pour un homme'],
  ['madame', 'Pour une femme'],
  [null, 'Civilité inconnue'],
] as const

/** A word in its two forms: the letter writes the one of its agent, or both. */
export function AccordDialog({ masculin: debut, feminin: fin, onClose, onChoose }: AccordDialogProps) {
  const [masculin, setMasculin] = useState(debut)
  // The feminine follows the masculine until it is typed.
  const [tape, setTape] = useState<string | null>(fin === '' ? null : fin)
  const feminin = tape ?? (masculin === '' ? '' : `${masculin}e`)
  const pret = masculin.trim() !== '' && feminin.trim() !== ''
  const valider = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (pret) onChoose({ masculin: masculin.trim(), feminin: feminin.trim() })
  }
  return (
    <Dialog opened onClose={onClose} title="Accord avec la personne" size="sm">
      <form onSubmit={valider} className={classes.accord}>
        <TextInput
          data-autofocus
          label="Au masculin"
          placeholder="affecté"
          value={masculin}
          onChange={({ currentTarget }) => setMasculin(currentTarget.value.replace(interdits, ''))}
        />
        <TextInput
          label="Au féminin"
          placeholder="affectée"
          value={feminin}
          onChange={({ currentTarget }) => setTape(currentTarget.value.replace(interdits, ''))}
        />
        <dl className={classes.formes}>
          {cas.map(([civilite, titre]) => (
            <div key={titre}>
              <dt>{titre}</dt>
              <dd>{pret ? rediger(`{${masculin.trim()}|${feminin.trim()}}`, {}, civilite).texte : '…'}</dd>
            </div>
          ))}
        </dl>
        <Button type="submit" disabled={!pret} ml="auto">
          Insérer l’accord
        </Button>
      </form>
    </Dialog>
  )
}
