import { Button } from '@mantine/core'
import { compte } from '../../../shared/nombres'

interface BasculeProps {
  actif: boolean
  comptes: { affectes: number; sansAffectation: number }
  onChange: (actif: boolean) => void
}

/** From those who serve this year to those who do not, and back; nothing to show when everybody serves. */
export function BasculeSansAffectation({ actif, comptes, onChange }: BasculeProps) {
  if (!actif && comptes.sansAffectation === 0) return null
  return (
    <Button variant="subtle" aria-pressed={actif} onClick={() => onChange(!actif)}>
      {actif
        ? `Revenir aux ${compte(comptes.affectes, 'agent affecté', 'agents affectés')}`
        : `${String(comptes.sansAffectation)} sans affectation`}
    </Button>
  )
}
