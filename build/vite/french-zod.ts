import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const frenchOnly = fileURLToPath(new URL('zod-locales.ts', import.meta.url))

/** zod exports its fifty languages as one namespace, which no bundler can shake: French is the only one kept. */
export const frenchZod = (): Plugin => ({
  name: 'french-zod',
  enforce: 'pre',
  resolveId(source, importer) {
    return source.endsWith('/locales/index.js') && importer?.includes('/zod/') ? frenchOnly : undefined
  },
})
