import { isValidElement } from 'react'
import { accueilScreens } from './features/accueil/accueil.screens'
import { aujourdhuiScreens } from './features/aujourdhui/aujourdhui.screens'
import { agentScreens } from './features/agent/agent.screens'
import { journalScreens } from './features/journal/journal.screens'
import { doublonScreens } from './features/doublon/doublon.screens'
import { parametresScreens } from './features/parametres/parametres.screens'
import { fseScreens } from './features/fse/fse.screens'
import { bilanScreens } from './features/bilan/bilan.screens'
import { importAnnuaireScreens, importationScreens } from './features/importation/importation.screens'
import { lettreScreens } from './features/lettre-de-mission/lettre.screens'
import { jalonScreens } from './features/jalon/jalon.screens'
import { etablissementScreens } from './features/etablissement/etablissement.screens'
import { reseauScreens } from './features/reseau/reseau.screens'
import { isLazyPage } from './ui/lazy-page'
import { parseHash, type Screen } from './ui/router'

/**
 * Every screen, one line a feature, in the order of the navigation. The first whose address fits is shown, so a
 * feature lists its fixed addresses (`/etablissements/importer`) before those with a parameter (`/etablissements/:id`).
 */
export const screens: readonly Screen[] = [
  ...accueilScreens,
  ...aujourdhuiScreens,
  ...jalonScreens,
  ...agentScreens,
  ...importAnnuaireScreens,
  ...etablissementScreens,
  ...reseauScreens,
  ...lettreScreens,
  ...fseScreens,
  ...importationScreens,
  ...doublonScreens,
  ...bilanScreens,
  ...parametresScreens,
  ...journalScreens,
]

interface Shown {
  screen: Screen
  params: Record<string, string>
}

/** The screen of an address. */
export function findScreen(pathname: string): Shown | undefined {
  for (const screen of screens) {
    const params = screen.route.match(pathname)
    if (params) return { screen, params }
  }
  return undefined
}

/** Reads the page of an address, so that the first render draws it at once. */
export async function preloadScreen(hash: string): Promise<void> {
  const { pathname, query } = parseHash(hash)
  const shown = findScreen(pathname)
  const page = shown?.screen.render({ params: shown.params, query })
  if (isValidElement(page) && isLazyPage(page.type)) await page.type.preload()
}
