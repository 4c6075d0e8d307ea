// Step 5: the app itself, compiled into out/ when its sources changed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { signatureOf } from './hash.mjs'
import { inRoot, root, toolchainNode } from './places.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

const stampFile = inRoot('out', '.sources')
const sources = [
  ...['electron', 'renderer', 'shared', 'resources'],
  ...['build/vite', 'build/compile.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]

export function outputIsCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === signatureOf(root, sources)
}

export async function compileApp() {
  if (outputIsCurrent()) return
  say('Application : compilation…')
  const signature = signatureOf(root, sources) // taken before: what is edited meanwhile is compiled next time
  rmSync(stampFile, { force: true })
  const env = { ...process.env, NODE_ENV: 'production' }
  await run('Compilation de l’application', toolchainNode, [inRoot('build', 'compile.mjs')], { cwd: root, env })
  mkdirSync(inRoot('out'), { recursive: true })
  writeFileSync(stampFile, signature)
}
