import { describe, expect, it } from 'vitest'
import { contratBientotFini, controlerAgent } from '../../../../shared/domain/agent/regles'

const agent = { contratFinLe: null, courriel: '', echelon: null, echelonLe: null }
const dits = (
  changes: Partial<Parameters<typeof controlerAgent>[0]>,
  statut: Parameters<typeof controlerAgent>[1]['statut'],
) => controlerAgent({ ...agent, ...changes }, { statut, aujourdhui: '2026-11-22' }).map(({ message }) => message)

describe('ce que les règles disent d’une fiche d’agent', () => {
  it.each([
    ['un titulaire sans rien de particulier', {}, 'titulaire', []],
    ['un CDD sans fin', {}, 'contractuelCdd', ['Un contrat à durée déterminée a une date de fin.']],
    ['un CDI sans fin', {}, 'contractuelCdi', []],
    [
      'un contrat fini',
      { contratFinLe: '2026-11-21' },
      'contractuelCdd',
      ['Ce contrat est fini depuis le 21/11/2026.'],
    ],
    [
      'un contrat qui finit le jour même',
      { contratFinLe: '2026-11-22' },
      'contractuelCdd',
      ['Ce contrat finit aujourd’hui.'],
    ],
    ['un contrat qui finit demain', { contratFinLe: '2026-11-23' }, 'contractuelCdd', ['Ce contrat finit demain.']],
    [
      'un contrat à soixante jours',
      { contratFinLe: '2027-01-21' },
      'contractuelCdd',
      ['Ce contrat finit dans 60 jours.'],
    ],
    ['un contrat à soixante et un jours', { contratFinLe: '2027-01-22' }, 'contractuelCdd', []],
    [
      'un titulaire avec une fin de contrat',
      { contratFinLe: '2027-08-31' },
      'titulaire',
      ['Un titulaire n’a pas de fin de contrat.'],
    ],
    ['un courriel sans point', { courriel: 'ines@exemple' }, null, ['Cette adresse n’a pas la forme d’un courriel.']],
    ['un courriel correct', { courriel: 'ines.caradec@exemple.fr' }, null, []],
    [
      'une date d’échelon seule',
      { echelonLe: '2026-09-01' },
      null,
      ['Une date d’effet est écrite, mais pas l’échelon.'],
    ],
  ] as const)('%s', (_, changes, statut, attendus) => {
    expect(dits(changes, statut)).toEqual(attendus)
  })

  it('compte les contrats qui finissent sous soixante jours, ceux qui sont finis compris', () => {
    expect(
      [null, '2026-11-21', '2027-01-21', '2027-01-22'].map((fin) => contratBientotFini(fin, '2026-11-22')),
    ).toEqual([false, true, true, false])
  })
})
