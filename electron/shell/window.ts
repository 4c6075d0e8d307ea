import { BrowserWindow, nativeTheme } from 'electron'
import { fileURLToPath } from 'node:url'
import { appOrigin } from './protocol'
import { webPreferences } from './web-preferences'

/** Opens the main window, shown when its first page is painted. */
export function openMainWindow(isPackaged: boolean): BrowserWindow {
  // Beside the one it was opened from, never exactly over it.
  const [x, y] = BrowserWindow.getFocusedWindow()?.getPosition() ?? []
  const window = new BrowserWindow({
    ...(x !== undefined && y !== undefined && { x: x + 32, y: y + 32 }),
    width: 1366,
    height: 768,
    minWidth: 940,
    minHeight: 600,
    show: false,
    title: 'Registre MLDS',
    autoHideMenuBar: true,
    // The ground of interface.md, so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#12181f' : '#f6f8fa',
    webPreferences: {
      ...webPreferences(isPackaged),
      preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
    },
  })
  window.once('ready-to-show', () => {
    window.show()
  })
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
