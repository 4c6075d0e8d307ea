import type { ReactNode } from 'react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormatLettre } from '../../../shared/domain/lettre-de-mission/format'
import { apercuLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { readStyleNonce } from '../../ui/nonce'
import { EnregistrerLettre } from './enregistrer-lettre'
import classes from './lettre.module.css'
import { paginate, replaceBody, sheetStyle, sheetWidth } from './pagination'

/** The page's style element carries the window's nonce: its policy allows no other. */
const forTheScreen = (html: string): string =>
  html.replace('<style>', `<style nonce="${readStyleNonce()}">`).replace('</style>', `${sheetStyle}</style>`)

interface ApercuProps {
  id: string
  /** « Aperçu » by default; what the paper is when two are side by side. */
  titre?: string
  onExport?: (format: FormatLettre) => void
  exporting?: boolean
}

/** A letter as it would be printed now. */
export function Apercu({ id, titre = 'Aperçu', onExport, exporting = false }: ApercuProps) {
  const query = useOperation(apercuLettre, { id }, { keepPrevious: true })
  return (
    <Papier
      page={query.data}
      titre={titre}
      actions={onExport && <EnregistrerLettre compact onExport={onExport} exporting={exporting} />}
    />
  )
}

interface PapierProps {
  page: { html: string; pied: string } | undefined
  titre: string
  actions?: ReactNode
}

/** A letter on paper, refreshed after each change; the frame holds no script and cannot run any. */
export function Papier({ page, titre, actions }: PapierProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ height: 0, sheets: 0 })
  const scale = useScale(paper)
  const html = page?.html
  const pied = page?.pied ?? ''

  const layOut = useCallback((): void => {
    const page = frame.current?.contentDocument
    if (!page?.querySelector('section')) return
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground')
    page.documentElement.style.setProperty('--fond', ground)
    void page.fonts.ready.then(() => setSize(paginate(page, pied)))
  }, [pied])

  // The first page is loaded, the next ones replace its content: the paper does not flicker while one types.
  const [loaded, setLoaded] = useState<string>()
  if (html !== undefined && loaded === undefined) setLoaded(html)
  useEffect(() => {
    const page = frame.current?.contentDocument
    if (html === undefined || html === loaded || !page?.querySelector('section')) return
    replaceBody(page, html)
    layOut()
  }, [html, loaded, layOut])

  return (
    <section className={classes.apercu} aria-label={titre === 'Aperçu' ? 'Aperçu de la lettre' : titre}>
      <div className={classes.apercuTete}>
        <span>{size.sheets === 0 ? 'Mise en page…' : `${titre}, ${compte(size.sheets, 'page')}`}</span>
        {actions}
      </div>
      <div
        className={classes.papier}
        ref={paper}
        tabIndex={0}
        role="group"
        aria-label={titre === 'Aperçu' ? 'Pages de la lettre' : `Pages : ${titre}`}
      >
        {loaded !== undefined && (
          <div className={classes.feuilles} style={{ width: sheetWidth * scale, height: size.height * scale }}>
            <iframe
              ref={frame}
              title={titre === 'Aperçu' ? 'Lettre' : titre}
              sandbox="allow-same-origin"
              srcDoc={forTheScreen(loaded)}
              onLoad={layOut}
              tabIndex={-1}
              width={sheetWidth}
              height={Math.max(size.height, 1123)}
              style={{ transform: `scale(${String(scale)})` }}
            />
          </div>
        )}
      </div>
    </section>
  )
}

/** The sheet fills the width of its pane, never larger than life. */
function useScale(paper: React.RefObject<HTMLDivElement | null>): number {
  const [scale, setScale] = useState(0.6)
  useEffect(() => {
    const element = paper.current
    if (!element) return undefined
    const observer = new ResizeObserver(() =>
      setScale(Math.min(1, Math.max(0.3, (element.clientWidth - 24) / sheetWidth))),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [paper])
  return scale
}
