import { expect, it } from 'vitest'
import { nomFichierLettre } from '../../../../shared/domain/lettre-de-mission/nom-fichier'

const lettre = { anneeId: '2026-2027', nature: 'initiale', numeroAvenant: 0 } as const

it('commence par la personne, avec ses accents', () => {
  expect(nomFichierLettre({ nom: 'Béchu', prenom: 'ZOÉ' }, lettre, 'coordonnatrice MLDS')).toBe(
    'BÉCHU Zoé - Lettre de mission 2026-2027 - coordonnatrice MLDS.pdf',
  )
})

it('remplace ce qu’un système refuse, dans un rôle à double forme', () => {
  expect(nomFichierLettre({ nom: 'D’Almeida', prenom: 'Ève' }, lettre, 'formateur/formatrice : MLDS', 'docx')).toBe(
    'D’ALMEIDA Ève - Lettre de mission 2026-2027 - formateur-formatrice - MLDS.docx',
  )
})

it('garde l’année et l’extension d’un nom et d’un rôle très longs', () => {
  const nom = nomFichierLettre({ nom: 'É'.repeat(90), prenom: 'Zoé' }, lettre, 'coordonnateur '.repeat(20))
  expect(nom.length).toBeLessThanOrEqual(120)
  expect(nom).toMatch(/^É{60} - Lettre de mission 2026-2027 - coordonnateur.*\.pdf$/)
})

it('dit de quel avenant il s’agit, même d’un nom et d’un rôle très longs', () => {
  const avenant = { ...lettre, nature: 'avenant', numeroAvenant: 12 } as const
  const nom = nomFichierLettre({ nom: 'É'.repeat(90), prenom: 'Zoé' }, avenant, 'coordonnateur '.repeat(20), 'docx')
  expect(nom).toMatch(/^É{60} - Lettre de mission 2026-2027, avenant n° 12 - .*\.docx$/)
  expect(nom.length).toBeLessThanOrEqual(120)
})
