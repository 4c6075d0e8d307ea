import { expect, it } from 'vitest'
import { anneeAnnoncee, direAnnonce } from '../../../../shared/domain/importation/annee-annoncee'

const classeur = (nomFichier: string, ...feuilles: string[]) => ({
  nomFichier,
  feuilles: feuilles.map((feuille) => ({ feuille })),
})

it.each([
  ['le fichier', classeur('suivi 2025-2026.xlsx', 'Personnels'), '2025-2026'],
  ['une feuille', classeur('suivi.xlsx', 'Personnels', 'Lettres 25-26'), '2025-2026'],
  ['aucun nom', classeur('suivi.xlsx', 'Personnels'), undefined],
  ['une feuille, l’année choisie', classeur('suivi 2025-2026.xlsx', 'Lettres 26-27'), undefined],
])('l’année que dit %s', (_qui, plan, attendue) => {
  expect(anneeAnnoncee(plan, '2026-2027')?.anneeId).toBe(attendue)
})

it('dit quel nom annonce l’année', () => {
  const annonce = anneeAnnoncee(classeur('suivi.xlsx', 'Lettres 25-26'), '2026-2027')
  expect(annonce && direAnnonce(annonce, '2026-2027').replaceAll('\u00a0', ' ')).toBe(
    'Le nom de la feuille, « Lettres 25-26 », annonce l’année 2025-2026 : l’import se ferait dans 2026-2027.',
  )
})
