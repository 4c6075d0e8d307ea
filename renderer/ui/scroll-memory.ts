const key = 'registre.defilement'
const remembered = 40
/** How long the rows of a list may take to come. */
const patienceMs = 4000

type Places = Record<string, number>

function read(): Places {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Places
  } catch {
    return {}
  }
}

function remember(name: string, top: number): void {
  const { [name]: _former, ...others } = read()
  const kept = Object.entries(others).slice(top > 0 ? 1 - remembered : -remembered)
  localStorage.setItem(key, JSON.stringify(Object.fromEntries(top > 0 ? [...kept, [name, top]] : kept)))
}

/** What scrolls in a screen: its lists, the page itself, or all of it in a low window. */
const scrollers = '#contenu [role="grid"], #contenu [data-page-scroll], #contenu'

/**
 * Follows how far a screen is scrolled, and puts it back there when it is shown again (going back, next start), unless the
 * person has begun to move in it. Returns how to stop.
 */
export function suivreLeDefilement(address: string): () => void {
  const nameOf = (element: Element): string =>
    `${address} ${element.getAttribute('aria-label') ?? element.getAttribute('data-page-scroll') ?? ''}`
  const places = read()
  const restored = new WeakSet<Element>()
  let moved = false
  let timer: number | undefined
  const onMove = (): void => {
    moved = true
  }
  const onScroll = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.matches(scrollers)) return
    const [name, top] = [nameOf(target), Math.round(target.scrollTop)]
    window.clearTimeout(timer)
    timer = window.setTimeout(() => remember(name, top), 250)
  }
  const until = performance.now() + patienceMs
  let frame = 0
  const restore = (): void => {
    if (moved || performance.now() > until) return
    for (const element of document.querySelectorAll(scrollers)) {
      const top = places[nameOf(element)]
      if (top === undefined || element.scrollHeight - element.clientHeight < top) continue
      // A list asked again for a moment without its rows falls back to its top.
      if (restored.has(element) && element.scrollTop > 0) continue
      restored.add(element)
      element.scrollTop = top
    }
    frame = requestAnimationFrame(restore)
  }
  if (Object.keys(places).some((name) => name.startsWith(`${address} `))) restore()
  const moves = ['wheel', 'pointerdown', 'keydown'] as const
  for (const move of moves) window.addEventListener(move, onMove, { capture: true, passive: true })
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => {
    cancelAnimationFrame(frame)
    for (const move of moves) window.removeEventListener(move, onMove, { capture: true })
    document.removeEventListener('scroll', onScroll, { capture: true })
  }
}
