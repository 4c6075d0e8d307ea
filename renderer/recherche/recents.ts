import { z } from 'zod'
import { genresTrouves, type GenreTrouve } from '../../shared/domain/recherche/recherche.contract'
import { genres } from './genres'

const recent = z.object({ genre: z.enum(genresTrouves), id: z.string() })
export type FicheRecente = z.infer<typeof recent>

const gardees = 8
const key = (chemin: string): string => `registre.fiches:${chemin}`

/** The records opened lately in a register, the last one first. */
export function fichesRecentes(chemin: string): FicheRecente[] {
  try {
    return z.array(recent).parse(JSON.parse(localStorage.getItem(key(chemin)) ?? '[]'))
  } catch {
    return []
  }
}

/** Keeps in mind the record that an address shows, if it shows one. */
export function retenirFiche(chemin: string, pathname: string): void {
  const montree = ficheDe(pathname)
  if (!montree) return
  const autres = fichesRecentes(chemin).filter(({ genre, id }) => genre !== montree.genre || id !== montree.id)
  localStorage.setItem(key(chemin), JSON.stringify([montree, ...autres].slice(0, gardees)))
}

function ficheDe(pathname: string): FicheRecente | undefined {
  for (const genre of Object.keys(genres) as GenreTrouve[]) {
    const id = genres[genre].route.match(pathname)?.id
    // « importer », « couverture »: fixed addresses of the same shape.
    if (id !== undefined && /\d/.test(id)) return { genre, id }
  }
  return undefined
}
