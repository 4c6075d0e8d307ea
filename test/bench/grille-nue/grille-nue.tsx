import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'

/**
 * The peer of grille.bench.ts: TanStack Virtual alone on rows that are all at hand, cells without anything around them.
 * `#/liste` shows the rows, any other address an empty page.
 */
const [nombre, colonnes] = [100_000, 12]
const lignes = Array.from({ length: nombre }, (_, rang) =>
  Array.from({ length: colonnes }, (__, colonne) => `Cellule ${String(colonne)} de la ligne ${String(rang)}`),
)

function Liste() {
  const cadre = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: nombre,
    getScrollElement: () => cadre.current,
    estimateSize: () => 35,
    overscan: 12,
  })
  return (
    <div ref={cadre} className="grille" role="grid">
      <div className="corps" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="row"
            data-key={index}
            className="ligne"
            style={{ transform: `translateY(${String(start)}px)` }}
          >
            {lignes[index]?.map((texte, colonne) => (
              <div key={colonne} role="gridcell">
                {texte}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

const abonner = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

function Page() {
  const adresse = useSyncExternalStore(abonner, () => location.hash)
  return adresse === '#/liste' ? <Liste /> : <p>Autre page</p>
}

const page = document.getElementById('page')
if (page) createRoot(page).render(<Page />)
