import { describe, expect, it } from 'vitest'
import { direChangement } from '../../renderer/features/lettre-de-mission/campagne-columns'
import { lisible } from '../helpers/lisible'
import type { Proposition } from '../../shared/domain/campagne/campagne.contract'

const proposition = (champs: Partial<Proposition>): Proposition =>
  ({ genre: 'modifiee', enLigne: [], differences: [], raison: '', ...champs }) as Proposition
const difference = (libelle: string, avant: string, apres: string) => ({
  ...{ champ: libelle, libelle, sens: 'modification' as const, avant, apres },
})

describe('ce qui change d’une lettre, dit en une ligne', () => {
  it.each([
    [{ enLigne: [difference('Quotité', '50 %', '100 %')] }, 'Quotité : 50 % → 100 %'],
    [
      { enLigne: [difference('Réseau', '', 'Vitré'), difference('Visa', 'Décret', '')] },
      'Réseau : Vitré ; Visa : Décret retiré',
    ],
    [
      { genre: 'correction' as const, enLigne: [difference('Quotité', '1', '2')] },
      'Brouillon à corriger, Quotité : 1 → 2',
    ],
    [{ genre: 'reconduite' as const }, 'Reconduite, sans changement'],
    [{ genre: 'aExpliquer' as const, raison: 'Aucune affectation.' }, 'À expliquer, Aucune affectation.'],
    [{ genre: 'aJour' as const }, 'À jour'],
  ])('%j → %s', (champs, dit) => {
    expect(lisible(direChangement(proposition(champs)))).toBe(dit)
  })
})
