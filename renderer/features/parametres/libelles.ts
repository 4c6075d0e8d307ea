import {
  categoriesVocabulaire,
  libelleCategorie,
  type ListeVocabulaire,
} from '../../../shared/domain/vocabulaire/vocabulaire'
import type { Choice } from '../../ui/form/choice-fields'

/** The categories of a list; none when the software never branches on its terms. */
export function choixCategorie(liste: ListeVocabulaire): Choice[] {
  const categories: Partial<Record<ListeVocabulaire, readonly string[]>> = categoriesVocabulaire
  return (categories[liste] ?? []).map((value) => ({ value, label: libelleCategorie(value) }))
}

/** Lists whose terms carry hours, and what these hours are. */
export const aideHeures: Partial<Record<ListeVocabulaire, string>> = {
  regimeService: 'Pour un service à 100 %, par an ou par semaine selon la catégorie.',
  corps: 'Maximum hebdomadaire devant élèves (ORS), utile aux services mixtes.',
}

/** What each list is for, in one sentence. */
export const usages: Record<ListeVocabulaire, string> = {
  role: 'Ce que fait une personne dans la mission\u00a0; la catégorie décide de son modèle de lettre.',
  statut: 'La catégorie dit si une fin de contrat doit être suivie.',
  corps: 'Le corps donne le maximum hebdomadaire de service devant élèves.',
  regimeService: 'Les heures dues d’une affectation se calculent à partir d’ici.',
  typeReseau: 'La catégorie sert à la couverture et au bilan.',
  natureIntervention: 'Ce qu’un agent fait dans un établissement d’intervention.',
  domaine: 'Où se répartissent les heures d’une lettre, si l’académie raisonne par domaine.',
  axe: 'Où se répartissent les heures d’une lettre, si l’académie raisonne par axe.',
  signataire: 'Qui signe les lettres, dans cet ordre.',
  visa: 'Les textes que les lettres visent, dans cet ordre.',
}
