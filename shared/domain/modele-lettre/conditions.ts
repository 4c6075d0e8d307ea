/** What a model may ask before it writes something; each one can be asked the other way round (« sauf si »). */
export interface ConditionModele {
  code: string
  /** After « si » : « l’agent est contractuel ». */
  libelle: string
  description: string
}

export const conditionsModele = [
  { code: 'contractuel', libelle: 'l’agent est contractuel', description: 'CDD ou CDI, d’après son statut.' },
  { code: 'contractuelCdd', libelle: 'l’agent est contractuel en CDD', description: 'D’après son statut.' },
  { code: 'contractuelCdi', libelle: 'l’agent est contractuel en CDI', description: 'D’après son statut.' },
  { code: 'tempsPartiel', libelle: 'la quotité est inférieure à 100 %', description: '' },
  { code: 'regimeAnnuel', libelle: 'le régime est annuel', description: 'Un nombre d’heures par an.' },
  { code: 'regimeHebdomadaire', libelle: 'le régime est hebdomadaire', description: 'Un nombre d’heures par semaine.' },
  { code: 'regimeMixte', libelle: 'le régime est mixte', description: 'Enseignement et coordination, au prorata.' },
  {
    code: 'horsEtablissement',
    libelle: 'la résidence est un CIO',
    description: 'L’agent n’est pas rattaché à un collège ou à un lycée.',
  },
  { code: 'unReseau', libelle: 'la lettre cite au moins un réseau', description: '' },
  { code: 'plusieursReseaux', libelle: 'la lettre cite plusieurs réseaux', description: '' },
  { code: 'plusieursEtablissements', libelle: 'la lettre cite plusieurs établissements', description: '' },
  { code: 'unGpds', libelle: 'un établissement au moins a un GPDS', description: 'D’après la colonne GPDS.' },
  {
    code: 'heuresReparties',
    libelle: 'les heures sont réparties et imprimées',
    description: 'Fausse quand la lettre masque ses heures indicatives.',
  },
  { code: 'desObjectifs', libelle: 'la lettre a des objectifs', description: '' },
  { code: 'partFse', libelle: 'la lettre affecte à une opération FSE', description: '' },
  { code: 'avenant', libelle: 'le texte est un avenant', description: '' },
  {
    code: 'desModifications',
    libelle: 'l’avenant modifie des points de la lettre',
    description: 'D’après la comparaison avec le texte qu’il modifie.',
  },
  { code: 'remplacement', libelle: 'le texte annule et remplace une lettre', description: '' },
] as const satisfies readonly ConditionModele[]

export type CodeCondition = (typeof conditionsModele)[number]['code']
