import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VocabulaireDesMots } from '../../../../electron/database/recherche/vocabulaire-mots'
import { fautesAdmises, ressemble } from '../../../../shared/domain/recherche/faute'

const mot = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'n', 'r'), minLength: 1, maxLength: 9 })

describe('le vocabulaire de la recherche', () => {
  it('trouve par l’arbre les mêmes mots qu’en les comparant un à un', () => {
    fc.assert(
      fc.property(fc.uniqueArray(mot, { maxLength: 60 }), mot, (mots, tape) => {
        const vocabulaire = new VocabulaireDesMots()
        mots.forEach((each, numero) => vocabulaire.ajouter(each, numero))
        const notes = new Uint8Array(mots.length)
        vocabulaire.noterProches(tape, notes)
        const fautes = fautesAdmises(tape)
        const attendus = mots.map((each) => fautes > 0 && ressemble(tape, each, fautes))
        expect([...notes].map((note) => note > 0)).toEqual(attendus)
      }),
      { numRuns: 400 },
    )
  })

  it('trouve les débuts, avant et après qu’un mot s’ajoute', () => {
    const vocabulaire = new VocabulaireDesMots()
    for (const [numero, each] of ['rennes', 'redon', 'vannes'].entries()) vocabulaire.ajouter(each, numero)
    const notes = new Uint8Array(4)
    vocabulaire.noter('re', notes)
    expect([...notes].map((note) => note > 0)).toEqual([true, true, false, false])
    vocabulaire.ajouter('retiers', 3)
    vocabulaire.noter('re', notes)
    expect(notes[3]).toBeGreaterThan(0)
  })
})
