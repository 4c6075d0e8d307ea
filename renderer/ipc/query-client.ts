import { QueryClient } from '@tanstack/react-query'
import { onNewDay } from '../today'
import { onChange } from './call'

/** Nothing goes stale but at midnight: the register says when it changed, and there is no network to wait for. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  onChange(() => void client.invalidateQueries())
  onNewDay(() => void client.invalidateQueries())
  return client
}
