import { formatInstant, formatJour, partiesLocales } from '../../dates'
import { formatMontant } from '../../money'
import { formatHeures, formatNombre, formatPourcent } from '../../nombres'
import { libellesLettre, libellesLignes } from '../lettre-de-mission/libelles'
import { libellesAcademie } from '../parametres/academie.libelles'
import { type Lire, genresDeFiche } from './fiches'

/** Columns that the register computes: they change with others, and are never shown. */
export const champsCalcules: ReadonlySet<string> = new Set(['cleTri', 'cleRecherche'])

/** Columns whose label is the same in every table where they stand. */
const communs: Readonly<Record<string, string>> = {
  adresse: 'Adresse',
  agentId: 'Agent',
  anneeId: 'Année scolaire',
  code: 'Code',
  courriel: 'Courriel',
  departement: 'Département',
  debutLe: 'Début',
  etablissementId: 'Établissement',
  etat: 'État',
  finLe: 'Fin',
  id: 'Identifiant',
  lettreId: 'Lettre de mission',
  libelle: 'Libellé',
  nature: 'Nature',
  nom: 'Nom',
  observations: 'Observations',
  operationId: 'Opération FSE',
  ordre: 'Ordre',
  quotite: 'Quotité',
  regimeId: 'Régime de service',
  reseauId: 'Réseau',
  residenceId: 'Résidence administrative',
  roleId: 'Rôle',
  telephone: 'Téléphone',
  typeId: 'Type',
  actif: 'Actif',
  cleTri: 'Clé de tri',
  cleRecherche: 'Clé de recherche',
}

const propres: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  academie: libellesAcademie,
  affectation: { heuresEnseignementHebdo: 'Heures d’enseignement par semaine' },
  bilanArrete: { contenu: 'Chiffres', sha256: 'Empreinte', arreteAt: 'Arrêté' },
  affectationReseau: { affectationId: 'Affectation' },
  agent: {
    civilite: 'Civilité',
    prenom: 'Prénom',
    statutId: 'Statut',
    corpsId: 'Corps',
    grade: 'Grade',
    discipline: 'Discipline',
    echelon: 'Échelon',
    echelonLe: 'Date d’échelon',
    contratFinLe: 'Fin de contrat',
    cplds: 'CPLDS',
    priseFonctionLe: 'Prise de fonction',
  },
  agentSansLettre: { raison: 'Raison', precisions: 'Précisions' },
  adresseSignataire: { signataireId: 'Signataire' },
  circuit: { modele: 'Modèle' },
  circuitSignataire: { circuitId: 'Circuit', signataireId: 'Signataire', residence: 'Selon la résidence' },
  correspondanceImport: { empreinte: 'Empreinte des en-têtes', colonnes: 'Colonnes', utiliseeAt: 'Utilisée' },
  importFait: {
    genre: 'Genre',
    nomFichier: 'Fichier',
    taille: 'Taille en octets',
    empreinte: 'Empreinte du fichier',
    importeAt: 'Importé',
    lues: 'Lignes lues',
    creees: 'Créées',
    modifiees: 'Modifiées',
    inchangees: 'Inchangées',
    refusees: 'Refusées',
    doublons: 'Doublons',
    fermees: 'Fermées',
    decochees: 'Décochées',
    contenu: 'Rapport',
  },
  doublonEcarte: { sujet: 'Genre de fiche', premierId: 'Première fiche', secondId: 'Seconde fiche' },
  etablissement: {
    uai: 'Code UAI',
    type: 'Type',
    secteur: 'Secteur',
    codePostal: 'Code postal',
    commune: 'Commune',
    academieCode: 'Académie',
    bassinCode: 'Code du bassin',
    bassinNom: 'Bassin',
    zapCode: 'Code de la ZAP',
    zapNom: 'ZAP',
    educationPrioritaire: 'Éducation prioritaire',
    voieGenerale: 'Voie générale',
    voieTechnologique: 'Voie technologique',
    voieProfessionnelle: 'Voie professionnelle',
    segpa: 'SEGPA',
    ulis: 'ULIS',
    nombreEleves: 'Nombre d’élèves',
    latitude: 'Latitude',
    longitude: 'Longitude',
    ouvertLe: 'Ouverture',
    fermeLe: 'Fermeture',
    annuaireLe: 'Annuaire du',
  },
  fichier: { typeMime: 'Type', contenu: 'Contenu', sha256: 'Empreinte', ajouteAt: 'Ajouté' },
  jalon: { preavisJours: 'Préavis en jours', qui: 'Qui', ecran: 'Écran concerné' },
  lettreDeMission: libellesLettre,
  ...libellesLignes,
  lettreEvenement: { etape: 'Étape', le: 'Date', qui: 'Qui', motif: 'Motif', saisiAt: 'Saisie' },
  lettreFigee: { contenu: 'Texte figé', logoFichierId: 'Logo', sha256: 'Empreinte', figeeAt: 'Figé' },
  lettreRapport: {
    demandeLe: 'Demandé le',
    attenduLe: 'Attendu le',
    recuLe: 'Reçu le',
    fichierId: 'Fichier',
  },
  lettreVisa: { visaId: 'Visa' },
  ligneFse: {
    sens: 'Sens',
    poste: 'Poste',
    prevuCents: 'Prévu',
    realiseCents: 'Réalisé',
    justificatif: 'Justificatif',
  },
  modeleLettre: { contenu: 'Texte du modèle' },
  modeleWord: { modele: 'Modèle de lettre', fichierId: 'Document' },
  operationFse: {
    numero: 'Numéro',
    intitule: 'Intitulé',
    programme: 'Programme',
    porteur: 'Porteur',
    taux: 'Taux conventionné',
    regimeCouts: 'Régime de coûts',
  },
  prochaineAction: {
    sujet: 'Genre de fiche',
    sujetId: 'Fiche',
    quoi: 'Prochaine action',
    qui: 'Qui',
    pourLe: 'Pour le',
    faiteAt: 'Faite',
  },
  reseau: { bassin: 'Bassin', teteId: 'Tête de réseau', animateur: 'Animateur', problematique: 'Problématique' },
  texteCourriel: { genre: 'Courriel', objet: 'Objet', corps: 'Texte' },
  vue: { liste: 'Liste', contenu: 'Contenu' },
  vocabulaire: {
    liste: 'Liste',
    libelleFeminin: 'Libellé féminin',
    abrege: 'Abrégé',
    categorie: 'Catégorie',
    heures: 'Heures',
    synonymes: 'Synonymes',
    remplaceParId: 'Remplacé par',
  },
}

