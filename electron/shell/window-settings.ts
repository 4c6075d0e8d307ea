import { app, BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReglagesFenetre } from '../../shared/domain/fenetre/fenetre.contract'
import { pasDeZoom } from '../../shared/domain/fenetre/reglages'

const stored = z.object({
  theme: z.enum(['systeme', 'clair', 'sombre']).catch('systeme'),
  zoom: z.literal(pasDeZoom).catch(100),
  place: z
    .object({ x: z.number(), y: z.number(), width: z.number().min(300), height: z.number().min(200) })
    .nullable()
    .catch(null),
  agrandie: z.boolean().catch(false),
})
type Stored = z.infer<typeof stored>

const themeSources = { systeme: 'system', clair: 'light', sombre: 'dark' } as const
const file = (): string => join(app.getPath('userData'), 'fenetre.json')

/** Nothing here is worth a message: what cannot be read starts afresh, what cannot be written is lost. */
function read(): Stored {
  try {
    return stored.parse(JSON.parse(readFileSync(file(), 'utf8')))
  } catch {
    return stored.parse({ place: null })
  }
}

let current: Stored | undefined
const settings = (): Stored => (current ??= read())

function write(change: Partial<Stored>): void {
  current = { ...settings(), ...change }
  try {
    mkdirSync(app.getPath('userData'), { recursive: true })
    writeFileSync(`${file()}.tmp`, JSON.stringify(current, null, 2))
    renameSync(`${file()}.tmp`, file())
  } catch {
    // A full or protected disk must not keep the window from working.
  }
}

/** The theme of native menus, of the page (`prefers-color-scheme`) and of its first paint. Before the window is made. */
export function applyTheme(): void {
  nativeTheme.themeSource = themeSources[settings().theme]
}

/** Where the window was, if a screen still shows it; its usual size otherwise. */
export function lastPlace(): Partial<Rectangle> {
  const { place } = settings()
  if (!place) return { width: 1366, height: 768 }
  const { x, y, width, height } = place
  const seen = screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return across >= 120 && y >= workArea.y - 8 && y <= workArea.y + workArea.height - 60
  })
  return seen ? place : { width, height }
}

export const lastZoomFactor = (): number => settings().zoom / 100

/** Puts the window in the state it was left in, and remembers the next one. */
export function followWindow(window: BrowserWindow): void {
  if (settings().agrandie) window.maximize()
  let timer: NodeJS.Timeout | undefined
  const remember = (): void => {
    if (window.isDestroyed()) return
    const agrandie = window.isMaximized()
    write(agrandie || window.isFullScreen() ? { agrandie } : { agrandie, place: window.getBounds() })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(remember, 400)
  }
  for (const event of ['resize', 'move'] as const) window.on(event as 'resize', soon)
  window.on('close', () => {
    clearTimeout(timer)
    remember()
  })
  // Chromium remembers a size of its own for our address: ours is the one that the settings show.
  window.webContents.on('dom-ready', () => {
    window.webContents.setZoomFactor(lastZoomFactor())
  })
}

/** Changes what the person may choose; answers what it has become. */
export function changeWindow({ theme, zoom }: Partial<ReglagesFenetre>): ReglagesFenetre {
  if (theme !== undefined || zoom !== undefined) {
    write({ ...(theme !== undefined && { theme }), ...(zoom !== undefined && { zoom }) })
    applyTheme()
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.isVisible()) window.webContents.setZoomFactor(lastZoomFactor())
    }
  }
  return { theme: settings().theme, zoom: settings().zoom }
}
