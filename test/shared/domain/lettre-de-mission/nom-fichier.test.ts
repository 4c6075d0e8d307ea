import { expect, it } from 'vitest'
import { nomFichierLettre } from '../../../../shared/domain/lettre-de-mission/nom-fichier'

it('commence par la personne, avec ses accents', () => {
  expect(nomFichierLettre({ nom: 'Béchu', prenom: 'ZOÉ' }, '2026-2027', 'coordonnatrice MLDS')).toBe(
    'BÉCHU Zoé - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
  )
})

it('remplace ce qu’un système refuse, dans un rôle à double forme', () => {
  expect(
    nomFichierLettre({ nom: 'D’Almeida', prenom: 'Ève' }, '2026-2027', 'formateur/formatrice : MLDS', 'docx'),
  ).toBe('D’ALMEIDA Ève - Lettre de mission 2026-2027 - formateur-formatrice - MLDS.docx')
})

it('garde l’année et l’extension d’un nom et d’un rôle très longs', () => {
  const nom = nomFichierLettre({ nom: 'É'.repeat(90), prenom: 'Zoé' }, '2026-2027', 'coordonnateur '.repeat(20))
  expect(nom.length).toBeLessThanOrEqual(120)
  expect(nom).toMatch(/^É{60} - Lettre de mission 2026-2027 - coordonnateur.*\.pdf$/)
})
