import { BrowserWindow, nativeTheme } from 'electron'
import { fileURLToPath } from 'node:url'
import { appOrigin } from './protocol'
import { webPreferences } from './web-preferences'
import { applyTheme, followWindow, lastPlace, lastZoomFactor } from './window-settings'

/** Opens the main window as it was left, shown when its first page is painted. */
export function openMainWindow(isPackaged: boolean): BrowserWindow {
  applyTheme()
  // Beside the one it was opened from, never exactly over it.
  const [x, y] = BrowserWindow.getFocusedWindow()?.getPosition() ?? []
  const window = new BrowserWindow({
    ...lastPlace(),
    ...(x !== undefined && y !== undefined && { x: x + 32, y: y + 32 }),
    minWidth: 940,
    minHeight: 600,
    show: false,
    title: 'Registre MLDS',
    autoHideMenuBar: true,
    // The ground of interface.md, so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#12181f' : '#f6f8fa',
    webPreferences: {
      ...webPreferences(isPackaged),
      zoomFactor: lastZoomFactor(),
      preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
    },
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  followWindow(window)
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

/** A window nobody sees, for printing. */
export function openHiddenWindow(isPackaged: boolean): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: { ...webPreferences(isPackaged), backgroundThrottling: false },
  })
}
