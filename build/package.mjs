// npm run package [-- electron-builder's options]: the app for this machine, unpacked, in release/.
// For another system (`-- --win nsis zip --x64`) electron-builder fetches that system's Electron and tools itself.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toolchainEnv } from './checks.mjs'
import { inRoot, root, toolchainNode } from './setup/places.mjs'
import { runScript, say } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runScript(async () => {
  const runtime = await setUp([])
  const options = process.argv.slice(2)
  const args = options.length > 0 ? options : ['--dir', ...thisRuntime(runtime)]
  const program = inRoot('node_modules', 'electron-builder', 'cli.js')
  return new Promise((resolve) => {
    const child = spawn(toolchainNode, [program, ...args, '--publish', 'never'], {
      cwd: root,
      env: toolchainEnv(),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
})

/**
 * Packages the runtime that is there instead of downloading one.
 * @param {string} runtime
 */
function thisRuntime(runtime) {
  const version = readFileSync(join(runtime, 'version'), 'utf8').trim().replace(/^v/, '')
  const { version: wanted } = JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8'))
  if (version !== wanted) {
    say(
      `Ce paquet contient Electron ${version}, qui ne sert qu’aux essais : un paquet à distribuer demande Electron ${wanted}.`,
    )
  }
  return [`-c.electronDist=${runtime}`, `-c.electronVersion=${version}`]
}
