import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { AppError } from '../../../shared/app-error'
import { errorSentence, notify } from '../notice'

/**
 * Puts what the register answered where it belongs: sentences of fields under their fields, the rest as a notice.
 * A field is known by the last part of its path (`agent.quotite` → `quotite`) when the path itself is not in the form.
 */
export function showSaveError<Values extends FieldValues>(
  error: unknown,
  methods: UseFormReturn<Values, unknown, Values>,
): string {
  const fields =
    error instanceof AppError && (error.code === 'invalid' || error.code === 'conflict')
      ? Object.entries(error.fields ?? {})
      : []
  const values = methods.getValues()
  const unplaced = fields.filter(([path, message]) => {
    const last = path.split('.').at(-1) ?? path
    const name = (path.split('.')[0] ?? path) in values ? path : last
    if (!((name.split('.')[0] ?? name) in values)) return true
    methods.setError(name as FieldPath<Values>, { type: 'server', message })
    return false
  })
  const placed = fields.length - unplaced.length
  if (placed === 0 || unplaced.length > 0) notify.error(error)
  return placed > 0 ? 'Une valeur n’est pas enregistrée.' : errorSentence(error).message
}
