import { describe, expect, it } from 'vitest'
import {
  analyserVolume,
  interventionEcrite,
  volumeCourt,
} from '../../../../shared/domain/lettre-de-mission/intervention'
import { lisible, messageDe } from '../../../helpers/lisible'

describe('le volume d’une intervention', () => {
  it.each([
    ['36', 36, null],
    ['1 404', 1404, null],
    ['36 h', 36, 'heuresParAn'],
    ['13 h 30', 13.5, 'heuresParAn'],
    ['13:30', 13.5, 'heuresParAn'],
    ['45 min', 0.75, 'heuresParAn'],
    ['120 heures par an', 120, 'heuresParAn'],
    ['120/an', 120, 'heuresParAn'],
    ['0,5 j', 0.5, 'joursParSemaine'],
    ['2 jours', 2, 'joursParSemaine'],
    ['1 jour par semaine', 1, 'joursParSemaine'],
    [' 0,5 J/SEM. ', 0.5, 'joursParSemaine'],
  ] as const)('lit « %s »', (texte, volume, uniteVolume) => {
    expect(analyserVolume(texte)).toEqual({ ok: true, valeur: { volume, uniteVolume } })
  })

  it.each(['beaucoup', '-4', '-1 j', '2 mois', 'j', '36 h par semaine'])('refuse « %s »', (texte) => {
    expect(messageDe(analyserVolume(texte))).toBe(
      `« ${texte} » n’est pas un volume : écrivez des heures par an (36 h) ou des jours par semaine (0,5 j).`,
    )
  })

  it.each([
    [1404.5, 'heuresParAn', '1 404 h 30/an'],
    [0.5, 'joursParSemaine', '0,5 j/sem.'],
    [0, 'heuresParAn', '0 h/an'],
  ] as const)('relit ce qu’une colonne en montre : %s %s', (volume, uniteVolume, court) => {
    const ecrit = volumeCourt({ volume, uniteVolume })
    expect(lisible(ecrit)).toBe(court)
    expect(analyserVolume(ecrit)).toEqual({ ok: true, valeur: { volume, uniteVolume } })
  })

  it('ne montre rien quand la lettre n’en dit rien', () => {
    expect(volumeCourt({ volume: null, uniteVolume: 'heuresParAn' })).toBe('')
  })
})

it.each([
  [null, 'Intervention'],
  ['intervention', 'Intervention'],
  ['Intervention', 'Intervention'],
  ['participation au GPDS', 'Intervention : participation au GPDS'],
])('ne dit pas deux fois le même mot de la nature « %s »', (nature, ecrite) => {
  expect(interventionEcrite(nature)).toBe(ecrite)
})
