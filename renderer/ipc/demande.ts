import type { QueryFunctionContext } from '@tanstack/react-query'
import type { Demande } from '../../shared/depart'
import type { Operation } from '../../shared/ipc'
import { call } from './call'

/** How a question is asked and kept: the same for a screen and for what is asked ahead of it, in the present only. */
export const queryOf = ({ name, input, later }: Demande, auJour?: string) => ({
  queryKey: [name, input, auJour] as const,
  queryFn: ({ signal }: QueryFunctionContext) =>
    // Of an operation, only these two cross to the register.
    call({ name, long: false } as Operation, input, { signal, auJour, ecran: true }),
  meta: auJour === undefined ? { demande: { name, input, later } satisfies Demande } : {},
})
