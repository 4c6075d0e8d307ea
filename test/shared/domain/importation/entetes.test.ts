import { describe, expect, test } from 'vitest'
import type { FeuilleSource } from '../../../../shared/domain/importation/classeur'
import { lettreDeColonne } from '../../../../shared/domain/importation/classeur'
import { trouverEntetes } from '../../../../shared/domain/importation/entetes'
import { trierLignes } from '../../../../shared/domain/importation/lecteur'
import type { Vocabulaire } from '../../../../shared/domain/vocabulaire/vocabulaire'

const domaine = (code: string, libelle: string): Vocabulaire => ({
  id: code,
  liste: 'domaine',
  code,
  libelle,
  libelleFeminin: null,
  abrege: null,
  categorie: null,
  heures: null,
  synonymes: `heures ${libelle}`,
  courriel: '',
  ordre: 1,
  actif: 1,
  debutLe: null,
  finLe: null,
  remplaceParId: null,
})
const vocabulaires = [domaine('PREVENTION', 'Prévention'), domaine('REMEDIATION', 'Remédiation')]

const feuille = (...lignes: (string | null)[][]): FeuilleSource => ({
  nom: 'Feuille',
  lignes: lignes.map((valeurs, rang) => ({
    numero: rang + 1,
    cellules: valeurs.flatMap((valeur, colonne) =>
      valeur === null
        ? []
        : [
            {
              colonne: colonne + 1,
              ref: `${lettreDeColonne(colonne + 1)}${String(rang + 1)}`,
              type: 'texte' as const,
              valeur,
            },
          ],
    ),
  })),
})

describe('les en-têtes', () => {
  test.each([
    [
      'des agents, mots de l’académie',
      ['NOM ', 'PRENOM', 'Temps de travail', 'RNE', 'Courriel'],
      'agents',
      { nom: 1, prenom: 2, quotite: 3, uai: 4, courriel: 5 },
    ],
    [
      'des agents, nom et prénom ensemble',
      ['NOM Prénom', 'Rôle', 'Statut de l’agent', 'Adresse e-mail'],
      'agents',
      { nomPrenom: 1, fonction: 2, statut: 3, courriel: 4 },
    ],
    [
      'des agents, colonnes en désordre',
      ['E-mail', 'Quotité MLDS', 'Prénom', 'Nom d’usage'],
      'agents',
      { courriel: 1, quotite: 2, prenom: 3, nom: 4 },
    ],
    [
      'des réseaux',
      ['Code réseau', 'Nom du réseau', 'Établissement tête de réseau', 'Membres'],
      'reseaux',
      { code: 1, nom: 2, tete: 3, membres: 4 },
    ],
    [
      'des lettres',
      ['Nom', 'Prénom', 'Prévention (h)', 'Heures remédiation', 'Date de signature'],
      'lettres',
      { nom: 1, prenom: 2, 'domaine:PREVENTION': 3, 'domaine:REMEDIATION': 4, signee: 5 },
    ],
    [
      'des lignes FSE',
      ['Poste de dépense', 'Intitulé', 'Montant prévu', 'Réalisé 2024'],
      'fse',
      { poste: 1, libelle: 2, prevu: 3, realise: 4 },
    ],
  ])('de %s sont reconnus par leur sens', (_, titres, nature, colonnes) => {
    expect(trouverEntetes(feuille(titres), vocabulaires, [])).toMatchObject({ nature, ligne: 1, colonnes })
  })

  test('sont trouvés sous des titres et des lignes vides', () => {
    const entetes = trouverEntetes(
      feuille(['Suivi des personnels'], [], ['mise à jour du 12/10'], [], ['Nom', 'Prénom', 'Fonction', 'Quotité']),
      vocabulaires,
      [],
    )
    expect(entetes?.ligne).toBe(5)
  })

  test.each([
    ['une feuille sans rapport', ['Lundi', 'Mardi']],
    ['des noms sans rien d’autre', ['Nom', 'Prénom']],
    ['une feuille d’adresses', ['Nom', 'Prénom', 'Rue', 'Ville']],
  ])('ne sont pas inventés : %s', (_, titres) => {
    expect(trouverEntetes(feuille(titres), vocabulaires, [])).toBeUndefined()
  })

  test('suivent la correspondance déjà confirmée pour la même ligne', () => {
    const memoire = { nature: 'agents' as const, signature: 'qui|part', colonnes: { nomPrenom: 1, quotite: 2 } }
    expect(trouverEntetes(feuille(['titre'], ['Qui ?', 'Part']), vocabulaires, [memoire])).toEqual({
      nature: 'agents',
      ligne: 2,
      colonnes: memoire.colonnes,
      memorisee: true,
    })
  })
})

test('les lignes sous l’en-tête sont triées : données, totaux, notes ; les vides et les en-têtes répétés sont passés', () => {
  const lignes = feuille(
    ['Nom', 'Prénom', 'Fonction', 'Quotité'],
    ['A', 'B', 'CFI', '1'],
    [' ', null, '', null],
    ['Nom', 'Prénom', 'Fonction', 'Quotité'],
    ['Sous-total', null, null, '1'],
    ['* à confirmer'],
    ['C', 'D', 'CFI', '1'],
    ['TOTAL', null, null, '2'],
  )
  const entetes = trouverEntetes(lignes, vocabulaires, [])
  if (!entetes) throw new Error('en-têtes attendus')
  const { donnees, totaux, notes } = trierLignes(lignes, entetes)
  const numeros = (triees: readonly { numero: number }[]) => triees.map(({ numero }) => numero)
  expect([numeros(donnees), numeros(totaux), numeros(notes)]).toEqual([[2, 7], [5, 8], [6]])
})
