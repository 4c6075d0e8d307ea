/** Ready-made blocks of facts: tables and texts of the letter, printed whole or not at all. */
export const contenusModele = [
  {
    code: 'perimetre',
    libelle: 'Périmètre (texte de la lettre)',
    description: 'Ce que la lettre dit sous « Périmètre ».',
  },
  {
    code: 'etablissements',
    libelle: 'Tableau des établissements',
    description: 'UAI, nom, commune, nature, volume, GPDS ; en annexe au-delà de 24.',
  },
  {
    code: 'heures',
    libelle: 'Tableau des heures par domaine',
    description: 'Répartition indicative, sauf si la lettre la masque.',
  },
  { code: 'activites', libelle: 'Activités', description: 'Dans une boucle de domaines, celles du domaine.' },
  {
    code: 'objectifs',
    libelle: 'Tableau des objectifs',
    description: 'Objectif, indicateur, cible, échéance.',
  },
  {
    code: 'fse',
    libelle: 'Affectation à une opération FSE',
    description: 'Les mentions qui font preuve : part fixe, dates, missions, cofinancement.',
  },
  { code: 'instances', libelle: 'Instances et réunions', description: 'Le texte de la lettre, ou celui du modèle.' },
  { code: 'moyens', libelle: 'Moyens et conditions', description: 'Le texte de la lettre, ou celui du modèle.' },
  { code: 'suivi', libelle: 'Suivi et bilan', description: 'Le texte de la lettre, ou celui du modèle.' },
] as const

export type CodeContenu = (typeof contenusModele)[number]['code']
export const codesContenu = contenusModele.map(({ code }) => code)
