import { describe, expect, test } from 'vitest'
import { lireCorps } from '../../../../shared/domain/importation/corps'
import {
  designer,
  indexerEtablissements,
  nomsAccordes,
  separerCites,
} from '../../../../shared/domain/importation/etablissements'
import { lirePoste, lireTitreOperation, regimeDuForfait } from '../../../../shared/domain/importation/fse-lecture'
import { genreDeFonction, lireCivilite, separerNomPrenom } from '../../../../shared/domain/importation/personnes'
import { indexerTermes } from '../../../../shared/domain/importation/termes'
import type { Vocabulaire } from '../../../../shared/domain/vocabulaire/vocabulaire'

const terme = (
  liste: Vocabulaire['liste'],
  code: string,
  libelle: string,
  synonymes = '',
  libelleFeminin: string | null = null,
): Vocabulaire => ({
  id: code,
  liste,
  code,
  libelle,
  libelleFeminin,
  abrege: null,
  categorie: null,
  heures: null,
  synonymes,
  courriel: '',
  ordre: 1,
  actif: 1,
  debutLe: null,
  finLe: null,
  remplaceParId: null,
})
const termes = indexerTermes([
  terme('corps', 'CERTIFIE', 'professeur certifié', 'certifié ; certifié CPIF'),
  terme('corps', 'PLP', 'professeur de lycée professionnel', 'PLP'),
  terme('corps', 'CPE', 'conseiller principal d’éducation', 'CPE'),
  terme('role', 'FORM', 'formateur MLDS', 'formateur ; CFI', 'formatrice MLDS'),
])

describe('un nom et un prénom dans une cellule', () => {
  test.each([
    ['BEN SAÏD Loïc', null, 'BEN SAÏD', 'Loïc'],
    ['Loïc BEN SAÏD', null, 'BEN SAÏD', 'Loïc'],
    ['Mme CARADEC Inès', 'madame', 'CARADEC', 'Inès'],
    ['M. de LA TOUR Jean-Noël', 'monsieur', 'de LA TOUR', 'Jean-Noël'],
    ['CARADEC, Inès', null, 'CARADEC', 'Inès'],
    ['Ben Saïd Loïc', null, 'Ben Saïd', 'Loïc'],
    ['CARADEC INÈS', null, 'CARADEC', 'INÈS'],
  ])('%s', (texte, civilite, nom, prenom) => {
    expect(separerNomPrenom(texte)).toEqual({ civilite, nom, prenom })
  })

  test('un mot seul n’est pas une personne', () => {
    expect(separerNomPrenom('CARADEC')).toBeUndefined()
  })
})

test.each([
  ['Mme', 'madame'],
  ['M.', 'monsieur'],
  ['Monsieur', 'monsieur'],
  ['F', 'madame'],
  ['', null],
  ['Dr', null],
])('la civilité « %s »', (texte, civilite) => {
  expect(lireCivilite(texte)).toBe(civilite)
})

test.each([
  ['Coordonnatrice MLDS', 'madame'],
  ['Formateur MLDS', 'monsieur'],
  ['CFI', null],
  ['Coord. départemental', null],
])('le genre de « %s »', (fonction, genre) => {
  expect(genreDeFonction(fonction)).toBe(genre)
})

test.each([
  ['PLP hors classe', 'PLP', 'hors classe', ''],
  ['Certifié CPIF', 'CERTIFIE', '', 'CPIF'],
  ['Certifiée HC', 'CERTIFIE', 'hors classe', ''],
  ['Professeur certifié classe normale', 'CERTIFIE', 'classe normale', ''],
  ['CPE', 'CPE', '', ''],
])('le corps et le grade de « %s »', (texte, corps, grade, discipline) => {
  const lu = lireCorps(texte, termes)
  expect([lu.corps?.code, lu.grade, lu.discipline]).toEqual([corps, grade, discipline])
})

test.each([
  ['Formatrice', undefined],
  ['formatrice mlds', 'FORM'],
  ['Formateur·trice MLDS', 'FORM'],
  ['formateur/trice', 'FORM'],
  ['CFI ', 'FORM'],
  ['Boulanger', undefined],
])('le rôle « %s »', (texte, code) => {
  expect(termes.trouver('role', texte)?.code).toBe(code)
})

describe('des établissements cités dans une cellule', () => {
  test.each([
    [
      '0352318E Lycée Jean Brito; 0350048M Lycée polyvalent Jacques Cartier',
      [
        ['0352318E', 'Lycée Jean Brito'],
        ['0350048M', 'Lycée polyvalent Jacques Cartier'],
      ],
    ],
    [
      '0350747X Erea\n0350033W Collège les Ormeaux',
      [
        ['0350747X', 'Erea'],
        ['0350033W', 'Collège les Ormeaux'],
      ],
    ],
    [
      '0351852Y, 0352533N, 0350040D',
      [
        ['0351852Y', ''],
        ['0352533N', ''],
        ['0350040D', ''],
      ],
    ],
    ['Collège Émile Zola, Rennes', [['', 'Collège Émile Zola, Rennes']]],
    ['0351852y - Collège X', [['0351852y', 'Collège X']]],
    ['', []],
  ])('%s', (texte, attendu) => {
    expect(separerCites(texte).map(({ uai, nom }) => [uai, nom])).toEqual(attendu)
  })
})

