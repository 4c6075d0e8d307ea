import { describe, expect, it } from 'vitest'
import { phraseEtape, type ResumeDeTable } from '../../../../shared/domain/journal/phrases'

type Premiere = ResumeDeTable['premieres'][number]
const resume = (
  table: string,
  { creees = 0, modifiees = 0, supprimees = 0 }: Partial<Pick<ResumeDeTable, 'creees' | 'modifiees' | 'supprimees'>>,
  ...premieres: Partial<Premiere>[]
): ResumeDeTable => ({
  ...{ table, creees, modifiees, supprimees },
  premieres: premieres.map((premiere) => ({ libelle: '', colonnes: [], ...premiere })),
})
const deLaLettre = 'de la lettre de mission CARADEC Inès, 2026-2027'

describe('la phrase d’une étape', () => {
  it.each([
    [
      'une fiche et ses champs',
      'agent.modifier',
      [resume('agent', { modifiees: 1 }, { libelle: 'CARADEC Inès', colonnes: ['telephone', 'courriel'] })],
      'Modification de l’agent CARADEC Inès : téléphone, courriel',
    ],
    [
      'le nom que l’utilisateur a donné, entre guillemets',
      'jalon.modifier',
      [resume('jalon', { modifiees: 1 }, { libelle: 'Réunion de rentrée', colonnes: ['etat'] })],
      'Modification du jalon « Réunion de rentrée » : état',
    ],
    [
      'une ligne, et la fiche à laquelle elle appartient',
      'lettreDeMission.noterObjectif',
      [resume('lettreObjectif', { modifiees: 1 }, { libelle: 'Former', colonnes: ['resultat'], de: deLaLettre })],
      `Modification de l’objectif « Former » (${deLaLettre}) : résultat`,
    ],
    [
      'plusieurs lignes d’une même fiche',
      'lettreDeMission.definirVisas',
      [resume('lettreVisa', { creees: 1, supprimees: 1 }, { de: deLaLettre }, { de: deLaLettre })],
      `Modification de 2 visas ${deLaLettre}`,
    ],
    [
      'plusieurs lignes de fiches différentes',
      'liste.ecrire',
      [resume('affectationReseau', { creees: 2 }, { de: 'de l’affectation A' }, { de: 'de l’affectation B' })],
      'Création de 2 réseaux rattachés',
    ],
    [
      'plus de lignes qu’il n’en est lu : rien n’est dit de leur fiche',
      'liste.ecrire',
      [resume('lettreVisa', { modifiees: 30 }, { de: deLaLettre })],
      'Modification de 30 visas',
    ],
    [
      'un modèle livré, changé pour la première fois',
      'modeleLettre.modifier',
      [resume('modeleLettre', { creees: 1 }, { libelle: 'Formateur', livree: true })],
      'Modification du modèle de lettre « Formateur »',
    ],
    ['une commande qui n’a rien écrit', 'inconnue.faire', [], 'Modification'],
  ])('dit %s', (_, operation, parts, phrase) => {
    expect(phraseEtape(operation, parts)).toBe(phrase)
  })
})
