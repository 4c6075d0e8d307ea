import { useEffect } from 'react'
import { retenirFiche } from './recherche/recents'
import { useSession } from './session'
import { parseHash, useHash } from './ui/router'
import { suivreLeDefilement } from './ui/scroll-memory'

/** Keeps what was opened, for the recent records, and the place on each screen. The screen itself is kept with its answers. */
export function useMemoireDeLaFenetre(): void {
  const { registre } = useSession()
  const hash = useHash()
  const chemin = registre?.chemin
  useEffect(() => {
    const { pathname } = parseHash(hash)
    if (chemin !== undefined && pathname !== '/' && pathname !== '/accueil') retenirFiche(chemin, pathname)
  }, [chemin, hash])
  useEffect(() => suivreLeDefilement(hash), [hash])
}
