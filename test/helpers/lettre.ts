import type { DossierLettre } from '../../shared/domain/lettre-de-mission/dossier'
import { academieVide } from '../../shared/domain/parametres/academie-initiale'
import type { Academie } from '../../shared/domain/parametres/academie'
import { readModelesLivres } from '../../electron/lettres/modeles'
import type { CadreLettre } from '../../electron/features/lettre-de-mission/lettre-de-mission.documents'
import { fileURLToPath } from 'node:url'

export const resources = fileURLToPath(new URL('../../resources', import.meta.url))

export const academieExemple: Academie = {
  ...academieVide('14', 'Rennes'),
  region: 'Région académique Bretagne',
  adresse: '96 rue d’Antrain\n35000 Rennes',
  ville: 'Rennes',
  telephone: '02 00 00 00 00',
  courriel: 'draio@example.org',
  affaireSuiviePar: 'Jeanne Exemple',
  titreAutorite: 'rectrice',
}

export const cadreExemple = (academie: Partial<Academie> = {}): CadreLettre => ({
  academie: { ...academieExemple, ...academie },
  logo: null,
  modeles: readModelesLivres(resources),
})

const terme = (code: string, libelle: string, libelleFeminin: string | null = null) => ({
  code,
  libelle,
  libelleFeminin,
  abrege: null,
})

const etablissement = (rang: number): DossierLettre['etablissements'][number] => ({
  id: `etablissement-${String(rang)}`,
  lettreId: 'lettre',
  etablissementId: `e${String(rang)}`,
  natureId: 'gpds',
  volume: 120,
  uniteVolume: 'heuresParAn',
  gpds: rang === 1 ? 1 : 0,
  ordre: rang,
  uai: `035${String(rang).padStart(4, '0')}A`,
  nom: `Collège n° ${String(rang)}`,
  commune: 'Rennes',
  type: 'Collège',
  departement: '035',
  fermeLe: null,
  nature: terme('GPDS', 'participation au GPDS'),
})

export const etablissementsExemple = (nombre: number): DossierLettre['etablissements'] =>
  Array.from({ length: nombre }, (_, rang) => etablissement(rang + 1))

const domaine = (code: string, libelle: string, heures: number, ordre: number): DossierLettre['domaines'][number] => ({
  id: `domaine-${code}`,
  lettreId: 'lettre',
  domaineId: code,
  heures,
  activites: '',
  ordre,
  ...terme(code, libelle),
})

const signataire = (ordre: number, code: string | null, qualite: string): DossierLettre['signataires'][number] => ({
  id: `signataire-${String(ordre)}`,
  lettreId: 'lettre',
  signataireId: code,
  qualite,
  nom: '',
  ordre,
  signeLe: null,
  code,
})

/** A share of an agent's time affected to an operation FSE in progress, for the whole school year. */
export function partFseExemple(champs: Partial<DossierLettre['fse'][number]> = {}): DossierLettre['fse'][number] {
  return {
    id: 'f',
    lettreId: 'lettre',
    operationId: 'o',
    numero: '1',
    intitule: 'Une',
    programme: '',
    missions: 'Accueil',
    pourcentage: 40,
    debutLe: '2026-09-01',
    finLe: '2027-08-31',
    accepteeLe: null,
    operationAgents: [],
    operationDebutLe: '2026-01-01',
    operationFinLe: '2028-12-31',
    operationEtat: 'enCours',
    ...champs,
  }
}

/** A coordonnatrice's letter without anything to correct; what a test is about is given over it. */
export function dossierExemple({
  lettre,
  agent,
  ...reste
}: Omit<Partial<DossierLettre>, 'lettre' | 'agent'> & {
  lettre?: Partial<DossierLettre['lettre']>
  agent?: Partial<DossierLettre['agent']>
} = {}): DossierLettre {
  return {
    lettre: {
      id: 'lettre',
      agentId: 'agent',
      anneeId: '2026-2027',
      roleId: 'role',
      version: 1,
      nature: 'initiale',
      numeroAvenant: 0,
      motif: '',
      remplaceId: null,
      etat: 'brouillon',
      active: 1,
      modele: 'coordonnateur',
      reference: 'DRAIO/MLDS/2026-2027/012',
      etablieLe: '2026-09-01',
      dateEffetLe: '2026-09-01',
      finLe: '2027-08-31',
      quotite: 100,
      regimeId: 'regime',
      heuresDues: 1404,
      heuresMasquees: 0,
      residenceId: 'residence',
      perimetre: '',
      instances: '',
      moyens: '',
      suivi: '',
      observations: '',
      envoyeeLe: null,
      signeeLe: null,
      ...lettre,
    },
    agent: {
      civilite: 'madame',
      nom: 'Hamon',
      prenom: 'Nadège',
      grade: 'hors classe',
      corps: terme('CERTIFIE', 'professeur certifié', 'professeure certifiée'),
      corpsOrsHebdo: 18,
      statut: { ...terme('TITULAIRE', 'titulaire'), categorie: 'titulaire' },
      contratFinLe: null,
      cleTri: 'hamon nadege',
      ...agent,
    },
    role: terme('COORD_RESEAU', 'coordonnateur MLDS', 'coordonnatrice MLDS'),
    regime: { ...terme('H1404', '1 404 heures par an'), categorie: 'annuel', heures: 1404 },
    residence: {
      uai: '0350001A',
      nom: 'Lycée Jean Macé',
      commune: 'Rennes',
      type: 'Lycée',
      departement: '035',
      fermeLe: null,
    },
    etablissements: etablissementsExemple(4),
    domaines: [
      domaine('PREVENTION', 'Prévention', 350, 1),
      domaine('INTERVENTION', 'Intervention', 520, 2),
      domaine('REMEDIATION', 'Remédiation', 534, 3),
    ],
    objectifs: [
      {
        id: 'o1',
        lettreId: 'lettre',
        libelle: 'Accompagner chaque jeune repéré',
        indicateur: 'jeunes accompagnés',
        cible: '60',
        echeanceLe: '2027-06-30',
        resultat: '',
        domaineId: null,
        atteinte: 'nonRenseignee',
        ordre: 1,
      },
    ],
    visas: [
      {
        id: 'v1',
        lettreId: 'lettre',
        visaId: 'v1',
        ordre: 1,
        ...terme('FOQUALE_2013', 'la circulaire n° 2013-035 du 29 mars 2013'),
        actif: 1,
        etat: 'enVigueur',
        finLe: null,
        remplacant: null,
      },
      {
        id: 'v2',
        lettreId: 'lettre',
        visaId: 'v2',
        ordre: 2,
        ...terme('MLDS_2016', 'la circulaire n° 2016-212 du 30 décembre 2016'),
        actif: 1,
        etat: 'enVigueur',
        finLe: null,
        remplacant: null,
      },
    ],
    signataires: [
      signataire(1, null, 'L’intéressée'),
      signataire(2, 'CHEF', 'Le chef d’établissement'),
      signataire(3, 'IEN_IO', 'L’inspecteur de l’éducation nationale chargé de l’information et de l’orientation'),
      signataire(4, 'DASEN', 'L’inspecteur d’académie, directeur académique des services de l’éducation nationale'),
      signataire(5, 'RECTEUR', 'Pour la rectrice et par délégation'),
    ],
    reseaux: [{ id: 'r1', lettreId: 'lettre', reseauId: 'reseau', nom: 'FOQUALE Rennes Sud', animateur: '' }],
    fse: [],
    autres: [],
    autresFse: [],
    amende: null,
    ...reste,
  }
}
