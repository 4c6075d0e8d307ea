import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useReadOnly } from '../../ui/read-only'
import { type GenreDeBloc, nomsDesGenres } from './modele-genres'
import classes from './modele.module.css'

export interface GestesDeBloc {
  monter?: (() => void) | undefined
  descendre?: (() => void) | undefined
  dupliquer: () => void
  supprimer: () => void
  ajouter: (genre: GenreDeBloc) => void
}

interface CadreDeBlocProps {
  genre: GenreDeBloc
  /** « Paragraphe 3 ». */
  nom: string
  gestes: GestesDeBloc
  possibles: readonly GenreDeBloc[]
  children: ReactNode
}

/** A block with what can be done to it: by its menu, or Alt and an arrow to move it. */
export function CadreDeBloc({ genre, nom, gestes, possibles, children }: CadreDeBlocProps) {
  const lecture = useReadOnly()
  const onKeyDown = (event: KeyboardEvent): void => {
    const geste = event.key === 'ArrowUp' ? gestes.monter : event.key === 'ArrowDown' ? gestes.descendre : undefined
    if (!event.altKey || event.ctrlKey || lecture || geste === undefined) return
    event.preventDefault()
    event.stopPropagation()
    geste()
  }
  return (
    <div role="group" aria-label={nom} data-genre={genre} className={classes.bloc} onKeyDown={onKeyDown}>
      <div className={classes.corps}>{children}</div>
      {!lecture && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={`${nom} : actions`} className={classes.menu ?? ''}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item disabled={!gestes.monter} rightSection="Alt + ↑" onClick={gestes.monter}>
              Monter
            </Menu.Item>
            <Menu.Item disabled={!gestes.descendre} rightSection="Alt + ↓" onClick={gestes.descendre}>
              Descendre
            </Menu.Item>
            <Menu.Item onClick={gestes.dupliquer}>Dupliquer</Menu.Item>
            <Menu.Item onClick={gestes.supprimer}>Supprimer</Menu.Item>
            <Menu.Divider />
            <Menu.Label>Ajouter au-dessous</Menu.Label>
            {possibles.map((autre) => (
              <Menu.Item key={autre} onClick={() => gestes.ajouter(autre)}>
                {nomsDesGenres[autre]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
