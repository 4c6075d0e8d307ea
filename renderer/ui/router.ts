import type { ReactNode } from 'react'
import { useSyncExternalStore } from 'react'

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
export type Params<Path extends string> = Record<ParamNames<Path>, string>
export type Query = Record<string, string>

/** An address of the window: `route('/agents/:id')`. Addresses live in the hash, so a reload comes back to them. */
export interface Route<Path extends string = string> {
  readonly path: Path
  href(params: Params<Path>, query?: Query): string
  match(pathname: string): Params<Path> | undefined
}

/** An address typed by hand may be badly encoded. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

export function route<const Path extends string>(path: Path): Route<Path> {
  const segments = path.split('/')
  return {
    path,
    href: (params, query) => {
      const values = params as Record<string, string>
      const filled = segments.map((part) =>
        part.startsWith(':') ? encodeURIComponent(values[part.slice(1)] ?? '') : part,
      )
      const search = query && Object.keys(query).length > 0 ? `?${new URLSearchParams(query).toString()}` : ''
      return `#${filled.join('/')}${search}`
    },
    match: (pathname) => {
      const parts = pathname.split('/')
      if (parts.length !== segments.length) return undefined
      const params: Record<string, string> = {}
      for (const [index, segment] of segments.entries()) {
        const part = parts[index] ?? ''
        if (!segment.startsWith(':')) {
          if (segment !== part) return undefined
          continue
        }
        const value = decoded(part)
        if (value === undefined) return undefined
        params[segment.slice(1)] = value
      }
      return params as Params<Path>
    },
  }
}

/** What the navigation shows of a screen; `useCount` is a hook read by its entry. */
export interface NavEntry {
  label?: string
  icon: React.ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  useCount?: () => number | undefined
}

export interface Screen {
  readonly route: Route
  readonly title: string
  readonly nav?: NavEntry
  /** Can be shown while no register is open. */
  readonly withoutRegistre?: boolean
  readonly render: (address: { params: Record<string, string>; query: Query }) => ReactNode
}

/** Binds a screen to its address; `params` are typed by the address. */
export function screen<Path extends string>(
  at: Route<Path>,
  description: Omit<Screen, 'route' | 'render'> & {
    render: (address: { params: Params<Path>; query: Query }) => ReactNode
  },
): Screen {
  return { ...description, route: at, render: description.render as Screen['render'] }
}

export interface Location {
  readonly pathname: string
  readonly query: Query
}

/** Splits `#/agents/12?bassin=Rennes`; an empty hash is the root. */
export function parseHash(hash: string): Location {
  const [pathname = '', search = ''] = hash.replace(/^#/, '').split('?')
  return { pathname: pathname || '/', query: Object.fromEntries(new URLSearchParams(search)) }
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The current address as written (`#/agents/12?…`): stable between changes, parse with `parseHash`. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => window.location.hash)

interface Navigation {
  replace?: boolean
  /** The address (`location.hash`) where the work that leads there was started: whoever has left it since is not called back. */
  from?: string
}

export function navigate(href: string, { replace = false, from }: Navigation = {}): void {
  if (from !== undefined && from !== window.location.hash) return
  if (replace) window.location.replace(href)
  else window.location.hash = href
}
