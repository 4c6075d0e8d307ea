// Lets a bare `vitest run test/shared/x.test.ts` work; the settings themselves are in build/.
export { default } from './build/vitest.config.ts'
