import { protocol, type Session as ElectronSession } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolveAsset } from './asset-path'
import { contentSecurityPolicy, printedPagePolicy } from './csp'

export const appScheme = 'app'
export const appHost = 'registre'
export const appOrigin = `${appScheme}://${appHost}`
const printHost = 'impression'

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Pages waiting to be printed, by the last part of their URL. */
const printedPages = new Map<string, string>()

/** Makes a page available to the printer alone, under a URL that cannot be guessed. */
export function publishPrintedPage(html: string): { url: string; withdraw: () => void } {
  const key = randomBytes(16).toString('hex')
  printedPages.set(key, html)
  return { url: `${appScheme}://${printHost}/${key}`, withdraw: () => void printedPages.delete(key) }
}

/**
 * Serves the window's files from `root`: GET only, contained paths, known types, a strict CSP on each page. `depart` gives
 * what a page starts from, as text of a data block.
 */
export function serveApp(session: ElectronSession, root: string, depart: () => string = () => 'null'): void {
  session.protocol.handle(appScheme, async ({ method, url }) => {
    const printed = printedPages.get(url.replace(`${appScheme}://${printHost}/`, ''))
    if (printed !== undefined) return page(printed, printedPagePolicy)
    const asset = method === 'GET' ? resolveAsset(url, root, appHost) : null
    if (!asset) return new Response('', { status: 404 })
    try {
      return respond(await readFile(asset.chemin), asset.type, depart)
    } catch {
      return new Response('', { status: 404 })
    }
  })
}

function respond(content: Buffer, type: string, depart: () => string): Response {
  if (type.startsWith('text/html')) {
    const nonce = randomBytes(16).toString('base64')
    const html = content.toString('utf8').replaceAll('__CSP_NONCE__', nonce).replace('__DEPART__', depart)
    return page(html, contentSecurityPolicy(nonce))
  }
  return new Response(new Uint8Array(content), {
    headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
  })
}

const page = (html: string, policy: string): Response =>
  new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    },
  })
