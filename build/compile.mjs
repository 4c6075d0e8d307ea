// Compiles the app into out/: main and register processes, preload, window. Run by build/setup/compile.mjs.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

for (const name of ['electron', 'preload', 'renderer']) {
  const configFile = fileURLToPath(new URL(`vite/${name}.config.ts`, import.meta.url))
  await build({ configFile, logLevel: 'warn', mode: 'production' })
}
