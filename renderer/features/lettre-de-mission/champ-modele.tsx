import { ActionIcon } from '@mantine/core'
import { IconBraces, IconGenderBigender } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useReadOnly } from '../../ui/read-only'
import { AccordDialog } from './accord-dialog'
import { InsererChampDialog } from './inserer-champ-dialog'
import classes from './modele.module.css'
import {
  accordClique,
  convertirAccolades,
  insererJeton,
  type Jeton,
  lireTexte,
  montrerTexte,
  placeDuCurseur,
  sortirDeLaPastille,
} from './texte-a-champs'

interface ChampModeleProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** The field is left: what it holds is written. */
  onLeave: () => void
  /** Loops around it, outermost first: their fields can be inserted too. */
  autour?: readonly string[]
  aspect?: 'rubrique' | 'sousRubrique' | 'texte'
  /** Says the label above the field; otherwise it is heard only. */
  montrerLabel?: boolean
  onEnter?: () => void
  /** Backspace in an empty field. */
  onEfface?: () => void
  children?: ReactNode
}

type Ouvert = { genre: 'champ' } | { genre: 'accord'; masculin: string; feminin: string } | null

/** A text of a model: typed, except its fields, which a button or the « { » key inserts from a list. */
export function ChampModele(props: ChampModeleProps) {
  const { label, value, onChange, onLeave, autour = [], aspect = 'texte', montrerLabel = false } = props
  const boite = useRef<HTMLDivElement>(null)
  const place = useRef<Range | HTMLElement | null>(null)
  const [ouvert, setOuvert] = useState<Ouvert>(null)
  const lecture = useReadOnly()

  useLayoutEffect(() => {
    const element = boite.current
    if (element && lireTexte(element) !== value) montrerTexte(element, value)
  }, [value])

  const ouvrir = (quoi: Ouvert, ou?: HTMLElement): void => {
    place.current = ou ?? (boite.current && placeDuCurseur(boite.current))
    setOuvert(quoi)
  }
  const fermer = (): void => {
    place.current = null
    setOuvert(null)
  }
  const inserer = (jeton: Jeton): void => {
    const [element, ou] = [boite.current, place.current]
    fermer()
    if (!element || !ou) return
    insererJeton(jeton, ou, element)
    onChange(lireTexte(element))
    // The dialog gives the focus back to the button or to the text; the caret belongs after what was inserted.
    const apres = placeDuCurseur(element)
    setTimeout(() => {
      element.focus()
      getSelection()?.collapse(apres.startContainer, apres.startOffset)
    }, 50)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === '{') {
      event.preventDefault()
      ouvrir({ genre: 'champ' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      props.onEnter?.()
    } else if (event.key === 'Backspace' && value === '' && props.onEfface) {
      event.preventDefault()
      props.onEfface()
    }
  }
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const accord = accordClique(event.target)
    if (event.target instanceof Node) sortirDeLaPastille(event.target)
    if (accord && !lecture) ouvrir({ genre: 'accord', ...accord }, accord.element)
  }
  const quitter = (): void => {
    const element = boite.current
    // Left for a dialog: it comes back with something to insert at the caret.
    if (!element || place.current) return
    convertirAccolades(element)
    onLeave()
  }
  return (
    <div className={classes.champ}>
      {montrerLabel && (
        <span className={classes.label} aria-hidden="true">
          {label}
        </span>
      )}
      <div className={classes.saisie}>
        <div
          ref={boite}
          role="textbox"
          tabIndex={0}
          aria-label={label}
          aria-readonly={lecture}
          aria-multiline="false"
          contentEditable={lecture ? false : 'plaintext-only'}
          suppressContentEditableWarning
          spellCheck
          data-entree
          data-aspect={aspect}
          className={classes.texte}
          onInput={({ currentTarget }) => onChange(lireTexte(currentTarget))}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onBlur={quitter}
        />
        {!lecture && (
          <div className={classes.outils} onMouseDown={(event) => event.preventDefault()}>
            <ActionIcon
              variant="subtle"
              aria-label={`${label} : insérer un champ`}
              title="Insérer un champ ( { )"
              onClick={() => ouvrir({ genre: 'champ' })}
            >
              <IconBraces size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              aria-label={`${label} : insérer un accord`}
              title="Insérer un accord"
              onClick={() => ouvrir({ genre: 'accord', masculin: '', feminin: '' })}
            >
              <IconGenderBigender size={16} aria-hidden />
            </ActionIcon>
            {props.children}
          </div>
        )}
      </div>
      {ouvert?.genre === 'champ' && (
        <InsererChampDialog autour={autour} onClose={fermer} onChoose={(code) => inserer({ genre: 'champ', code })} />
      )}
      {ouvert?.genre === 'accord' && (
        <AccordDialog {...ouvert} onClose={fermer} onChoose={(formes) => inserer({ genre: 'accord', ...formes })} />
      )}
    </div>
  )
}
