import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { frenchZod } from './french-zod.ts'
import { nodeTarget } from './targets.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The main process and the register process: two ES modules that share their chunks. Everything is bundled but
 * Electron and the native module, so the packaged app holds one folder of node_modules.
 * Not minified: a logged stack must be readable, and nothing here is downloaded.
 */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [frenchZod()],
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    target: nodeTarget,
    outDir: 'out/electron',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'electron/main.ts',
        register: 'electron/register/main.ts',
        'xlsx-worker': 'electron/documents/xlsx-worker.ts',
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
})
