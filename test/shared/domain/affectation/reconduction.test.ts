import { describe, expect, it } from 'vitest'
import { planifierReconduction, type ServiceAReconduire } from '../../../../shared/domain/affectation/reconduction'

const annee = { id: '2027-2028', debutLe: '2027-09-01', finLe: '2028-08-31' }
const service: ServiceAReconduire = {
  id: 'a1',
  agentId: 'agent',
  anneeId: '2026-2027',
  roleId: 'coordonnateur',
  quotite: 80,
  regimeId: 'h1404',
  heuresEnseignementHebdo: null,
  residenceId: 'lycee',
  debutLe: '2026-10-01',
  finLe: '2027-07-31',
  observations: 'arrivée en octobre',
  agentNom: 'CARADEC Inès',
  contratFinLe: null,
  contratSuivi: false,
  reseauIds: ['r1', 'r2'],
}

describe('reconduire une affectation', () => {
  it('reprend le rôle, la quotité, le régime, la résidence et les réseaux, sur l’année entière', () => {
    const { nouvelles } = planifierReconduction([service], annee, [])
    expect(nouvelles).toEqual([
      {
        affectation: {
          agentId: 'agent',
          anneeId: '2027-2028',
          roleId: 'coordonnateur',
          quotite: 80,
          regimeId: 'h1404',
          heuresEnseignementHebdo: null,
          residenceId: 'lycee',
          debutLe: '2027-09-01',
          finLe: '2028-08-31',
          observations: '',
        },
        reseauIds: ['r1', 'r2'],
      },
    ])
  })

  it('s’arrête à la fin du contrat quand elle tombe dans l’année', () => {
    const { nouvelles } = planifierReconduction(
      [{ ...service, contratSuivi: true, contratFinLe: '2028-03-15' }],
      annee,
      [],
    )
    expect(nouvelles[0]?.affectation.finLe).toBe('2028-03-15')
  })

  it.each([
    [
      'le rôle est déjà tenu cette année-là',
      service,
      [{ agentId: 'agent', roleId: 'coordonnateur' }],
      { dejaPresentes: 1 },
    ],
    ['l’affectation est déjà de cette année', { ...service, anneeId: '2027-2028' }, [], { dejaPresentes: 1 }],
    [
      'le contrat sera fini',
      { ...service, contratSuivi: true, contratFinLe: '2027-08-31' },
      [],
      { contratsFinis: ['CARADEC Inès'] },
    ],
  ])('laisse de côté quand %s', (_, depart, presents, attendu) => {
    expect(planifierReconduction([depart], annee, presents)).toMatchObject({ nouvelles: [], ...attendu })
  })

  it('ne suit pas la fin de contrat d’un titulaire', () => {
    const { nouvelles } = planifierReconduction([{ ...service, contratFinLe: '2020-01-01' }], annee, [])
    expect(nouvelles).toHaveLength(1)
  })

  it('n’écrit qu’une fois un rôle choisi deux fois', () => {
    expect(planifierReconduction([service, { ...service, id: 'a2' }], annee, [])).toMatchObject({ dejaPresentes: 1 })
  })
})
