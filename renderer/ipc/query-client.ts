import { QueryClient } from '@tanstack/react-query'
import { onChange } from './call'

/** Nothing goes stale by itself: the register says when it changed, and there is no network to wait for. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  onChange(() => void client.invalidateQueries())
  return client
}
