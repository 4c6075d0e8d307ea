import { app, type Session as ElectronSession, type WebContents } from 'electron'
import { appScheme } from './protocol'

/** The only permission the window has any use for: copying to the clipboard. */
const allowedPermissions = new Set(['clipboard-sanitized-write'])

/** Chromium's own network chatter, off before anything starts. */
export function hardenProcess(): void {
  for (const flag of [
    'disable-background-networking',
    'disable-component-update',
    'disable-sync',
    'disable-domain-reliability',
  ]) {
    app.commandLine.appendSwitch(flag)
  }
  app.commandLine.appendSwitch(
    'disable-features',
    'SpareRendererForSitePerProcess,AutofillServerCommunication,OptimizationHints',
  )
  // As root only --no-sandbox starts, and then enableSandbox makes every child crash in an endless loop (electron.md).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents)
  })
}

/** No request leaves the machine, no permission is granted, no dictionary is downloaded. */
export function hardenSession(session: ElectronSession): void {
  session.setSpellCheckerEnabled(false)
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(allowedPermissions.has(permission))
  })
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({})
  })
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !isLocal(url) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  void session.setProxy({ mode: 'direct' })
}

const isLocal = (url: string): boolean =>
  url.startsWith(`${appScheme}://`) || url.startsWith('devtools:') || url.startsWith('blob:') || url.startsWith('data:')

/** A page of ours stays where it is: no navigation, no new window, no embedded page. */
function hardenContents(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void; url?: string }): void => {
    if (!(event.url ?? '').startsWith(`${appScheme}://`)) event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
