import { describe, expect, it } from 'vitest'
import { unlike } from '../../renderer/ui/form/draft'

const at = '2026-11-28T10:00:00.000Z'
const registre = { objet: 'Lettre', corps: 'Bonjour' }

describe('une saisie gardée', () => {
  it('se propose quand elle dit autre chose que le registre', () => {
    const gardee = { values: { objet: 'Lettre', corps: 'Bonjour {inconnu}' }, at }
    expect(unlike(registre, gardee)).toBe(gardee)
  })

  it('ne se propose pas quand elle n’apporte rien, ou n’existe pas', () => {
    expect(unlike(registre, { values: { corps: 'Bonjour', objet: 'Lettre' }, at })).toBeNull()
    expect(unlike(registre, null)).toBeNull()
  })
})
