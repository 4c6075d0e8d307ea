import { Button, CloseButton } from '@mantine/core'
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { navigate } from '../ui/router'
import { etapes } from './etapes'
import { finirVisite } from './etat'
import { placer, type Cadre } from './placer'
import classes from './visite.module.css'

/** The tour: a card beside what it speaks of. The window stays usable all along, and Escape ends it. */
export default function Visite() {
  const [rang, setRang] = useState(0)
  const [cadre, setCadre] = useState<Cadre | null>(null)
  const carte = useRef<HTMLDivElement>(null)
  const titre = useRef<HTMLHeadingElement>(null)
  const retour = useRef(document.activeElement)
  const id = useId()
  const etape = etapes[rang]
  const cible = etape?.cible
  const adresse = etape?.adresse

  const finir = useCallback((): void => {
    finirVisite()
    if (retour.current instanceof HTMLElement) retour.current.focus()
  }, [])

  useEffect(() => {
    if (adresse !== undefined && window.location.hash.split('?')[0] !== adresse) navigate(adresse)
    return prendreLeFocus(() => titre.current)
  }, [rang, adresse])

  // What is pointed at may come late (a list being read) and move (a window resized).
  useLayoutEffect(() => {
    let frame = 0
    const suivre = (): void => {
      const element = cible === undefined ? null : document.querySelector(cible)
      const { x, y, width, height } = element?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 }
      setCadre((connu) => {
        if (width === 0) return null
        const meme = connu?.x === x && connu.y === y && connu.width === width && connu.height === height
        return meme ? connu : { x, y, width, height }
      })
      frame = requestAnimationFrame(suivre)
    }
    suivre()
    return () => cancelAnimationFrame(frame)
  }, [cible])

  if (!etape) return null
  const dernier = rang === etapes.length - 1
  return (
    <>
      {cadre && <div className={classes.cadre} style={encadrer(cadre)} aria-hidden />}
      <div
        ref={carte}
        role="dialog"
        aria-labelledby={`${id}-titre`}
        aria-describedby={`${id}-texte`}
        className={classes.carte}
        style={placer(cadre, { width: window.innerWidth, height: window.innerHeight })}
        onKeyDown={({ key }) => {
          if (key === 'Escape') finir()
        }}
      >
        <div className={classes.tete}>
          <h2 id={`${id}-titre`} ref={titre} tabIndex={-1} className={classes.titre}>
            {etape.titre}
          </h2>
          <CloseButton aria-label="Quitter la visite" onClick={finir} />
        </div>
        <p id={`${id}-texte`}>{etape.texte}</p>
        <div className={classes.pied}>
          <span>
            Étape {rang + 1} sur {etapes.length}
          </span>
          {rang > 0 && (
            <Button variant="default" onClick={() => setRang(rang - 1)}>
              Précédent
            </Button>
          )}
          <Button onClick={() => (dernier ? finir() : setRang(rang + 1))}>
            {dernier ? 'Terminer la visite' : 'Suivant'}
          </Button>
        </div>
      </div>
    </>
  )
}

/** How long what was there before the step may still move the focus: a page that comes, a dialog that closes. */
const focusMs = 700

/** Gives the focus to the step's title, and again while nobody but the window itself has moved it. */
function prendreLeFocus(titre: () => HTMLElement | null): () => void {
  const until = performance.now() + focusMs
  let donne = false
  const stop = (): void => {
    window.clearInterval(timer)
    for (const event of ['keydown', 'pointerdown'] as const) window.removeEventListener(event, stop, true)
  }
  const timer = window.setInterval(() => {
    // The first time always: the next step is announced by its title.
    if (!donne || document.activeElement?.closest('[role="dialog"]') == null) titre()?.focus()
    donne = true
    if (performance.now() > until) stop()
  }, 50)
  for (const event of ['keydown', 'pointerdown'] as const) window.addEventListener(event, stop, true)
  return stop
}

const encadrer = ({ x, y, width, height }: Cadre) => ({ left: x - 3, top: y - 3, width: width + 6, height: height + 6 })
