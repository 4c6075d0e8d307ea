import { describe, expect, it } from 'vitest'
import { ressemble, fautesAdmises } from '../../../../shared/domain/recherche/faute'
import { marquer } from '../../../../shared/domain/recherche/marquer'
import { completer, finDeSaisie, lireRequete, motsTapes } from '../../../../shared/domain/recherche/requete'

describe('la saisie d’une recherche', () => {
  it.each([
    ['le goff', 'le goff', []],
    ['uai:035', '', [{ champ: 'uai', valeur: '035' }]],
    ['rôle:formateur redon', 'redon', [{ champ: 'role', valeur: 'formateur' }]],
    ['Role:formateur', '', [{ champ: 'role', valeur: 'formateur' }]],
    ['réseau : redon', '', [{ champ: 'reseau', valeur: 'redon' }]],
    ['état:"à la signature" caradec', 'caradec', [{ champ: 'etat', valeur: 'à la signature' }]],
    ['ville:« saint malo »', '', [{ champ: 'commune', valeur: 'saint malo' }]],
    ['commune:', '', []],
    [
      'état:brouillon année:2026',
      '',
      [
        { champ: 'etat', valeur: 'brouillon' },
        { champ: 'annee', valeur: '2026' },
      ],
    ],
  ])('« %s » : des mots et des champs', (saisie, texte, filtres) => {
    expect(lireRequete(saisie)).toEqual({ texte, filtres, remarque: null })
  })

  it('dit le champ qui n’existe pas, propose le plus proche, et cherche les mots', () => {
    const { texte, filtres, remarque } = lireRequete('comune:rennes')
    expect(texte).toBe('comune rennes')
    expect(filtres).toEqual([])
    expect(remarque).toContain('« comune » n’existe pas')
    expect(remarque).toContain('« commune : »')
  })

  it('énumère les champs quand aucun ne ressemble', () => {
    expect(lireRequete('xyz:1').remarque).toMatch(/Les champs sont : uai, commune/)
  })

  it.each([
    ['com', { avant: '', champ: null, nom: 'com' }],
    ['goff rô', { avant: 'goff ', champ: null, nom: 'rô' }],
    ['commune:ren', { avant: '', champ: 'commune', valeur: 'ren' }],
    ['goff commune:"saint m', { avant: 'goff ', champ: 'commune', valeur: 'saint m' }],
    ['commune:rennes ', null],
  ])('« %s » : ce qui peut être complété', (saisie, attendu) => {
    expect(finDeSaisie(saisie)).toEqual(attendu)
  })

  it('met entre guillemets une valeur de plusieurs mots, que la lecture rend', () => {
    const saisie = completer('goff ', 'etat', 'À la signature')
    expect(saisie).toBe('goff état:"À la signature"')
    expect(lireRequete(saisie)).toMatchObject({ texte: 'goff', filtres: [{ valeur: 'À la signature' }] })
  })
})

describe('les fautes de frappe', () => {
  it.each([
    ['cio', 0],
    ['0350123', 0],
    ['redn', 1],
    ['bréquig', 1],
    ['brequign', 2],
  ])('%s : %i admise(s)', (mot, nombre) => {
    expect(fautesAdmises(mot)).toBe(nombre)
  })

  it.each([
    ['rnenes', 'rennes', 1, true],
    ['renes', 'rennes', 1, true],
    ['rennnes', 'rennes', 1, true],
    ['ronnes', 'rennes', 1, true],
    ['brequigni', 'brequigny', 2, true],
    ['brekigny', 'brequigny', 2, true],
    ['bregui', 'brequigny', 1, true],
    ['rouen', 'rennes', 1, false],
    ['paris', 'rennes', 2, false],
  ])('« %s » pour « %s », %i faute : %s', (tape, entier, fautes, attendu) => {
    expect(ressemble(tape, entier, fautes)).toBe(attendu)
  })
})

describe('ce qui est marqué dans un résultat', () => {
  const marques = (texte: string, saisie: string): string =>
    marquer(texte, motsTapes(saisie))
      .map(({ texte, marque }) => (marque ? `[${texte}]` : texte))
      .join('')

  it.each([
    ['LE GOFF Maël', 'goff', 'LE [GOFF] Maël'],
    ['LE GOFF Maël', 'mae le', '[LE] GOFF [Maë]l'],
    ['Lycée Bréquigny', 'brequ', 'Lycée [Bréqu]igny'],
    ['Œuvrard', 'oe', '[Œ]uvrard'],
    ['D’ALMEIDA', 'almeida', 'D’[ALMEIDA]'],
    ['Lycée Bréquigny · Rennes', 'breqigny renes', 'Lycée [Bréquigny] · [Rennes]'],
    ['Redon', 'commune:red', '[Red]on'],
    ['Redon', 'vannes', 'Redon'],
    ['Lycée Saint-Évroult', 'st evroult', 'Lycée [Saint]-[Évroult]'],
    ['CLG STE-ANNE', 'sainte an', 'CLG [STE]-[AN]NE'],
    ['St-Étienne', 'sai', '[St]-Étienne'],
    ['Stage à Saint-Malo', 'saint', 'Stage à [Saint]-Malo'],
  ])('%s, cherché par « %s »', (texte, saisie, attendu) => {
    expect(marques(texte, saisie)).toBe(attendu)
  })
})
