import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { formatInstant, partiesLocales } from '../../../shared/dates'
import { changedKeys, pick, sameValue } from './changes'
import classes from './form.module.css'

export interface KeptDraft {
  values: Record<string, unknown>
  /** When it was last typed in, ISO UTC. */
  at: string
}

/** Where a half-typed form is kept until it is sent. */
export interface DraftStore {
  read: () => KeptDraft | null
  write: (draft: KeptDraft) => void
  forget: () => void
}

/** What a form says of the draft found when it was opened. */
export interface Draft {
  /** When it was typed; null when there is none, or once it was taken up or thrown away. */
  readonly foundAt: string | null
  readonly resume: () => void
  readonly discard: () => void
}

const afterLastKeyMs = 300

/** Keeps what is typed as it is typed, and offers what was left at the last opening. */
export function useDraft<Values extends FieldValues>(
  methods: UseFormReturn<Values, unknown, Values>,
  initial: Values,
  store: DraftStore | undefined,
): Draft & { forget: () => void } {
  const [found, setFound] = useState(() => unlike(initial, store?.read() ?? null))
  const keeps = store !== undefined
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ store, initial })
  useEffect(() => {
    latest.current = { store, initial }
  })
  useEffect(() => {
    if (!keeps) return undefined
    const unsubscribe = methods.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        clearTimeout(timer.current)
        timer.current = setTimeout(() => {
          if (!sameValue(values, latest.current.initial))
            latest.current.store?.write({ values: { ...values }, at: new Date().toISOString() })
        }, afterLastKeyMs)
      },
    })
    return unsubscribe
  }, [methods, keeps])
  const forget = useCallback((): void => {
    clearTimeout(timer.current)
    latest.current.store?.forget()
    setFound(null)
  }, [])
  const resume = useCallback((): void => {
    if (!found) return
    methods.reset({ ...latest.current.initial, ...pick(found.values as Values, Object.keys(latest.current.initial)) })
    setFound(null)
  }, [methods, found])
  return { foundAt: found?.at ?? null, resume, discard: forget, forget }
}

/** A draft that says what the form already says has nothing to offer. */
export const unlike = (initial: Readonly<Record<string, unknown>>, kept: KeptDraft | null): KeptDraft | null =>
  kept !== null && changedKeys(kept.values, initial).length > 0 ? kept : null

/** « Une saisie du 25/11/2026 à 14 h 32 n’a pas été terminée »: taken up or thrown away, never in the way. */
export function DraftOffer({ form: { draft } }: { form: { draft: Draft } }) {
  if (draft.foundAt === null) return null
  return (
    <div className={classes.draft} role="status">
      <span>Une saisie commencée {formatInstant(partiesLocales(draft.foundAt), '')} n’a pas été terminée.</span>
      <Button variant="default" size="compact-sm" onClick={draft.resume}>
        La reprendre
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={draft.discard}>
        L’effacer
      </Button>
    </div>
  )
}
