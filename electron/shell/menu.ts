import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The entry is the key: the page decides whether it is the field's own undo or the register's, as it does for the
 * keyboard. Not registered as a shortcut, or the page would never see the key.
 */
const parLaTouche = (label: string, keyCode: string): MenuItemConstructorOptions => ({
  label,
  accelerator: `CmdOrCtrl+${keyCode}`,
  registerAccelerator: false,
  click: (_, window) => {
    if (!(window instanceof BrowserWindow)) return
    const modifiers: ('meta' | 'control')[] = [process.platform === 'darwin' ? 'meta' : 'control']
    for (const type of ['keyDown', 'keyUp'] as const) window.webContents.sendInputEvent({ type, keyCode, modifiers })
  },
})

/** The usual menus, in French; hidden until Alt, and needed for copy and paste on every system. */
export function installMenu(isPackaged: boolean, { openWindow }: { openWindow: () => void }): void {
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'Fichier',
      submenu: [
        { label: 'Nouvelle fenêtre', accelerator: 'CmdOrCtrl+N', click: openWindow },
        { type: 'separator' },
        { role: 'close', label: 'Fermer la fenêtre' },
        { role: 'quit', label: 'Quitter' },
      ],
    },
    {
      label: 'Édition',
      submenu: [
        parLaTouche('Annuler', 'Z'),
        parLaTouche('Rétablir', 'Y'),
        { type: 'separator' },
        { role: 'cut', label: 'Couper' },
        { role: 'copy', label: 'Copier' },
        { role: 'paste', label: 'Coller' },
        { role: 'selectAll', label: 'Tout sélectionner' },
      ],
    },
    {
      label: 'Affichage',
      submenu: [
        { role: 'zoomIn', label: 'Agrandir' },
        { role: 'zoomOut', label: 'Réduire' },
        { role: 'resetZoom', label: 'Taille normale' },
        { role: 'togglefullscreen', label: 'Plein écran' },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const, label: 'Outils de développement' }]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
