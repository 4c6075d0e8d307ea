import react from '@vitejs/plugin-react'
import mantine from 'postcss-preset-mantine'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { frenchZod } from './french-zod.ts'
import { chromiumTarget } from './targets.ts'
import { usedMantineStyles } from './used-mantine-styles.ts'

const root = fileURLToPath(new URL('../../renderer', import.meta.url))
const outDir = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/**
 * The window. Every asset is a file with a hash in its name and nothing is inlined: the page is served under a
 * policy that allows neither inline script nor data: fonts.
 */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [frenchZod(), react(), usedMantineStyles()],
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call -- its types lack PostCSS'
  css: { postcss: { plugins: [mantine()] } },
  build: {
    target: chromiumTarget,
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Charts are most of the weight and on few screens: their own file, read when the first chart is shown.
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            // What the window cannot start without is one file: a hundred small ones cost more to ask for than to run.
            { name: 'depart', tags: ['$initial'] },
          ],
        },
      },
    },
  },
})
