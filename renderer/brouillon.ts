import { useMemo } from 'react'
import { z } from 'zod'
import { retenirFenetre } from '../shared/domain/fenetre/fenetre.contract'
import { call } from './ipc/call'
import { useSession } from './session'
import type { DraftStore } from './ui/form/draft'

const brouillon = z.object({ values: z.record(z.string(), z.unknown()), at: z.iso.datetime() })

/** Older ones are of no use, and hold names that have no business outside the register. */
const conserveJours = 30

/** Where the form of that name keeps what is half typed: on this computer, for the register that is open. */
export function useBrouillon(nom: string): DraftStore {
  const chemin = useSession().registre?.chemin ?? ''
  return useMemo(() => magasin(`registre.brouillon.${nom}.${chemin}`), [nom, chemin])
}

const magasin = (cle: string): DraftStore => ({
  read: () => {
    const lu = brouillon.safeParse(lireJson(localStorage.getItem(cle)))
    if (!lu.success) return null
    if (Date.now() - Date.parse(lu.data.at) < conserveJours * 86_400_000) return lu.data
    localStorage.removeItem(cle)
    return null
  },
  write: (draft) => {
    localStorage.setItem(cle, JSON.stringify(draft))
    retenir()
  },
  forget: () => {
    localStorage.removeItem(cle)
    retenir()
  },
})

/** Until then, a computer that stops takes the last seconds with it. */
const retenir = (): void => void call(retenirFenetre, {}).catch(() => undefined)

function lireJson(texte: string | null): unknown {
  try {
    return texte === null ? null : JSON.parse(texte)
  } catch {
    return null
  }
}
