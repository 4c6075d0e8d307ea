import { describe, expect, it } from 'vitest'
import {
  accorder,
  accorderParticipe,
  civiliteEcrite,
  formesAutorite,
} from '../../../../shared/domain/lettre-de-mission/genre'

const libelle = (masculin: string, feminin: string | null) => ({ libelle: masculin, libelleFeminin: feminin })

describe('l’accord avec la personne', () => {
  it.each([
    ['Coordonnateur MLDS', 'Coordonnatrice MLDS', 'Coordonnateur/Coordonnatrice MLDS'],
    ['coordonnateur académique MLDS', 'coordonnatrice académique MLDS', 'coordonnateur/coordonnatrice académique MLDS'],
    ['chargé de mission', 'chargée de mission', 'chargé/chargée de mission'],
    ['formateur', 'formatrice', 'formateur/formatrice'],
    [
      'enseignant coordonnateur MLDS',
      'enseignante coordonnatrice MLDS',
      'enseignant coordonnateur/enseignante coordonnatrice MLDS',
    ],
    ['professeur certifié', 'professeure certifiée', 'professeur certifié/professeure certifiée'],
  ])('%s, %s, %s', (masculin, feminin, double) => {
    expect(accorder(libelle(masculin, feminin), 'monsieur')).toBe(masculin)
    expect(accorder(libelle(masculin, feminin), 'madame')).toBe(feminin)
    expect(accorder(libelle(masculin, feminin), null)).toBe(double)
  })

  it.each(['madame', 'monsieur', null] as const)('laisse un libellé sans féminin, civilité %s', (civilite) => {
    expect(accorder(libelle('psychologue', null), civilite)).toBe('psychologue')
    expect(accorder(libelle('CPE', 'CPE'), civilite)).toBe('CPE')
  })

  it.each([
    ['madame', 'affectée', 'L’intéressée', 'Madame'],
    ['monsieur', 'affecté', 'L’intéressé', 'Monsieur'],
    [null, 'affecté(e)', 'L’intéressé(e)', 'Madame, Monsieur'],
  ] as const)('accorde les participes et écrit la civilité en entier (%s)', (civilite, affecte, interesse, ecrite) => {
    expect(accorderParticipe('affecté', civilite)).toBe(affecte)
    expect(accorderParticipe('L’intéressé', civilite)).toBe(interesse)
    expect(civiliteEcrite(civilite)).toBe(ecrite)
  })
})

it('la tête de l’académie s’accorde et se contracte', () => {
  expect(formesAutorite('rectrice')).toEqual({
    sujet: 'la rectrice',
    enTete: 'La rectrice',
    complement: 'de la rectrice',
    destinataire: 'à la rectrice',
  })
  expect(formesAutorite('recteur')).toEqual({
    sujet: 'le recteur',
    enTete: 'Le recteur',
    complement: 'du recteur',
    destinataire: 'au recteur',
  })
})
