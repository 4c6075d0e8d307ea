import { useEffect, useRef } from 'react'
import { retenirFiche } from './recherche/recents'
import { useSession } from './session'
import { parseHash, navigate, useHash } from './ui/router'
import { suivreLeDefilement } from './ui/scroll-memory'

const key = (chemin: string): string => `registre.ecran:${chemin}`

/**
 * Keeps, register by register, the screen that is shown, and comes back to it when the window starts. A register opened by
 * hand begins at its first screen.
 */
export function useMemoireDeLaFenetre(): void {
  const { registre, ready } = useSession()
  const hash = useHash()
  const chemin = registre?.chemin
  const demarre = useRef(false)
  useEffect(() => {
    if (!ready) return
    if (!demarre.current) {
      demarre.current = true
      const dernier = chemin === undefined ? null : localStorage.getItem(key(chemin))
      if (dernier !== null && window.location.hash === '') {
        navigate(dernier, { replace: true })
        return
      }
    }
    const { pathname } = parseHash(hash)
    if (chemin === undefined || pathname === '/' || pathname === '/accueil') return
    localStorage.setItem(key(chemin), hash)
    retenirFiche(chemin, pathname)
  }, [ready, chemin, hash])
  useEffect(() => suivreLeDefilement(hash), [hash])
}
