import { ActionIcon, Popover, Portal } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { analyserJour, formatJour } from '../../../shared/dates'
import { cleRecherche, correspond } from '../../../shared/text'
import { Calendar } from '../calendar'
import { notify } from '../notice'
import type { Input, Option } from './cell-input'
import classes from './table.module.css'

/** Beyond, one types a letter more. */
const mostShown = 60
const waitBeforeAsking = 120

const matching = (options: readonly Option[], texte: string): readonly Option[] => {
  const begun = options.filter(({ label, alias = [] }) =>
    [label, ...alias].some((name) => correspond(cleRecherche(name), texte)),
  )
  return begun.slice(0, mostShown)
}

/** What completes the text: the terms of the list, or what the register finds. `typed` false: the text is the cell's own. */
export function useChoices(input: Input, texte: string, typed: boolean): readonly Option[] {
  const [found, setFound] = useState<readonly Option[]>([])
  const chercher = input.genre === 'recherche' ? input.chercher : input.genre === 'texte' ? input.suggerer : undefined
  const whole = input.genre === 'recherche' && input.entiere === true
  useEffect(() => {
    const words = typed ? texte.trim() : ''
    if (!chercher || (words === '' && !whole)) return setFound([])
    const controller = new AbortController()
    const timer = setTimeout(() => {
      chercher(words, controller.signal)
        .then((options) => !controller.signal.aborted && setFound(options))
        .catch((error: unknown) => !controller.signal.aborted && notify.error(error))
    }, waitBeforeAsking)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [chercher, whole, texte, typed])
  if (input.genre === 'choix') return typed ? matching(input.options, texte) : input.options.slice(0, mostShown)
  return found
}

interface PickListProps {
  id: string
  anchor: HTMLElement | null
  options: readonly Option[]
  picked: number
  onPick: (option: Option) => void
}

const listHeight = 240

/** The choices, under their cell or above it: drawn outside the grid, which would cut them. */
export function PickList({ id, anchor, options, picked, onPick }: PickListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number; width: number }>()
  useLayoutEffect(() => {
    const box = anchor?.getBoundingClientRect()
    if (!box) return
    const height = Math.min(listHeight, options.length * 30 + 8)
    const below = box.bottom + height < window.innerHeight
    const width = Math.max(220, box.width)
    const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8))
    setPlace({ left, top: below ? box.bottom + 2 : box.top - height - 2, width })
  }, [anchor, options.length])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [picked])
  if (!place) return null
  return (
    <Portal target="#calques">
      <div
        ref={list}
        role="listbox"
        id={`${id}-liste`}
        aria-label="Choix possibles"
        data-cell-popup
        className={classes.pickList}
        style={{ left: place.left, top: place.top, minWidth: place.width }}
      >
        {options.map((option, index) => (
          <div
            key={option.value}
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === picked}
            className={classes.pick}
            // The focus stays in the cell.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(option)}
          >
            {option.label}
            {option.detail !== undefined && <span className={classes.pickDetail}>{option.detail}</span>}
          </div>
        ))}
      </div>
    </Portal>
  )
}

/** Picks a day instead of typing it. */
export function DatePickerButton({ texte, onPick }: { texte: string; onPick: (jour: string) => void }) {
  const [opened, setOpened] = useState(false)
  const read = texte.trim() === '' ? undefined : analyserJour(texte)
  const value = read?.ok === true ? read.valeur : null
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus portalProps={{ target: '#calques' }}>
      <Popover.Target>
        <ActionIcon
          size={24}
          className={classes.editorButton ?? ''}
          aria-label="Choisir dans le calendrier"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown data-cell-popup>
        <Calendar
          value={value}
          onChange={(jour) => jour !== null && onPick(formatJour(jour))}
          {...(value !== null && { defaultDate: value })}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
