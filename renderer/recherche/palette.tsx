import { Modal, VisuallyHidden } from '@mantine/core'
import { IconArrowRight, IconFilter } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { marquer } from '../../shared/domain/recherche/marquer'
import { motsTapes } from '../../shared/domain/recherche/requete'
import { compte } from '../../shared/nombres'
import { useFocusBack } from '../ui/dialog'
import { errorSentence } from '../ui/notice'
import { usePropositions, type Proposition } from './propositions'
import classes from './recherche.module.css'

const limiteDepart = 6
const cadre = {
  ...{ size: 800, yOffset: '12vh', padding: 0, radius: 'lg' },
  classNames: { content: classes.palette ?? '' },
}

/** Ctrl+K: records, screens, actions; a list that the arrows walk through while the typing goes on. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [texte, setTexte] = useState('')
  const [limite, setLimite] = useState(limiteDepart)
  const [actif, setActif] = useState(0)
  const id = useId()
  useFocusBack(true)
  const { champ, poserChamp } = useChampPret()
  const ecrire = (suivant: string): void => {
    setTexte(suivant)
    setLimite(limiteDepart)
    setActif(0)
    champ.current?.focus()
  }
  const { groupes, remarque, approche, nombre, enCours, error } = usePropositions({
    texte,
    ecrire,
    limite,
    elargir: () => setLimite(50),
  })
  const toutes = groupes.flatMap(({ propositions }) => propositions)
  const courante = toutes[Math.min(actif, toutes.length - 1)]
  const completion = courante?.reste === true ? courante : toutes.find(({ cle }) => /^(champ|valeur) /.test(cle))
  const mots = motsTapes(useDeferredValue(texte))
  const optionId = (proposition: Proposition): string => `${id}-${String(toutes.indexOf(proposition))}`

  useEffect(() => {
    if (courante) document.getElementById(optionId(courante))?.scrollIntoView({ block: 'nearest' })
  })

  const choisir = (proposition: Proposition): void => {
    if (proposition.reste !== true) onClose()
    proposition.choisir()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const pas = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (pas !== undefined) {
      event.preventDefault()
      const dernier = toutes.length - 1
      const voisin = actif + pas
      setActif(
        Math.abs(pas) === 1
          ? voisin > dernier
            ? 0
            : voisin < 0
              ? dernier
              : voisin
          : Math.max(0, Math.min(dernier, voisin)),
      )
    } else if (event.key === 'Enter' && courante && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choisir(courante)
    } else if (event.key === 'Tab' && !event.shiftKey && completion) {
      event.preventDefault()
      choisir(completion)
    }
  }
  const rien = texte.trim() !== '' && toutes.length === 0 && !enCours
  const annonce = rien
    ? 'Rien ne répond.'
    : texte.trim() === ''
      ? ''
      : compte(nombre, 'fiche trouvée', 'fiches trouvées')
  return (
    <Modal.Root opened onClose={onClose} {...cadre}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label="Rechercher">
        <input
          ref={poserChamp}
          data-autofocus
          className={classes.saisie}
          role="combobox"
          aria-label="Rechercher une fiche, un écran, une action"
          aria-expanded={toutes.length > 0}
          aria-controls={`${id}-liste`}
          aria-activedescendant={courante ? optionId(courante) : undefined}
          aria-autocomplete="list"
          placeholder="Nom, commune, UAI, écran, action… ou rôle:formateur"
          value={texte}
          onChange={({ currentTarget }) => ecrire(currentTarget.value)}
          onKeyDown={onKeyDown}
          spellCheck={false}
        />
        <VisuallyHidden role="status">{annonce}</VisuallyHidden>
        {remarque !== null && <p className={classes.remarque}>{remarque}</p>}
        {error && <p className={classes.remarque}>{errorSentence(error).message}</p>}
        {approche && <p className={classes.remarque}>Rien d’exact&nbsp;: voici ce qui s’en approche.</p>}
        <div id={`${id}-liste`} role="listbox" aria-label="Résultats" className={classes.liste} tabIndex={-1}>
          {groupes.map(({ titre, propositions }) => (
            <div key={titre} role="group" aria-label={titre}>
              <div className={classes.groupe} aria-hidden>
                {titre}
              </div>
              {propositions.map((proposition) => (
                <Option
                  key={proposition.cle}
                  id={optionId(proposition)}
                  proposition={proposition}
                  mots={mots}
                  active={proposition === courante}
                  onChoisir={() => choisir(proposition)}
                  onSurvol={() => setActif(toutes.indexOf(proposition))}
                />
              ))}
            </div>
          ))}
        </div>
        {rien && (
          <p className={classes.rien}>
            Rien ne répond à «&nbsp;{texte.trim()}&nbsp;». Essayez moins de lettres, ou un champ&nbsp;: commune:rennes,
            réseau:redon.
          </p>
        )}
        <Touches />
      </Modal.Content>
    </Modal.Root>
  )
}

const Touches = () => (
  <div className={classes.pied} aria-hidden>
    <span>↑ ↓ pour choisir</span>
    <span>Entrée pour ouvrir</span>
    <span>Tab pour compléter un champ</span>
    <span>Échap pour fermer</span>
  </div>
)

/** A field that has the focus as soon as it is there: the dialog's own trap comes later than the next letter. */
function useChampPret() {
  const champ = useRef<HTMLInputElement | null>(null)
  const poserChamp = useCallback((element: HTMLInputElement | null): void => {
    champ.current = element
    element?.focus({ preventScroll: true })
  }, [])
  return { champ, poserChamp }
}

interface OptionProps {
  id: string
  proposition: Proposition
  mots: readonly string[]
  active: boolean
  onChoisir: () => void
  onSurvol: () => void
}

function Option({ id, proposition, mots, active, onChoisir, onSurvol }: OptionProps) {
  const { titre, detail, touches, reste } = proposition
  const Icone = proposition.icone ?? (reste === true ? IconFilter : IconArrowRight)
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={classes.option}
      onClick={onChoisir}
      onMouseMove={active ? undefined : onSurvol}
    >
      <Icone size={16} stroke={1.6} aria-hidden />
      <span className={classes.titre}>
        <Marques texte={titre} mots={mots} />
      </span>
      {detail !== undefined && (
        <span className={classes.detail}>
          <Marques texte={detail} mots={mots} />
        </span>
      )}
      {touches !== undefined && <kbd className={classes.touches}>{touches}</kbd>}
    </div>
  )
}

function Marques({ texte, mots }: { texte: string; mots: readonly string[] }) {
  return marquer(texte, mots).map(({ texte, marque }, index) => (marque ? <mark key={index}>{texte}</mark> : texte))
}
