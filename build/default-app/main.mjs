// Loads the app whose folder is given on the command line, as the official binary's own default app does.
// `-r <module>` first loads a module: Playwright uses it to hold the app back until it is connected.
// Top-level await holds `ready` back until the app's own code has run, which it needs to register its scheme.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const words = process.argv.slice(1) // a copy: Playwright's module removes its own words from process.argv
/** @type {string | undefined} */
let folder
for (let i = 0; i < words.length && folder === undefined; i += 1) {
  const word = words[i] ?? ''
  if (word === '-r') require(words[(i += 1)] ?? '')
  else if (!word.startsWith('-')) folder = resolve(word)
}
if (folder === undefined) {
  process.stderr.write('Usage: electron <folder of the app>\n')
  process.exit(1)
}
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
Object.defineProperty(process, 'defaultApp', { value: true })
// Two methods that Electron keeps for its own default app, hence absent from its types.
const own = /** @type {typeof app & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (app)
own.setName(description.productName ?? description.name)
if (description.version) own.setVersion(description.version)
own.setAppPath(folder)
try {
  await import(pathToFileURL(join(folder, description.main)).href)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}
