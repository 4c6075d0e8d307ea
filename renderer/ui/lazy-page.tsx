import { lazy, type ComponentType } from 'react'

/** A part of the window read when it is first shown, or ahead by `preload`: it is then drawn at once. */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let Loaded: ComponentType<Props> | undefined
  const preload = async (): Promise<ComponentType<Props>> => (Loaded = await load())
  const Later = lazy(async () => ({ default: await preload() }))
  const LazyPage = (props: Props) => (Loaded ? <Loaded {...props} /> : <Later {...props} />)
  return Object.assign(LazyPage, { preload })
}

/** Whether an element's type is a page read when it is first shown. */
export const isLazyPage = (type: unknown): type is { preload: () => Promise<unknown> } =>
  typeof type === 'function' && 'preload' in type