describe('un UAI et un nom', () => {
  const fiche = (uai: string, nom: string, commune: string, etat: 'ouvert' | 'ferme' = 'ouvert') => ({
    id: uai,
    uai,
    nom,
    commune,
    etat,
    type: 'Collège',
  })
  const annuaire = indexerEtablissements([
    fiche('0352957Z', 'Collège Gaël Taburet', 'Guipry-Messac'),
    fiche('0351847T', 'Collège Georges Brassens', 'Le Rheu'),
    fiche('0350040D', 'Collège Jean Moulin', 'Maen Roch'),
    fiche('0352589Z', 'Collège Jean Moulin', 'Saint-Jacques'),
    fiche('0350042F', 'Lycée Maupertuis', 'Saint-Malo', 'ferme'),
  ])
  test.each([
    ['0352957Z', 'Collège Gaël Taburet', '0352957Z', []],
    [' 0352957z ', '', '0352957Z', []],
    ['352957Z', '', '0352957Z', ['uai.zero']],
    ['', 'collège georges BRASSENS', '0351847T', ['uai.deduit']],
    ['0352957S', 'Collège Gaël Taburet', undefined, ['uai.cle']],
    ['0352957Z', 'Collège Jean Moulin', '0352957Z', ['uai.nom']],
    ['', 'Collège Jean Moulin', undefined, ['uai.manquant']],
    ['', 'Lycée Maupertuis', undefined, ['uai.manquant']],
    ['0350042F', '', '0350042F', ['uai.ferme']],
    ['', '', undefined, []],
  ])('« %s » et « %s »', (uai, nom, attendu, regles) => {
    const { etablissement, surUai, surNom } = designer(annuaire, uai, nom)
    expect(etablissement?.uai).toBe(attendu)
    expect([...surUai, ...surNom].map(({ regle }) => regle)).toEqual(regles)
  })

  test.each([
    ['LP La Champagne', 'Lycée professionnel la Champagne', true],
    ['CIO de Fougères', 'Centre d’information et d’orientation de Fougères', true],
    ['Collège Émile Zola', 'Lycée Emile Zola', true],
    ['Collège Beaumont', 'Collège Bellevue', false],
  ])('« %s » et « %s » désignent le même lieu : %s', (a, b, attendu) => {
    expect(nomsAccordes(a, b)).toBe(attendu)
  })
})

describe('le titre d’une opération', () => {
  test.each([
    [
      'Opération n° 202403127 – Persévérance 35 – 01/01/2025 au 31/12/2026 – taux 60 %',
      { numero: '202403127', intitule: 'Persévérance 35', debutLe: '2025-01-01', finLe: '2026-12-31', taux: 60 },
    ],
    [
      'OPERATION 2024-017 - Raccrocher - du 01.09.24 au 31.08.26 - taux : 58,3725 %',
      { numero: '2024-017', intitule: 'Raccrocher', debutLe: '2024-09-01', finLe: '2026-08-31', taux: 58.3725 },
    ],
    ['Opération n°17 – Sans dates', { numero: '17', intitule: 'Sans dates', debutLe: null, finLe: null, taux: null }],
  ])('%s', (texte, attendu) => {
    expect(lireTitreOperation(texte)).toEqual(attendu)
  })

  test.each(['Budget FSE 2025', 'Opérations en cours', ''])('« %s » n’en est pas un', (texte) => {
    expect(lireTitreOperation(texte)).toBeUndefined()
  })
})

test.each([
  ['Personnel', 'Coordonnateur', 'D1', undefined],
  ['Forfait 40 %', 'Coûts restants', 'D7', 'R40'],
  ['Forfait 15 %', 'Coûts indirects', 'D6', 'R15'],
  ['Ressource', 'FSE+', 'F1', undefined],
  ['Ressource', 'État titre 2', 'F2', undefined],
  ['Ressource', 'Autofinancement', 'F4', undefined],
  ['D3', 'Prestations', 'D3', undefined],
  ['Déplacements', '', 'D2', undefined],
  ['Divers', 'Divers', null, undefined],
])('le poste de « %s – %s »', (poste, libelle, attendu, regime) => {
  expect(lirePoste(poste, libelle)).toBe(attendu)
  expect(regimeDuForfait(poste, libelle)).toBe(regime)
})
