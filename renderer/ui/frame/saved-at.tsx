import { useMutationState } from '@tanstack/react-query'
import { useState } from 'react'
import { formatHorloge } from '../format'

/** « Enregistré à 14 h 32 »: when the last command of this window succeeded. */
export function SavedAt() {
  const instants = useMutationState({ filters: { status: 'success' }, select: ({ state }) => state.submittedAt })
  const latest = Math.max(0, ...instants)
  // Finished mutations are forgotten after a while; the time stays.
  const [kept, setKept] = useState(latest)
  if (latest > kept) setKept(latest)
  return <span role="status">{kept > 0 && `Enregistré à ${formatHorloge(new Date(kept))}`}</span>
}
