import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nomAuJour, nomFichierSur } from '../../shared/nom-fichier'

describe('un nom de fichier', () => {
  it.each([
    ['Béchu Zoé – lettre n° 3', 'pdf', 'Béchu Zoé – lettre n° 3.pdf'],
    ['a/b\\c:d|e', '', 'a-b-c-d-e'],
    ['« quoi ? » <b>*"', 'pdf', '« quoi » b.pdf'],
    ['fin. . ', '', 'fin'],
    ['CON', 'pdf', '_CON.pdf'],
    ['aux.txt', '', '_aux.txt'],
    ['COM1', '', '_COM1'],
    ['Conseil', 'pdf', 'Conseil.pdf'],
    ['CON Jean', 'pdf', 'CON Jean.pdf'],
    ['e\u0301te\u0301', '', 'été'],
    ['deux\n\tlignes\u00A0ici', '', 'deux lignes ici'],
    ['a\u202Efdp.exe', '', 'afdp.exe'],
    ['???', 'pdf', 'document.pdf'],
    ['', '', 'document'],
  ])('« %s », extension « %s », devient « %s »', (texte, extension, attendu) => {
    expect(nomFichierSur(texte, extension)).toBe(attendu)
  })

  it('garde l’extension et jamais une moitié de caractère quand il est coupé', () => {
    expect(nomFichierSur('é'.repeat(300), 'pdf')).toBe(`${'é'.repeat(116)}.pdf`)
    expect(nomFichierSur(`${'a'.repeat(9)}😀`, '', 10)).toBe('a'.repeat(9))
    expect(nomFichierSur('CON', 'pdf', 7)).toBe('_CO.pdf')
  })

  it('est toujours accepté par Windows', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', 'pdf', 'xlsx'),
        (texte, extension) => {
          const nom = nomFichierSur(texte, extension)
          expect(nom.length).toBeGreaterThan(0)
          expect(nom.length).toBeLessThanOrEqual(120)
          expect(nom).not.toMatch(/[<>:"/\\|?*\u0000-\u001F]|[. ]$|^ /u)
          expect(nom).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu)
        },
      ),
    )
  })
})

describe('le nom d’un fichier lu au passé', () => {
  it.each([
    ['Bilan MLDS 2025-2026.xlsx', '2025-12-31', 'Bilan MLDS 2025-2026 (au 31-12-2025).xlsx'],
    ['Lettres M. Le Goff', '2025-12-31', 'Lettres M. Le Goff (au 31-12-2025)'],
    ['Bilan.xlsx', undefined, 'Bilan.xlsx'],
  ])('%s au %s', (nom, jour, attendu) => {
    expect(nomAuJour(nom, jour)).toBe(attendu)
  })
})
