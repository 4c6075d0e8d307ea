/** A field that has a value at each turn of a loop only. */
export interface ChampDeBoucle {
  code: string
  libelle: string
  exemple: string
}

/** What a model repeats, one turn for each row of the letter. */
export interface BoucleModele {
  code: string
  /** « Pour chaque établissement », without the first two words. */
  libelle: string
  description: string
  champs: readonly ChampDeBoucle[]
  /** Loops that may stand in this one: they turn on what belongs to its row. */
  boucles?: readonly string[]
}

/** The codes of the inner fields are the only ones of their name in the whole catalogue: no scope hides another. */
export const bouclesModele = [
  {
    code: 'etablissements',
    libelle: 'établissement d’intervention',
    description: 'Dans l’ordre de la lettre.',
    champs: [
      { code: 'etablissementNom', libelle: 'Nom de l’établissement', exemple: 'Collège des Ormeaux' },
      { code: 'etablissementUai', libelle: 'Code UAI', exemple: '0350002B' },
      { code: 'etablissementCommune', libelle: 'Commune', exemple: 'Rennes' },
      { code: 'etablissementType', libelle: 'Type', exemple: 'Collège' },
      { code: 'intervention', libelle: 'Nature de l’intervention', exemple: 'participation au GPDS' },
      { code: 'volume', libelle: 'Volume', exemple: '120 h par an' },
      { code: 'gpds', libelle: 'GPDS : « oui » ou « non »', exemple: 'oui' },
    ],
  },
  {
    code: 'reseaux',
    libelle: 'réseau',
    description: 'Les réseaux de la lettre.',
    champs: [
      { code: 'reseauNom', libelle: 'Nom du réseau', exemple: 'FOQUALE Rennes Sud' },
      { code: 'reseauAnimateur', libelle: 'Qui l’anime', exemple: 'Mme Le Goff' },
    ],
  },
  {
    code: 'domaines',
    libelle: 'domaine ou axe',
    description: 'Selon la grille de l’académie ; contient ses activités.',
    champs: [
      { code: 'domaine', libelle: 'Nom du domaine', exemple: 'Prévention' },
      { code: 'domaineHeures', libelle: 'Heures du domaine', exemple: '350 h' },
    ],
    boucles: ['activites'],
  },
  {
    code: 'activites',
    libelle: 'activité',
    description: 'Celles de la lettre, ou celles du modèle ; dans un domaine, les siennes.',
    champs: [
      { code: 'activite', libelle: 'Activité', exemple: 'entretenir les contacts avec les établissements ;' },
      { code: 'activiteDomaine', libelle: 'Domaine de l’activité', exemple: 'Prévention' },
    ],
  },
  {
    code: 'objectifs',
    libelle: 'objectif',
    description: 'Les objectifs de l’année.',
    champs: [
      { code: 'objectif', libelle: 'Objectif', exemple: 'Accompagner chaque jeune repéré' },
      { code: 'indicateur', libelle: 'Indicateur', exemple: 'jeunes accompagnés' },
      { code: 'cible', libelle: 'Cible', exemple: '60' },
      { code: 'echeance', libelle: 'Échéance', exemple: '30 juin 2027' },
    ],
  },
  {
    code: 'operationsFse',
    libelle: 'opération FSE',
    description: 'Les affectations à une opération cofinancée.',
    champs: [
      { code: 'fseNumero', libelle: 'Numéro de l’opération', exemple: '202403127' },
      { code: 'fseIntitule', libelle: 'Intitulé', exemple: 'Persévérance scolaire' },
      { code: 'fseProgramme', libelle: 'Programme', exemple: 'FSE+ 2021-2027' },
      { code: 'fsePourcentage', libelle: 'Part fixe du temps de travail', exemple: '40 %' },
      { code: 'fseDebut', libelle: 'Début', exemple: '1er septembre 2026' },
      { code: 'fseFin', libelle: 'Fin', exemple: '30 juin 2027' },
      { code: 'fseHeures', libelle: 'Heures, à titre indicatif', exemple: '561 h 36 par an' },
      { code: 'fseMissions', libelle: 'Missions au titre de l’opération', exemple: 'Accueil et suivi des jeunes' },
      { code: 'fseAcceptee', libelle: 'Date de l’acceptation de la lettre', exemple: '15 septembre 2026' },
    ],
  },
  {
    code: 'autresOperationsFse',
    libelle: 'opération FSE d’une autre lettre',
    description: 'Celles qui prennent du temps à l’agent pendant la même période.',
    champs: [
      { code: 'autreFseNumero', libelle: 'Numéro de l’autre opération', exemple: '202405310' },
      { code: 'autreFseIntitule', libelle: 'Intitulé de l’autre opération', exemple: 'Ambition jeunes' },
      { code: 'autreFsePourcentage', libelle: 'Part du temps de travail qu’elle prend', exemple: '20 %' },
    ],
  },
  {
    code: 'visas',
    libelle: 'texte de référence',
    description: 'Les visas de la lettre.',
    champs: [{ code: 'visa', libelle: 'Texte de référence', exemple: 'la circulaire n° 2013-035 du 29 mars 2013' }],
  },
  {
    code: 'modifications',
    libelle: 'modification de l’avenant',
    description: 'Ce qu’il change au texte en vigueur ; rien pour une lettre qui n’est pas un avenant.',
    champs: [
      { code: 'modification', libelle: 'Modification, en une phrase', exemple: 'Quotité : 80 % au lieu de 100 % ;' },
      { code: 'modificationObjet', libelle: 'Ce qui est modifié', exemple: 'Quotité' },
      { code: 'modificationAvant', libelle: 'Avant l’avenant', exemple: '100 %' },
      { code: 'modificationApres', libelle: 'Avec l’avenant', exemple: '80 %' },
    ],
  },
  {
    code: 'signataires',
    libelle: 'signataire',
    description: 'Dans l’ordre du circuit, l’agent compris.',
    champs: [
      { code: 'signataireQualite', libelle: 'Qualité du signataire', exemple: 'Le chef d’établissement' },
      { code: 'signataireNom', libelle: 'Nom du signataire', exemple: 'Monsieur Paul MARTIN' },
      {
        code: 'signataireMention',
        libelle: 'Mention au-dessus de la signature',
        exemple: 'Lu et pris connaissance le',
      },
      { code: 'signatureLe', libelle: 'Date de sa signature', exemple: '5 septembre 2026' },
    ],
  },
] as const satisfies readonly BoucleModele[]

export type CodeBoucle = (typeof bouclesModele)[number]['code']
