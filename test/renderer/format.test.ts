import { expect, test } from 'vitest'
import type { Value, ValueType } from '../../renderer/ui/format'
import { insecable } from '../../shared/typographie'
import { formatHorloge, formatValeur } from '../../renderer/ui/format'

const cases: [ValueType, Value, string][] = [
  ['texte', null, ''],
  ['texte', 'Collège', 'Collège'],
  ['nombre', 1284, '1 284'],
  ['nombre', 16.2, '16,2'],
  ['nombre', 0, '0'],
  ['pourcentage', 80, '80 %'],
  ['heures', 1123.2, '1 123 h 12'],
  ['heures', 702, '702 h'],
  ['montant', 123456, '1 234,56 €'],
  ['jour', '2026-08-31', '31/08/2026'],
  ['jour', '', ''],
  ['etat', true, 'Oui'],
]
test.each(cases)('écrit %s %j « %s », espaces insécables compris', (type, valeur, expected) => {
  expect(formatValeur(type, valeur)).toBe(expected.replaceAll(' ', insecable))
})

test('écrit l’heure à la française', () => {
  expect(formatHorloge(new Date(2026, 6, 3, 9, 5))).toBe(`9${insecable}h${insecable}05`)
})
