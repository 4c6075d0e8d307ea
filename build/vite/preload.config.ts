import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { nodeTarget } from './targets.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The preload script: one CommonJS file, because a sandboxed preload can neither be an ES module nor require a file. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: 'electron/preload.ts',
    target: nodeTarget,
    outDir: 'out/electron',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } },
  },
})
