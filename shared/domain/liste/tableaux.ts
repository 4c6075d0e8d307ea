import { listesVocabulaire } from '../vocabulaire/vocabulaire'
import { clesDesListes } from './listes'

/**
 * The lists whose rows a screen has at hand: put together by a computation (the campaign, the services, the coverage) or
 * the lines of one record. Their saved views are kept under these keys; their export writes the rows that the screen gives.
 */
export const clesDesTableaux = [
  'annees',
  'affectationsDAgent',
  'bilan.agents',
  'bilan.couverture',
  'bilan.etablissements',
  'bilan.fse',
  'bilan.lettres',
  'bilan.reseaux',
  'bilan.synthese',
  'campagne',
  'constats',
  'corbeille',
  'citesDeuxFois',
  'citesHorsReseau',
  'citesParAucuneLettre',
  'dansPlusieursReseaux',
  'equipes',
  'etablissementsDAgent',
  'etablissementsDeLettre',
  'imports',
  'lettresDAgent',
  'lettresDEtablissement',
  'lettresDOperation',
  'lettresDeReseau',
  'membresDeReseau',
  'personnesDeReseau',
  'planDesDepenses',
  'planDesRessources',
  'reseauxDAgent',
  'reseauxDEtablissement',
  'residentsDEtablissement',
  'reseauxSansCoordonnateur',
  'sansReseau',
  'services',
  'servicesSansLettre',
  ...listesVocabulaire.map((liste) => `vocabulaire.${liste}` as const),
] as const
export type CleDeTableau = (typeof clesDesTableaux)[number]

/** Everything that saved views are of. */
export const clesDesVues = [...clesDesListes, ...clesDesTableaux] as const
export type CleDeVue = (typeof clesDesVues)[number]
