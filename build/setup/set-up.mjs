// All that has to be there before the app can run, in order. Every step looks first and does nothing when it can:
// the second time, the whole costs a few milliseconds.
import { compileApp, outputIsCurrent } from './compile.mjs'
import { dependenciesAreCurrent, installDependencies } from './dependencies.mjs'
import { installLibraries, librariesArePresent } from './libraries.mjs'
import { alone } from './lock.mjs'
import { installNativeModule, nativeModuleIsCurrent } from './native.mjs'
import { installRuntime, presentRuntime } from './runtime.mjs'

/**
 * Sets everything up and gives the folder of the Electron runtime.
 * @param {import('./libraries.mjs').Use[]} uses what the system libraries are needed for
 * @returns {Promise<string>}
 */
export async function setUp(uses) {
  return (await currentRuntime(uses)) ?? alone(() => install(uses))
}

/** Only what the checks need: the dependencies. */
export async function setUpTools() {
  if (!dependenciesAreCurrent()) await alone(installDependencies)
}

/** The runtime's folder when nothing at all has to be done. @param {import('./libraries.mjs').Use[]} uses */
async function currentRuntime(uses) {
  if (!dependenciesAreCurrent() || !librariesArePresent(uses) || !outputIsCurrent()) return undefined
  const runtime = await presentRuntime()
  return runtime !== undefined && (await nativeModuleIsCurrent(runtime)) ? runtime : undefined
}

/** @param {import('./libraries.mjs').Use[]} uses */
async function install(uses) {
  await installDependencies()
  await installLibraries(uses)
  const runtime = await installRuntime()
  await installNativeModule(runtime)
  await compileApp()
  return runtime
}
