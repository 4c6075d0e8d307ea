import { BrowserWindow, Menu, type BaseWindow, type MenuItemConstructorOptions } from 'electron'
import { commande, menus, nomsCommandes, type MenuNatif, type NomCommande } from '../../shared/commandes'

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

/** What the system does by itself, beside the commands of the table. */
const roles: Partial<Record<MenuNatif, { before?: Item[]; after?: Item[] }>> = {
  fichier: {
    after: [separator, { role: 'close', label: 'Fermer la fenêtre' }, { role: 'quit', label: 'Quitter' }],
  },
  edition: {
    after: [
      separator,
      { role: 'cut', label: 'Couper' },
      { role: 'copy', label: 'Copier' },
      { role: 'paste', label: 'Coller' },
      { role: 'selectAll', label: 'Tout sélectionner' },
    ],
  },
  affichage: { after: [separator, { role: 'togglefullscreen', label: 'Plein écran' }] },
}

interface MenuActions {
  openWindow: () => void
  /** Tells a command to the window whose menu it was chosen in. */
  run: (name: NomCommande, window: BrowserWindow) => void
}

/**
 * The menus, in French, from the table of commands; hidden until Alt. A key is shown here and handled by the window (which
 * alone knows whether a field or a dialog wants it), so a command chosen in a menu is told to the window.
 */
export function installMenu(isPackaged: boolean, { openWindow, run }: MenuActions): void {
  const opening: Item[] = [{ label: 'Nouvelle fenêtre', accelerator: 'CmdOrCtrl+N', click: openWindow }, separator]
  const template = (Object.keys(menus) as MenuNatif[]).map((menu): Item => {
    const { before = [], after = [] } = roles[menu] ?? {}
    const own = nomsCommandes.filter((nom) => commande(nom).menu === menu).flatMap((nom) => itemsOf(nom, run))
    const tools: Item[] =
      menu === 'affichage' && !isPackaged ? [{ role: 'toggleDevTools', label: 'Outils de développement' }] : []
    // A separator at the top of a menu would separate nothing.
    const items = [...(menu === 'fichier' ? opening : []), ...before, ...own, ...after, ...tools]
    return { label: menus[menu], submenu: items[0]?.type === 'separator' ? items.slice(1) : items }
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function itemsOf(nom: NomCommande, run: MenuActions['run']): Item[] {
  const { libelle, touches, separe, parLaTouche } = commande(nom)
  const item: Item = {
    id: nom,
    label: libelle.replaceAll('&', '&&'),
    ...(touches !== undefined && { accelerator: touches, registerAccelerator: false }),
    click: (_, window) => {
      if (parLaTouche) pressKeys(touches ?? '', window)
      else if (window instanceof BrowserWindow) run(nom, window)
    },
  }
  return separe ? [separator, item] : [item]
}

/** The entry is the key: the page decides whether it is the field's own undo or the register's, as for the keyboard. */
function pressKeys(touches: string, window: BaseWindow | undefined): void {
  const keyCode = touches.slice(touches.lastIndexOf('+') + 1)
  if (!(window instanceof BrowserWindow)) return
  const modifiers: ('meta' | 'control')[] = [process.platform === 'darwin' ? 'meta' : 'control']
  for (const type of ['keyDown', 'keyUp'] as const) window.webContents.sendInputEvent({ type, keyCode, modifiers })
}
