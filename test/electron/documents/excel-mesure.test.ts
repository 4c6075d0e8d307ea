import { describe, expect, it } from 'vitest'
import { hauteurDe, largeurDeColonne, lignesDe, texteMontre } from '../../../electron/documents/excel-mesure'

describe('les lignes d’un texte enroulé dans une colonne', () => {
  it.each([
    ['', 20, 1],
    ['Collège', 20, 1],
    ['DELPECH Wandrille, GALTIER-ROQUES Zacharie', 44, 1],
    ['CASTELNAU Valentin, DELPECH Wandrille, PEYROT-DESVIGNES Jérémie', 44, 2],
    ['CASTELNAU Valentin, DELPECH Wandrille, PEYROT-DESVIGNES Jérémie', 24, 4],
    ['un\ndeux\ntrois', 40, 3],
    ['x'.repeat(100), 22, 5],
  ])('« %s » dans %s caractères : %s', (texte, largeur, lignes) => {
    expect(lignesDe(texte, largeur)).toBe(lignes)
  })

  it('donne une hauteur à chacune, jusqu’à celle qu’un tableur accepte', () => {
    expect(hauteurDe(2) - hauteurDe(1)).toBe(hauteurDe(3) - hauteurDe(2))
    expect(hauteurDe(1)).toBeGreaterThan(15)
    expect(hauteurDe(1000)).toBe(409)
  })
})

describe('la largeur d’une colonne', () => {
  const bornes = { min: 7, max: 44 }
  it('suit ce qu’elle montre, entre ses bornes', () => {
    const de = (...textes: string[]) => largeurDeColonne('Nom', textes, bornes)
    expect(de()).toBe(7)
    expect(de('0350001A')).toBeGreaterThan(9)
    expect(de('0350001A')).toBeLessThan(13)
    expect(de('Lycée polyvalent', 'Collège')).toBe(de('Lycée polyvalent'))
    expect(de('x'.repeat(500))).toBe(44)
  })

  it('laisse au titre deux lignes et le bouton du filtre, et à chaque texte une ligne', () => {
    const titre = 'Heures dues à la semaine'
    const large = largeurDeColonne(titre, [], { ...bornes, filtre: true })
    expect(lignesDe(titre, large)).toBe(2)
    for (const texte of ['ŒILLADE Wandrille-Maëlle', 'iiiiii', 'WWWWWW', '1 234 567,89 €'])
      expect(lignesDe(texte, largeurDeColonne('', [texte], bornes))).toBe(1)
  })

  it.each([
    ['montant', 123_456_789, undefined, '', '1 234 567,89 €'],
    ['pourcentage', 33.333, 1, '', '33,3 %'],
    ['entier', 1404, undefined, '', '1 404'],
    ['heures', -18.5, 2, 'h/sem.', '-18,50 h/sem.'],
    ['jour', '2026-08-31', undefined, '', '00/00/0000'],
    ['jour', 'relancé', undefined, '', 'relancé'],
    ['booleen', true, undefined, '', 'oui'],
    ['texte', null, undefined, '', ''],
  ] as const)('mesure un %s %s comme il s’écrit', (type, valeur, decimales, unite, attendu) => {
    expect(texteMontre(type, valeur, decimales, unite)).toBe(attendu)
  })
})
