import type { fenetreContract } from '../../../shared/domain/fenetre/fenetre.contract'
import type { HandlersOf } from '../../register/handler'

/** The window's own settings are the main process's: nothing of them is in a register. */
export const fenetreHandlers = {
  'fenetre.lire': ({ shell }) => shell.changeWindow({}),
  'fenetre.regler': ({ shell }, { theme, zoom }) =>
    shell.changeWindow({ ...(theme !== undefined && { theme }), ...(zoom !== undefined && { zoom }) }),
  'fenetre.retenir': ({ shell }) => shell.keepTyped(null),
} satisfies HandlersOf<typeof fenetreContract>
