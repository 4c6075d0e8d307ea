import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { modifierMembres, type SuiteDesMembres } from '../shared/domain/reseau/reseau.contract'
import { compte } from '../shared/nombres'
import { call } from './ipc/call'
import { notify } from './ui/notice'
import { changedFields } from './ui/table/changed-fields'
import type { WriteCells } from './ui/table/table-model'

/** Sentences shown of those refused; the rest is counted. */
const refusMontres = 3

/** Says what came of several memberships: « 3 établissements rattachés… », then why some were left. */
export function direSuite({ faits, refus }: SuiteDesMembres, fait: { un: string; plusieurs: string }): void {
  if (faits > 0) notify.done(`${compte(faits, `établissement ${fait.un}`, `établissements ${fait.plusieurs}`)}.`)
  if (refus.length === 0) return
  const autres = refus.length - refusMontres
  const suite = autres > 0 ? [`Et ${compte(autres, 'autre')}.`] : []
  notify.info([...refus.slice(0, refusMontres).map(({ message }) => message), ...suite].join(' '))
}

interface Jours {
  readonly debutLe: string | null
  readonly finLe: string | null
}

/** Writes the days typed in a table of memberships, in one step; what the rule refuses keeps its text under its sentence. */
export function useWriteMembres<Row extends Jours>(): WriteCells<Row> {
  const queryClient = useQueryClient()
  return useCallback(
    async (changes) => {
      const membres = changedFields(changes).map(({ id, row: { debutLe, finLe }, champs }) => ({
        id,
        champs,
        attendu: { debutLe, finLe },
      }))
      try {
        const { refus } = await call(modifierMembres, { membres })
        return refus.flatMap(({ rang, message }) =>
          changes
            .filter(({ key }) => key === membres[rang]?.id)
            .map(({ key, column: { cle } }) => ({ key, cle, message })),
        )
      } finally {
        await queryClient.invalidateQueries()
      }
    },
    [queryClient],
  )
}
