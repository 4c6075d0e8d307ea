import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cleRecherche,
  cleTri,
  correspond,
  distance,
  enToutesLettres,
  majusculesFrancaises,
  nomAffiche,
  plier,
  pluriel,
  prenomNom,
  similarite,
  termesRecherche,
} from '../../shared/text'

describe('plier un texte', () => {
  it.each([
    ['Lefèvre', 'lefevre'],
    ['ŒUVRARD', 'oeuvrard'],
    ['Ex æquo', 'ex aequo'],
    ['Strauß', 'strauss'],
    ['D’Almeida', 'd almeida'],
    ['Saint-Étienne', 'saint etienne'],
    ['Nguyễn', 'nguyen'],
    ['  Collège   « Émile Zola »\u00A0! ', 'college emile zola'],
    ['Cafe\u0301', 'cafe'],
    ['ﬁn', 'fin'],
    ['', ''],
  ])('« %s » devient « %s »', (texte, plie) => {
    expect(plier(texte)).toBe(plie)
  })

  it('deux fois ne change plus rien', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (texte) => plier(plier(texte)) === plier(texte)))
  })

  it('par la table des lettres latines ou sans elle, c’est le même texte', () => {
    const latin = fc.string({ unit: fc.integer({ min: 0, max: 0x17f }).map((code) => String.fromCharCode(code)) })
    fc.assert(fc.property(latin, (texte) => plier(`${texte} Ω`) === `${plier(texte)} ω`.trim()))
  })
})

describe('la recherche', () => {
  it.each([
    ['D’Almeida', ['dalmeida', 'almeida', 'd’almeida', "d'almeida", 'D Almeida', 'alm']],
    ['L’Hôpital', ['hopital', "l'hopital", 'lhopital']],
    ['Saint-Étienne', ['etienne', 'saint etienne', 'saint-etienne', 'saintetienne']],
    ['Saint Étienne', ['saint-étienne']],
    ['Lhopital', ["l'hopital"]],
    ['BEN SAÏD Loïc', ['loic ben', 'ben-said', 'said']],
    ['Œuvrard', ['oeuv', 'œuvrard']],
    ['Saint-Évroult', ['st evroult', 'St-Évroult', 'st', 'st. evr', 'saint evroult']],
    ['St Évroult', ['saint-évroult', 'saint', 'sai', 'st-ev', 'saint evroult']],
    ['Sainte-Anne', ['ste anne', 'ste-anne', 'st']],
    ['COLLEGE STE-ANNE', ['sainte anne', 'sain', 'ste']],
    ['Saintes-Maries', ['stes maries', 'stes-maries']],
  ])('trouve « %s »', (texte, requetes) => {
    for (const requete of requetes) expect(correspond(cleRecherche(texte), requete), requete).toBe(true)
  })

  it.each([
    ['D’Almeida', 'meida'],
    ['Zimmermann Chloé', 'chloe xavier'],
    ['Rennes', 'ennes'],
    ['Stéphane Stage', 'saint'],
    ['Saint-Malo', 'ste malo'],
    ['Saint-Malo', 'sta'],
  ])('ne trouve pas « %s » par « %s »', (texte, requete) => {
    expect(correspond(cleRecherche(texte), requete)).toBe(false)
  })

  it('trouve tout quand rien n’est demandé', () => {
    expect(correspond(cleRecherche('Rennes'), '  ')).toBe(true)
    expect(correspond('', '?')).toBe(true)
  })

  it('garde les mots et leur forme soudée', () => {
    expect(cleRecherche('Marie-Ève d’Almeida')).toBe('marie eve d almeida marieeve dalmeida')
    expect(termesRecherche("l'hopital rennes")).toEqual([
      { mots: ['l', 'hopital'], colle: 'lhopital' },
      { mots: ['rennes'], colle: undefined },
    ])
  })

  it('trouve toujours un texte par lui-même', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (texte) => correspond(cleRecherche(texte), texte)))
  })
})

it('écrit saint et sainte en toutes lettres, et rien d’autre', () => {
  expect(enToutesLettres('st malo ste anne stes maries')).toBe('saint malo sainte anne saintes maries')
  expect(enToutesLettres('stage est ouest gst')).toBe('stage est ouest gst')
})

