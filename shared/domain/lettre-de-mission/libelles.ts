/** What the form and the history of a letter call each of its fields. */
export const libellesLettre = {
  version: 'Version',
  nature: 'Nature',
  numeroAvenant: 'Numéro d’avenant',
  motif: 'Motif',
  remplaceId: 'Remplace la lettre',
  active: 'En vigueur',
  modele: 'Modèle de lettre',
  reference: 'Référence',
  etablieLe: 'Date de la lettre',
  dateEffetLe: 'Prise d’effet',
  finLe: 'Fin',
  quotite: 'Quotité',
  regimeId: 'Régime de service',
  heuresDues: 'Heures dues',
  heuresMasquees: 'Ne pas imprimer les heures par domaine',
  residenceId: 'Résidence administrative',
  perimetre: 'Périmètre',
  instances: 'Instances et réunions',
  moyens: 'Moyens et conditions d’exercice',
  suivi: 'Suivi, remontées et bilan',
  observations: 'Observations',
  envoyeeLe: 'Envoyée le',
  signeeLe: 'Signée le',
} as const

/** The same for the rows that the letter holds, by table. */
export const libellesLignes = {
  lettreDomaine: { domaineId: 'Domaine', heures: 'Heures', activites: 'Activités' },
  lettreEtablissement: {
    natureId: 'Nature de l’intervention',
    volume: 'Volume',
    uniteVolume: 'Unité',
    gpds: 'GPDS',
  },
  lettreFse: {
    pourcentage: 'Part fixe, chaque mois',
    missions: 'Missions au titre de l’opération',
    debutLe: 'Du',
    finLe: 'Au',
    accepteeLe: 'Acceptée par le service gestionnaire le',
  },
  lettreObjectif: {
    libelle: 'Objectif',
    indicateur: 'Indicateur',
    cible: 'Cible',
    echeanceLe: 'Échéance',
    resultat: 'Résultat',
    domaineId: 'Domaine servi',
    atteinte: 'Atteinte',
  },
  lettreSignataire: { signataireId: 'Signataire', qualite: 'Qualité imprimée', nom: 'Nom', signeLe: 'Signé le' },
} as const
