import { describe, expect, it } from 'vitest'
import { clesEtablissement } from '../../../../shared/domain/etablissement/cles'
import { decoderListe } from '../../../../shared/domain/etablissement/liste'
import { controlerEtablissement, direUsages, refusDeSupprimer } from '../../../../shared/domain/etablissement/regles'
import { correspond } from '../../../../shared/text'
import { lisible } from '../../../helpers/lisible'

const rien = { reseaux: 0, lettres: 0, affectations: 0 }

describe('ce qui tient à un établissement', () => {
  it.each([
    [rien, ''],
    [{ ...rien, reseaux: 1 }, '1 réseau'],
    [{ reseaux: 2, lettres: 1, affectations: 3 }, '2 réseaux, 1 lettre de mission et 3 affectations d’agents'],
  ])('se dit en mots', (usages, dit) => {
    expect(lisible(direUsages(usages))).toBe(dit)
  })

  it('empêche de le supprimer, et propose de le fermer', () => {
    expect(refusDeSupprimer('Collège', rien)).toBeUndefined()
    expect(lisible(refusDeSupprimer('Collège', { ...rien, lettres: 2 }))).toBe(
      '« Collège » est utilisé par 2 lettres de mission : il ne peut pas être supprimé. Vous pouvez le marquer comme fermé ; il ne sera plus proposé.',
    )
  })
})

describe('les mots par lesquels on retrouve un établissement', () => {
  const { cleRecherche } = clesEtablissement({
    uai: '0350059Z',
    nom: 'Lycée professionnel Bréquigny',
    commune: 'Rennes',
    nature: 'LYCEE PROFESSIONNEL',
  })

  it.each(['bréquigny', 'lp brequ', '0350059', 'lycée rennes', 'LP RENNES'])('« %s » le trouve', (requete) => {
    expect(correspond(cleRecherche, requete)).toBe(true)
  })

  it.each(['cio', 'redon', '0350059A'])('« %s » ne le trouve pas', (requete) => {
    expect(correspond(cleRecherche, requete)).toBe(false)
  })
})

describe('contrôler un établissement', () => {
  const juste = { uai: '0350059Z', departement: '035', etat: 'ouvert' as const, fermeLe: null }

  it.each([
    ['rien à dire', juste, 1, []],
    [
      'un département qui n’est pas celui du code UAI',
      { ...juste, departement: '022' },
      0,
      ['Le code UAI commence comme ceux du département Ille-et-Vilaine.'],
    ],
    ['un code UAI à moitié tapé', { ...juste, uai: '035', departement: '022' }, 0, []],
    [
      'un établissement fermé resté dans un réseau',
      { ...juste, etat: 'ferme' as const, fermeLe: '2026-08-31' },
      2,
      ['Cet établissement est fermé depuis le 31/08/2026 mais il est encore membre de 2 réseaux.'],
    ],
  ])('voit : %s', (_, etablissement, reseaux, messages) => {
    expect(controlerEtablissement(etablissement, reseaux).map(({ message }) => lisible(message))).toEqual(messages)
  })
})

describe('la liste qui traverse vers la fenêtre', () => {
  it('rend à chaque ligne ses réseaux', () => {
    const ligne = (id: string) => [
      id,
      `uai-${id}`,
      'Nom',
      'Collège',
      'Rennes',
      '035',
      'REP',
      'public',
      'ouvert',
      412,
      'Rennes Sud',
    ]
    const appartenances = [{ id: 'b', nombreReseaux: 2, reseaux: 'Rennes · PSAD', nombreFoquale: 1 }]
    const [a, b] = decoderListe({ lignes: JSON.stringify([ligne('a'), ligne('b')]), appartenances })
    expect(a).toEqual({
      id: 'a',
      uai: 'uai-a',
      nom: 'Nom',
      type: 'Collège',
      commune: 'Rennes',
      departement: '035',
      educationPrioritaire: 'REP',
      secteur: 'public',
      etat: 'ouvert',
      nombreEleves: 412,
      bassin: 'Rennes Sud',
      nombreReseaux: 0,
      reseaux: '',
      nombreFoquale: 0,
    })
    expect(b).toMatchObject({ id: 'b', nombreReseaux: 2, reseaux: 'Rennes · PSAD', nombreFoquale: 1 })
  })
})