/** French label of a column; undefined for one that nobody has named yet (a test lists them). */
export const libelleChamp = (table: string, champ: string): string | undefined =>
  propres[table]?.[champ] ?? communs[champ]

const booleens = new Set([
  'actif',
  'active',
  'demonstration',
  'gpds',
  'heuresMasquees',
  'segpa',
  'ulis',
  'voieGenerale',
  'voieProfessionnelle',
  'voieTechnologique',
])
const pourcentages = new Set(['quotite', 'pourcentage', 'taux'])

/** Which table an identifier column designates; from the file's own foreign keys. */
export type References = Readonly<Record<string, string>>

/** A stored value as the screens write it: « 80 % », « 31/08/2026 », the name of the record designated; « — » when absent. */
export function afficherValeur(champ: string, valeur: unknown, references: References, lire: Lire): string {
  if (valeur === null || valeur === undefined || valeur === '') return '—'
  const cible = references[champ]
  if (cible !== undefined && typeof valeur === 'string') {
    const ligne = lire(cible, valeur)
    return ligne === null ? 'fiche supprimée' : (genresDeFiche[cible]?.libelle(ligne, lire) ?? valeur)
  }
  if (valeur instanceof Uint8Array) return `${formatNombre(valeur.byteLength / 1024, 0)} Ko`
  if (typeof valeur === 'string') return afficherTexte(champ, valeur)
  if (typeof valeur !== 'number') return '—'
  if (booleens.has(champ)) return valeur === 1 ? 'oui' : 'non'
  if (champ.endsWith('Cents')) return formatMontant(valeur)
  if (pourcentages.has(champ)) return formatPourcent(valeur)
  if (champ.startsWith('heures')) return formatHeures(valeur)
  return formatNombre(valeur, 6)
}

function afficherTexte(champ: string, valeur: string): string {
  if (/Le$/.test(champ) && /^\d{4}-\d{2}-\d{2}$/.test(valeur)) return formatJour(valeur)
  if (/At$/.test(champ)) {
    const parties = partiesLocales(valeur)
    return formatInstant(parties, '')
  }
  return enClair[valeur] ?? valeur
}

/** Codes on which the program branches, in words. */
const enClair: Readonly<Record<string, string>> = {
  madame: 'Madame',
  monsieur: 'Monsieur',
  enCours: 'en cours',
  ferme: 'fermé',
  prive: 'privé',
  brouillon: 'brouillon',
  enConcertation: 'en concertation',
  aLaSignature: 'à la signature',
  signeeEnPartie: 'signée en partie',
  signee: 'signée',
  remise: 'remise',
  bilanDemande: 'bilan demandé',
  bilanRecu: 'bilan reçu',
  annulee: 'annulée',
  initiale: 'lettre',
  remplacement: 'annule et remplace',
  nonRenseignee: 'non renseignée',
  enPartie: 'en partie',
  nonAtteint: 'non atteint',
  depart: 'départ',
  finContrat: 'fin de contrat',
  conge: 'congé',
  sansMission: 'sans mission cette année',
  toutes: 'toutes',
  cio: 'en CIO',
  horsCio: 'hors CIO',
  deposee: 'déposée',
  enInstruction: 'en instruction',
  conventionnee: 'conventionnée',
  terminee: 'terminée',
  soldee: 'soldée',
  abandonnee: 'abandonnée',
  sansObjet: 'sans objet',
  aFaire: 'à faire',
  aFournir: 'à fournir',
  enAttente: 'en attente',
  depense: 'dépense',
  heuresParAn: 'heures par an',
  joursParSemaine: 'jours par semaine',
}
