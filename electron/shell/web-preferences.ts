import type { WebPreferences } from 'electron'

/** What every page of the application runs under; the only place where a window's rights are written. */
export const webPreferences = (isPackaged: boolean): WebPreferences => ({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: !isPackaged,
  // The compiled scripts are kept from the first start, not from the third: she waits for every one of them.
  v8CacheOptions: 'bypassHeatCheck',
})
