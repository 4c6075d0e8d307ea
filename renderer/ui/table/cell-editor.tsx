import type { FocusEvent, KeyboardEvent } from 'react'
import { useId, useRef, useState } from 'react'
import type { Input, Option } from './cell-input'
import { DatePickerButton, PickList, useChoices } from './cell-pickers'
import { Refusal } from './refusal'
import type { After, Editing } from './use-cell-editing'
import classes from './table.module.css'

interface CellEditorProps {
  /** « Fin de contrat, CARADEC Inès ». */
  label: string
  input: Input
  editing: Editing
  onCommit: (texte: string, after: After, chosen?: Option) => Promise<void>
  onCancel: () => void
}

const rightAligned: ReadonlySet<Input['genre']> = new Set(['nombre', 'entier', 'montant', 'pourcentage', 'heures'])

/** Types a value in its cell: Enter writes and goes down, Tab writes and goes on, Escape gives the value back. */
export function CellEditor({ label, input, editing, onCommit, onCancel }: CellEditorProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [texte, setTexte] = useState(editing.texte)
  const [refusedText, setRefusedText] = useState<string>()
  const choices = useChoices(input, texte, texte !== editing.texte || editing.replaced)
  const [picked, setPicked] = useState(-1)
  const [open, setOpen] = useState(input.genre === 'choix' || (input.genre === 'recherche' && input.entiere === true))
  const done = useRef(false)

  // A text that is typed again is no longer the refused one.
  const message = editing.message !== undefined && refusedText === undefined ? editing.message : undefined
  const commit = (after: After, chosen?: Option): void => {
    setRefusedText(undefined)
    done.current = true
    void onCommit(texte, after, chosen).finally(() => {
      done.current = false
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation()
    const chosen = open ? choices[picked] : undefined
    if (event.key === 'Enter') commit(event.shiftKey ? 'up' : 'down', chosen)
    else if (event.key === 'Tab') commit(event.shiftKey ? 'left' : 'right', chosen)
    else if (event.key === 'Escape') {
      done.current = true
      onCancel()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && choices.length > 0) {
      setOpen(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      setPicked((current) => (open ? (current + by + choices.length) % choices.length : 0))
    } else return
    event.preventDefault()
  }
  const onBlur = (event: FocusEvent): void => {
    const inside = event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-cell-popup]')
    // Another window comes to the front: the cell is still being typed.
    if (inside || done.current || !document.hasFocus() || box.current?.contains(event.relatedTarget)) return
    commit('none')
  }
  const free = input.genre === 'texte'
  const lists = input.genre === 'choix' || input.genre === 'recherche' || (free && input.suggerer !== undefined)
  const shown = lists && open && choices.length > 0
  return (
    <div className={classes.editor} ref={box} data-invalid={message !== undefined || undefined}>
      <input
        // The editor opens because the user asked for it in this very cell.
        autoFocus
        role={lists ? 'combobox' : undefined}
        aria-label={label}
        aria-invalid={message !== undefined || undefined}
        aria-describedby={message === undefined ? undefined : `${id}-message`}
        aria-expanded={lists ? shown : undefined}
        aria-controls={shown ? `${id}-liste` : undefined}
        aria-autocomplete={lists ? 'list' : undefined}
        aria-activedescendant={shown && picked >= 0 ? `${id}-${picked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={texte}
        data-numeric={rightAligned.has(input.genre) || undefined}
        onFocus={({ currentTarget }) => {
          const end = currentTarget.value.length
          currentTarget.setSelectionRange(editing.replaced ? end : 0, end)
        }}
        onChange={({ currentTarget }) => {
          setTexte(currentTarget.value)
          setRefusedText(currentTarget.value)
          setPicked(lists && !free && currentTarget.value.trim() !== '' ? 0 : -1)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {input.genre === 'jour' && (
        <DatePickerButton
          texte={texte}
          onPick={(jour) => {
            done.current = true
            void onCommit(jour, 'stay')
          }}
        />
      )}
      {shown && (
        <PickList
          id={id}
          anchor={box.current}
          options={choices}
          picked={picked}
          onPick={(option) => {
            done.current = true
            void onCommit(option.label, 'stay', option)
          }}
        />
      )}
      {message !== undefined && <Refusal id={`${id}-message`} message={message} />}
    </div>
  )
}
