import { isAbsolute, relative, resolve, sep } from 'node:path'

/** What the window may be served: nothing that is not listed here has a type, and nothing without a type is served. */
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  json: 'application/json; charset=utf-8',
}

export interface Asset {
  chemin: string
  type: string
}

/**
 * The file of `root` that a URL of the application names, or null when it names anything else:
 * another host, a path that leaves the root, a name that Windows or the file system reads differently.
 */
export function resolveAsset(url: string, root: string, host: string): Asset | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed?.host !== host || parsed.username !== '' || parsed.password !== '') return null
  const pathname = decoded(parsed.pathname)
  if (pathname === null || !/^(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\/?$/.test(pathname)) return null
  const chemin = resolve(root, `.${pathname === '/' ? '/index.html' : pathname}`)
  const inside = relative(root, chemin)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside) || inside.split(sep).includes('..')) return null
  const type = types[chemin.slice(chemin.lastIndexOf('.') + 1).toLowerCase()]
  return type === undefined ? null : { chemin, type }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
