import { useState } from 'react'
import { ecrireListe, type EcritureDeListe, supprimerDeListe } from '../../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../../shared/domain/liste/listes'
import type { SelectionDeListe } from '../../../shared/liste/demande'
import { compte } from '../../../shared/nombres'
import { useLong } from '../../ipc/use-operation'
import type { Demand } from '../use-pages'
import { notify } from '../../ui/notice'

/** The selected rows of a list, whatever their number. */
export interface Chosen {
  readonly liste: CleDeListe
  readonly contexte: Demand['contexte']
  readonly selection: SelectionDeListe
  readonly nombre: number
  /** « 1 ligne », « 12 agents ». */
  readonly dits: string
  readonly clear: () => void
}

/** Why some rows were left as they were: one sentence, and the rows it is about. */
export interface Left {
  readonly phrase: string
  readonly lignes: string
}

function byMessage(refus: EcritureDeListe['refus']): Left[] {
  const counts = new Map<string, number>()
  for (const { message } of refus) counts.set(message, (counts.get(message) ?? 0) + 1)
  return [...counts].map(([phrase, nombre]) => ({ phrase, lignes: compte(nombre, 'cellule') }))
}

/** What is done to all the selected rows, each in one step of the journal: the register resolves which they are. */
export function useBulk({ liste, contexte, selection, clear }: Chosen) {
  const writing = useLong(ecrireListe)
  const deleting = useLong(supprimerDeListe)
  const [left, setLeft] = useState<readonly Left[]>([])
  const write = async (colonnes: string[], valeurs: string[]): Promise<void> => {
    const done = await writing.run({ liste, contexte, bloc: { selection, colonnes, valeurs } })
    if (!done) return
    const same = done.inchangees === 0 ? '' : `, ${compte(done.inchangees, 'l’était déjà', 'l’étaient déjà')}`
    if (done.ecrites + done.inchangees > 0)
      notify.done(`${compte(done.ecrites, 'cellule modifiée', 'cellules modifiées')}${same}.`)
    setLeft(byMessage(done.refus))
  }
  const remove = async (): Promise<void> => {
    const done = await deleting.run({ liste, contexte, selection })
    if (!done) return
    if (done.supprimees > 0) notify.done(`${compte(done.supprimees, 'fiche supprimée', 'fiches supprimées')}.`)
    setLeft(done.refus.map(({ libelle, message }) => ({ phrase: message, lignes: libelle })))
    if (done.refusees === 0) clear()
  }
  return { writing, deleting, write, remove, left, forget: () => setLeft([]) }
}

export type Bulk = ReturnType<typeof useBulk>