describe('le tri français', () => {
  it.each([
    [
      ['Zola', 'Émile', 'Eluard', 'étang', 'Abel'],
      ['Abel', 'Eluard', 'Émile', 'étang', 'Zola'],
    ],
    [
      ['Réseau 10', 'Réseau 2', 'Réseau 1'],
      ['Réseau 1', 'Réseau 2', 'Réseau 10'],
    ],
    [
      ['cotes', 'côté', 'cote', 'coté'],
      ['cote', 'coté', 'côté', 'cotes'],
    ],
    [
      ['Lefort', 'Le Gall', 'LE BRAS'],
      ['LE BRAS', 'Le Gall', 'Lefort'],
    ],
    [
      ['Œuvrard', 'Ogier', 'Odin'],
      ['Odin', 'Œuvrard', 'Ogier'],
    ],
    [
      ['Saint-Malo', 'Saint Aubin', 'Saintes'],
      ['Saint Aubin', 'Saint-Malo', 'Saintes'],
    ],
  ])('range %j', (desordre, ordre) => {
    const parCle = (a: string, b: string): number => (cleTri(a) < cleTri(b) ? -1 : 1)
    expect([...desordre].sort(parCle)).toEqual(ordre)
  })
})

describe('la ressemblance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['gicquel', 'giquel', 1],
    ['hamon', 'hamno', 1],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('« %s » et « %s » sont à %i', (a, b, attendu) => {
    expect(distance(a, b)).toBe(attendu)
  })

  it('s’arrête juste après la borne', () => {
    expect(distance('abcdef', 'uvwxyz', 2)).toBe(3)
    expect(distance('abc', 'abcdefgh', 2)).toBe(3)
    expect(distance('hamon', 'hamno', 1)).toBe(1)
  })

  it('bornée ou non donne la même chose sous la borne, et reste symétrique', () => {
    const mot = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(mot, mot, fc.nat(8), (a, b, max) => {
        const exacte = distance(a, b)
        expect(distance(b, a)).toBe(exacte)
        expect(distance(a, b, max)).toBe(exacte <= max ? exacte : max + 1)
      }),
      { numRuns: 3000 },
    )
  })

  it('ne tient compte ni des accents ni de l’ordre des mots', () => {
    expect(similarite('Nadège HAMON', 'Hamon Nadege')).toBe(1)
    expect(similarite('Collège Emile Zola', 'Collège Émile-Zola')).toBe(1)
    expect(similarite('Réseau Rennes', 'Redon')).toBeLessThan(0.6)
    expect(similarite('', '')).toBe(1)
  })
})

describe('les noms de personne', () => {
  it.each([
    [{ nom: 'Ben Saïd', prenom: 'Loïc' }, 'BEN SAÏD Loïc', 'Loïc BEN SAÏD'],
    [{ nom: ' DA-SILVA ', prenom: 'MAËLLE' }, 'DA-SILVA Maëlle', 'Maëlle DA-SILVA'],
    [{ nom: 'de La Tour', prenom: 'jean-noël' }, 'de LA TOUR Jean-Noël', 'Jean-Noël de LA TOUR'],
    [{ nom: 'd’Almeida', prenom: 'Élodie' }, 'd’ALMEIDA Élodie', 'Élodie d’ALMEIDA'],
    [{ nom: 'DE LA TOUR', prenom: 'Zoé' }, 'DE LA TOUR Zoé', 'Zoé DE LA TOUR'],
    [{ nom: 'van der Meer', prenom: 'anne  laure' }, 'van der MEER Anne Laure', 'Anne Laure van der MEER'],
    [{ nom: 'Devaux', prenom: 'McKenna' }, 'DEVAUX McKenna', 'McKenna DEVAUX'],
    [{ nom: 'Œuvrard', prenom: 'Ève' }, 'ŒUVRARD Ève', 'Ève ŒUVRARD'],
    [{ nom: 'Mahé', prenom: '' }, 'MAHÉ', 'MAHÉ'],
  ])('%j', (personne, enListe, enLettre) => {
    expect(nomAffiche(personne)).toBe(enListe)
    expect(prenomNom(personne)).toBe(enLettre)
  })

  it('gardent leurs accents en capitales', () => {
    expect(majusculesFrancaises('Éloïse à Lœuvre')).toBe('ÉLOÏSE À LŒUVRE')
  })
})

it.each([
  [0, 'lettre'],
  [1, 'lettre'],
  [1.5, 'lettre'],
  [-1, 'lettre'],
  [2, 'lettres'],
  [1404, 'lettres'],
])('%d %s', (n, mot) => {
  expect(pluriel(n, 'lettre')).toBe(mot)
})

it('accepte un pluriel irrégulier', () => {
  expect(pluriel(2, 'réseau', 'réseaux')).toBe('réseaux')
})
