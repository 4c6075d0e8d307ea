// npm run captures [-- aide]: drives the demonstration in the real window and writes the picture of every screen in sortie/captures,
// light and dark at two sizes, to be looked at; and, lighter, those of the help and of the
// README in resources/aide/images (`aide`: these alone).
import { spawn } from 'node:child_process'
import { toolchainEnv } from './checks.mjs'
import { hasNoDisplay, startVirtualDisplay } from './launch/display.mjs'
import { inRoot, root, toolchainNode } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runScript(async () => {
  const runtime = await setUp(hasNoDisplay() ? ['window', 'display', 'tests'] : ['window', 'tests'])
  const display = hasNoDisplay() ? await startVirtualDisplay() : undefined
  const env = {
    ...toolchainEnv(),
    ...display?.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime,
    CAPTURES: process.argv[2] ?? '',
  }
  try {
    return await new Promise((resolve) => {
      const args = [inRoot('build', 'bench-file.mjs'), inRoot('test', 'captures', 'captures.ts')]
      const child = spawn(toolchainNode, args, { cwd: root, env, stdio: 'inherit' })
      child.on('close', (code) => resolve(code ?? 1))
    })
  } finally {
    display?.stop()
  }
})
