import { Button, CloseButton, Menu, NativeSelect, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { bouclesDisponibles, boucleParCode } from '../../../shared/domain/modele-lettre/catalogue'
import { type CodeContenu, contenusModele } from '../../../shared/domain/modele-lettre/contenus'
import type { BlocModele } from '../../../shared/domain/modele-lettre/modele-lettre'
import { useReadOnly } from '../../ui/read-only'
import { ChampModele } from './champ-modele'
import { CadreDeBloc } from './modele-cadre-bloc'
import { blocNeuf, choixDeCondition, type GenreDeBloc, genresPossibles, nomsDesGenres } from './modele-genres'
import classes from './modele.module.css'

interface Place {
  /** Loops around, outermost first. */
  autour: readonly string[]
  profondeur: number
  /** Name of the block around, said after theirs; '' at the top. */
  parent: string
  /** Something was typed; `fini`: it is whole, and can be written. */
  onLeave: () => void
}

interface BlocsProps extends Place {
  label: string
  blocs: readonly BlocModele[]
  onChange: (blocs: BlocModele[], fini: boolean) => void
}

/** Blocks in order; each one is moved, copied, removed from its own menu. */
export function Blocs({ label, blocs, onChange, ...place }: BlocsProps) {
  const liste = useRef<HTMLDivElement>(null)
  const aMontrer = useRef<number | null>(null)
  const lecture = useReadOnly()
  const possibles = genresPossibles(place.autour, place.profondeur)
  useEffect(() => {
    if (aMontrer.current === null) return
    const bloc = liste.current?.children[aMontrer.current]
    bloc?.querySelector<HTMLElement>('[data-entree], input, select')?.focus()
    aMontrer.current = null
  })
  const poser = (suite: BlocModele[], rang: number | null): void => {
    aMontrer.current = rang
    onChange(suite, true)
  }
  const ajouter = (genre: GenreDeBloc, rang: number): void => {
    const neuf = blocNeuf(genre, place.autour)
    if (neuf) poser(blocs.toSpliced(rang, 0, neuf), rang)
  }
  const echanger = (a: number, b: number): void => {
    const [premier, second] = [blocs[a], blocs[b]]
    if (premier && second) poser(blocs.with(a, second).with(b, premier), b)
  }
  const rangs = new Map<GenreDeBloc, number>()
  return (
    <div role="group" aria-label={label}>
      <div ref={liste} className={classes.blocs}>
        {blocs.map((bloc, rang) => {
          const numero = (rangs.get(bloc.genre) ?? 0) + 1
          rangs.set(bloc.genre, numero)
          const nom = [`${nomsDesGenres[bloc.genre]} ${String(numero)}`, place.parent].filter(Boolean).join(', ')
          return (
            <CadreDeBloc
              key={rang}
              genre={bloc.genre}
              nom={nom}
              possibles={possibles}
              gestes={{
                monter: rang === 0 ? undefined : () => echanger(rang, rang - 1),
                descendre: rang === blocs.length - 1 ? undefined : () => echanger(rang, rang + 1),
                dupliquer: () => poser(blocs.toSpliced(rang, 0, structuredClone(bloc)), rang + 1),
                supprimer: () => poser(blocs.toSpliced(rang, 1), Math.max(0, rang - 1)),
                ajouter: (genre) => ajouter(genre, rang + 1),
              }}
            >
              <Corps
                {...place}
                nom={nom}
                bloc={bloc}
                onChange={(neuf, fini) => onChange(blocs.with(rang, neuf), fini)}
                onEnter={() => ajouter('paragraphe', rang + 1)}
              />
            </CadreDeBloc>
          )
        })}
      </div>
      {!lecture && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />}>
              Ajouter un bloc
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {possibles.map((genre) => (
              <Menu.Item key={genre} onClick={() => ajouter(genre, blocs.length)}>
                {nomsDesGenres[genre]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

interface CorpsProps<Bloc extends BlocModele = BlocModele> extends Place {
  nom: string
  bloc: Bloc
  onChange: (bloc: BlocModele, fini: boolean) => void
  onEnter: () => void
}

function Corps({ bloc, ...reste }: CorpsProps) {
  const lecture = useReadOnly()
  switch (bloc.genre) {
    case 'liste':
      return <CorpsDeListe bloc={bloc} {...reste} />
    case 'condition':
      return <CorpsDeCondition bloc={bloc} {...reste} />
    case 'boucle':
      return <CorpsDeBoucle bloc={bloc} {...reste} />
    case 'contenu':
      return (
        <NativeSelect
          aria-label={reste.nom}
          disabled={lecture}
          data={contenusModele.map(({ code, libelle }) => ({ value: code, label: libelle }))}
          value={bloc.code}
          onChange={({ currentTarget }) => reste.onChange({ ...bloc, code: currentTarget.value as CodeContenu }, true)}
        />
      )
    default:
      return (
        <ChampModele
          label={reste.nom}
          value={bloc.texte}
          autour={reste.autour}
          aspect={bloc.genre === 'paragraphe' ? 'texte' : bloc.genre}
          onChange={(texte) => reste.onChange({ ...bloc, texte }, false)}
          onLeave={reste.onLeave}
          onEnter={reste.onEnter}
        />
      )
  }
}

type BlocDe<Genre extends GenreDeBloc> = Extract<BlocModele, { genre: Genre }>

function CorpsDeListe({ bloc, nom, onChange, onLeave, autour }: CorpsProps<BlocDe<'liste'>>) {
  const lignes = useRef<HTMLUListElement>(null)
  const aMontrer = useRef<number | null>(null)
  useEffect(() => {
    if (aMontrer.current !== null)
      lignes.current?.children[aMontrer.current]?.querySelector<HTMLElement>('[data-entree]')?.focus()
    aMontrer.current = null
  })
  const poser = (items: string[], rang: number): void => {
    aMontrer.current = rang
    onChange({ ...bloc, items }, true)
  }
  return (
    <ul ref={lignes} className={classes.puces}>
      {bloc.items.map((item, rang) => (
        <li key={rang}>
          <ChampModele
            label={`${nom}, ligne ${String(rang + 1)}`}
            value={item}
            autour={autour}
            onChange={(texte) => onChange({ ...bloc, items: bloc.items.with(rang, texte) }, false)}
            onLeave={onLeave}
            onEnter={() => poser(bloc.items.toSpliced(rang + 1, 0, ''), rang + 1)}
            {...(bloc.items.length > 1 && {
              onEfface: () => poser(bloc.items.toSpliced(rang, 1), Math.max(0, rang - 1)),
            })}
          >
            <CloseButton
              size="sm"
              aria-label={`${nom} : retirer la ligne ${String(rang + 1)}`}
              disabled={bloc.items.length === 1}
              onClick={() => poser(bloc.items.toSpliced(rang, 1), Math.max(0, rang - 1))}
            />
          </ChampModele>
        </li>
      ))}
    </ul>
  )
}

function CorpsDeCondition({ bloc, nom, onChange, onEnter: _, ...place }: CorpsProps<BlocDe<'condition'>>) {
  const lecture = useReadOnly()
  return (
    <>
      <div className={classes.regle}>
        <NativeSelect
          aria-label={`${nom} : si ou sauf si`}
          disabled={lecture}
          data={[
            { value: 'si', label: 'Si' },
            { value: 'sauf', label: 'Sauf si' },
          ]}
          value={bloc.sauf ? 'sauf' : 'si'}
          onChange={({ currentTarget }) => onChange({ ...bloc, sauf: currentTarget.value === 'sauf' }, true)}
        />
        <Select
          aria-label={`${nom} : condition`}
          disabled={lecture}
          searchable
          allowDeselect={false}
          data={choixDeCondition(place.autour)}
          value={bloc.code}
          onChange={(code) => code !== null && onChange({ ...bloc, code }, true)}
          className={classes.condition ?? ''}
        />
      </div>
      <Blocs
        {...place}
        label={`${nom}, ce qui est écrit`}
        profondeur={place.profondeur + 1}
        parent={nom}
        blocs={bloc.blocs}
        onChange={(blocs, fini) => onChange({ ...bloc, blocs }, fini)}
      />
    </>
  )
}

function CorpsDeBoucle({ bloc, nom, onChange, onEnter: _, ...place }: CorpsProps<BlocDe<'boucle'>>) {
  const lecture = useReadOnly()
  const boucle = boucleParCode(bloc.code)
  return (
    <>
      <NativeSelect
        aria-label={`${nom} : ce qui est répété`}
        description={boucle?.description}
        disabled={lecture}
        data={bouclesDisponibles(place.autour).map(({ code, libelle }) => ({
          value: code,
          label: `Pour chaque ${libelle}`,
        }))}
        value={bloc.code}
        onChange={({ currentTarget }) => onChange({ ...bloc, code: currentTarget.value }, true)}
      />
      <Blocs
        {...place}
        label={`${nom}, à chaque fois`}
        autour={[...place.autour, bloc.code]}
        profondeur={place.profondeur + 1}
        parent={nom}
        blocs={bloc.blocs}
        onChange={(blocs, fini) => onChange({ ...bloc, blocs }, fini)}
      />
    </>
  )
}
