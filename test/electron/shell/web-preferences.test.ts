import { expect, it } from 'vitest'
import { webPreferences } from '../../../electron/shell/web-preferences'

it('enferme chaque page, et ferme les outils de développement une fois emballé', () => {
  const closed = {
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
    v8CacheOptions: 'bypassHeatCheck',
  }
  expect(webPreferences(true)).toEqual({ ...closed, devTools: false })
  expect(webPreferences(false)).toEqual({ ...closed, devTools: true })
})
