import type { Control, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { Constat } from '../../../shared/constat'

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly message: string }

/** What fields need of a form: where values live, when they are left, what the rules say. */
export interface FormModel<Values extends FieldValues> {
  readonly control: Control<Values, unknown, Values>
  readonly methods: UseFormReturn<Values, unknown, Values>
  readonly constats: readonly Constat[]
  /** A field was left or a choice made. */
  readonly leave: (name: FieldPath<Values>) => void
  readonly state: SaveState
  /** Fields changed elsewhere while they are being changed here, with what the register now holds. */
  readonly conflicts: ReadonlyMap<string, unknown>
  /** Ends the conflict of a field: keeps what is typed, or takes the other value. */
  readonly settle: (key: string, keep: 'mine' | 'theirs') => void
}

/** No field is in conflict: nothing is written under a form that acts at once. */
export const noConflicts: ReadonlyMap<string, unknown> = new Map()

/** A schema whose input has the shape of the values. */
export type FormSchema<Values> = z.ZodType<unknown, Values>
