import { lazy, type ComponentType } from 'react'

/** A page read when it is first shown: the window starts with the frame and its first list alone. */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}
