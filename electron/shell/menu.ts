import { Menu, type MenuItemConstructorOptions } from 'electron'

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
        { role: 'undo', label: 'Annuler la frappe' },
        { role: 'redo', label: 'Rétablir la frappe' },
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
