import { describe, expect, it } from 'vitest'
import { consequencesDEtablissements } from '../../shared/domain/doublon/collisions'
import { gesteDeFusionner, phrase, phraseDuVide } from '../../renderer/features/doublon/phrases'
import { lisible } from '../helpers/lisible'

describe('ce que l’écran des doublons dit', () => {
  const suite = 'Comparez, puis fusionnez ou écartez : rien ne change sans vous, et tout s’annule.'
  it.each([
    [[], 'Aucune fiche ne semble en double.'],
    [['agent'], `1 paire de fiches semble désigner la même personne. ${suite}`],
    [['agent', 'agent'], `2 paires de fiches semblent désigner la même personne. ${suite}`],
    [['etablissement'], `1 paire de fiches semble désigner le même établissement. ${suite}`],
    [
      ['agent', 'etablissement', 'agent'],
      `3 paires de fiches semblent désigner la même personne ou le même établissement. ${suite}`,
    ],
  ] as const)('des paires %j', (sujets, attendu) => {
    expect(lisible(phrase(sujets))).toBe(attendu)
  })

  it.each([
    ['agent', 'Les agents sont comparés par leur nom, leur courriel et leur résidence.'],
    ['etablissement', 'Les établissements sont comparés par leur nom et leur commune.'],
    [
      undefined,
      'Les agents sont comparés par leur nom, leur courriel et leur résidence, les établissements par leur nom et leur commune.',
    ],
  ] as const)('quand rien ne ressemble à rien (%s)', (sujet, attendu) => {
    expect(phraseDuVide(sujet)).toBe(`${attendu} Les paires que vous avez écartées ne reviennent pas.`)
  })

  it.each([
    [0, 'Fusionner et garder TANGUY Soizic'],
    [1, 'Fusionner et garder TANGUY Soizic, avec 1 valeur de l’autre fiche'],
    [3, 'Fusionner et garder TANGUY Soizic, avec 3 valeurs de l’autre fiche'],
  ])('pour %s valeurs reprises', (reprises, attendu) => {
    expect(lisible(gesteDeFusionner('TANGUY Soizic', reprises))).toBe(attendu)
  })

  it.each([
    [{ lettres: 0, reseaux: 0 }, []],
    [
      { lettres: 1, reseaux: 1 },
      [
        '1 lettre cite les deux établissements : elle n’en gardera qu’une ligne, et les volumes de même unité s’additionnent.',
        '1 appartenance à un réseau dont l’autre fiche est aussi membre : les périodes n’en feront qu’une.',
      ],
    ],
    [
      { lettres: 2, reseaux: 3 },
      [
        '2 lettres citent les deux établissements : chacune n’en gardera qu’une ligne, et les volumes de même unité s’additionnent.',
        '3 appartenances à des réseaux dont l’autre fiche est aussi membre : les périodes n’en feront qu’une par réseau.',
      ],
    ],
  ])('de ce que deux établissements ont en commun, %j', (communs, attendu) => {
    expect(consequencesDEtablissements(communs).map(({ message }) => lisible(message))).toEqual(attendu)
  })
})
