import { paths } from './paths'
import { screens } from './routes'

/** The first screen of an open register. */
export const home = (): string =>
  screens.find((screen) => screen.nav !== undefined)?.route.href({}) ?? paths.accueil.href({})

/** Where the window goes from an address that it cannot show: home in an open register, else the welcome. */
export function startingAddress(opened: boolean, pathname: string, known: boolean): string | undefined {
  const onWelcome = pathname === paths.accueil.path
  if (!opened) return onWelcome ? undefined : paths.accueil.href({})
  return known && !onWelcome ? undefined : home()
}
