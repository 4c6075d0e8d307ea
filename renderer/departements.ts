import { codeDepartement3 } from '../shared/academies'
import { departements, libelleDepartement } from '../shared/departements'
import type { Choice } from './ui/form/choice-fields'

const codes = Object.keys(departements).map(codeDepartement3)

/** Every département, and the record's own, whatever the annuaire wrote there. */
export const choixDepartement = (tenu: string | null): readonly Choice[] =>
  [...new Set(tenu === null || tenu === '' ? codes : [...codes, tenu])].map((value) => ({
    value,
    label: libelleDepartement(value),
  }))
