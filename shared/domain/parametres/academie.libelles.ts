import type { Academie } from './academie'

/** What the form and the history of the académie call each field. */
export const libellesAcademie: Readonly<Record<Exclude<keyof Academie, 'id'>, string>> = {
  code: 'Code',
  nom: 'Académie',
  nomComplement: 'Écrit après «\u00a0académie\u00a0»',
  region: 'Région académique',
  service: 'Service',
  adresse: 'Adresse',
  ville: 'Ville de signature',
  telephone: 'Téléphone',
  courriel: 'Courriel',
  affaireSuiviePar: 'Affaire suivie par',
  titreAutorite: 'Autorité',
  signature: 'Formule de signature',
  prefixeReference: 'Préfixe des références',
  mentionEurope: 'Mention du financement européen',
  logoFichierId: 'Logo',
  grilleActivite: 'Les heures se répartissent par',
  toleranceHeures: 'Écart toléré sur les heures',
  demonstration: 'Démonstration',
}

export const libellesAutorite: Readonly<Record<Academie['titreAutorite'], string>> = {
  recteur: 'Le recteur',
  rectrice: 'La rectrice',
}

export const libellesGrille: Readonly<Record<Academie['grilleActivite'], string>> = {
  domaine: 'Domaines d’activité',
  axe: 'Axes d’activité',
}
