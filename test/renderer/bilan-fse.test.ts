import { expect, it } from 'vitest'
import type { FaitsDuBilan } from '../../shared/domain/bilan/bilan'
import { fse } from '../../renderer/features/bilan/colonnes'
import { formatTotal } from '../../renderer/ui/table/column'
import { lisible } from '../helpers/lisible'

const ligne = (sens: 'depense' | 'ressource', prevuCents: number, realiseCents: number) => ({
  ...{ sens, prevuCents, realiseCents },
  ...{ poste: 'D1', libellePoste: '', libelle: 'Coordonnatrice', justificatif: 'fourni' },
})
const operation = (id: string, ...lignes: ReturnType<typeof ligne>[]) =>
  ({ id, intitule: id, lignes }) as FaitsDuBilan['operations'][number]
const tableau = fse({
  operations: [
    operation('A', ligne('depense', 100_00, 40_00), ligne('ressource', 90_00, 30_00)),
    operation('B', ligne('depense', 11_50, 0), ligne('ressource', 21_50, 1_00)),
  ],
} as FaitsDuBilan)

it.each([
  ['toutes les lignes', undefined, ['Dépenses', '111,50 €', '40,00 €']],
  ['les dépenses', 'depenses', ['Dépenses', '111,50 €', '40,00 €']],
  ['les ressources', 'ressources', ['Ressources', '111,50 €', '31,00 €']],
])('le pied du budget FSE, sur %s, totalise un seul côté du plan et le nomme', (_, cle, attendu) => {
  const garde = tableau.chips?.find((chip) => chip.cle === cle)?.garde ?? (() => true)
  const vues = tableau.rows.filter(garde)
  const pied = tableau.columns.flatMap((colonne) => formatTotal(colonne, vues) ?? [])
  expect(pied.map(lisible)).toEqual(attendu)
})
