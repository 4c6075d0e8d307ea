import { hasNoDisplay, startVirtualDisplay } from './launch/display.mjs'
import { setUp } from './setup/set-up.mjs'

/**
 * Once before all the journeys: the app compiled, the Electron runtime where Playwright's `_electron.launch` looks
 * for it, and one virtual screen for everybody when the machine has none.
 */
export default async function prepare(): Promise<(() => void) | undefined> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = await setUp(hasNoDisplay() ? ['window', 'display'] : ['window'])
  if (!hasNoDisplay()) return undefined
  const display = await startVirtualDisplay()
  Object.assign(process.env, display.env)
  return display.stop
}
