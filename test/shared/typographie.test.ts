import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typographier } from '../../shared/typographie'

/** Shows no-break spaces: « ~ » for U+00A0, « ° » is kept for n°, « ^ » for U+202F. */
const voir = (texte: string): string => texte.replaceAll('\u00A0', '~').replaceAll('\u202F', '^')

describe('la typographie d’un document', () => {
  it.each([
    ["L'agent s'engage aujourd'hui", 'L’agent s’engage aujourd’hui'],
    ['Objet : lettre de mission', 'Objet~: lettre de mission'],
    ['Objet: lettre', 'Objet~: lettre'],
    ['Quand ? Maintenant ! Oui ; non', 'Quand^? Maintenant^! Oui^; non'],
    ['Quand? Vraiment?!', 'Quand^? Vraiment^?!'],
    ['une quotité de 80 % et 100%', 'une quotité de 80~% et 100~%'],
    ['1 234,56 € et 12€', '1^234,56~€ et 12~€'],
    ['1 404 h, soit 39 h par semaine', '1^404~h, soit 39~h par semaine'],
    ['1 234 567 places', '1^234^567~places'],
    ['le "réseau" et “FOQUALE”', 'le «~réseau~» et «~FOQUALE~»'],
    ['“ “imbriqués” ”', '«~«~imbriqués~»~»'],
    ['« prévention »', '«~prévention~»'],
    ['«prévention»', '«~prévention~»'],
    ['n° 2013-035, N°12', 'n°~2013-035, N°~12'],
    ['le 1 er septembre 2026', 'le 1er~septembre 2026'],
    ['du 12 octobre au 3 mars', 'du 12~octobre au 3~mars'],
    ['la 2ème et la 1ère fois, la 3eme', 'la 2e et la 1re fois, la 3e'],
    ['à 14h32, à 9 h 05', 'à 14~h~32, à 9~h~05'],
    ['Mme Hamon et M. Caradec', 'Mme~Hamon et M.~Caradec'],
    ['articles L. 313-7 et D. 122-3-6', 'articles L.~313-7 et D.~122-3-6'],
    ['etc...', 'etc…'],
    ['Élève, À, Œuvre, ÇA', 'Élève, À, Œuvre, ÇA'],
    ['Les faits :\n- un ;\n- deux.', 'Les faits~:\n- un^;\n- deux.'],
  ])('« %s »', (texte, attendu) => {
    expect(voir(typographier(texte))).toBe(attendu)
  })

  it.each([
    'https://exemple.fr/?annee=2026&a=1',
    'ce.0350760L@ac-exemple.fr',
    'à 14:32',
    'C:\\Lettres',
    '02 99 00 16 98',
    'du 01/09/2026 au 31/08/2027',
    'en 2026 404 jeunes',
    'FOQ-35-REN',
    '',
  ])('laisse « %s » tel quel', (texte) => {
    expect(typographier(texte)).toBe(texte)
  })

  it('ne change plus rien la seconde fois', () => {
    const morceau = fc.constantFrom(
      ' ',
      '\u00A0',
      '\u202F',
      '\n',
      ':',
      ';',
      '!',
      '?',
      '«',
      '»',
      '"',
      '“',
      '”',
      "'",
      '’',
      '%',
      '€',
      '1',
      '12',
      '404',
      'er',
      'ère',
      'ème',
      'h',
      'n°',
      'a',
      'É',
      '.',
      '...',
      ',',
      '(',
      ')',
      'M.',
      'Mme',
      'L.',
      'mars',
      'ans',
      '-',
      '/',
    )
    fc.assert(
      fc.property(fc.array(morceau, { maxLength: 14 }), (morceaux) => {
        const une = typographier(morceaux.join(''))
        expect(voir(typographier(une))).toBe(voir(une))
      }),
      { numRuns: 5000 },
    )
  })

  it('ne touche à aucune lettre ni à aucun chiffre, hors ordinaux', () => {
    const texte = fc.string({ unit: fc.constantFrom('a', 'É', 'ç', 'œ', '4', ' ', ':', ';', '«', '»', "'", '%', '\n') })
    const lettres = (valeur: string): string => valeur.replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(fc.property(texte, (valeur) => lettres(typographier(valeur)) === lettres(valeur)))
  })
})
