import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Two projects: `unit` (rules, slices on a real SQLite file, documents, the build's own pure parts) and
 * `journeys` (the real Electron window, one file after the other: they share two cores and one display).
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/{shared,electron,renderer,build}/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'journeys',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'build/journeys.setup.ts',
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
