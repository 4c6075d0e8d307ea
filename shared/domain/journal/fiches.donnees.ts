import { libelleDepartement } from '../../departements'
import { nomAffiche } from '../../text'
import { type GenreCourriel, libellesGenreCourriel } from '../courriel/courriel'
import { nommerNature } from '../importation/importation'
import { libelleEtape } from '../lettre-de-mission/etats'
import { codesLivres, nomsLivres } from '../modele-lettre/modele-lettre'

/** A row of any table, as the journal keeps it. */
export type Ligne = Record<string, unknown>
/** Finds a row by table and identifier; null when it is no more (or not yet). */
export type Lire = (table: string, id: string) => Ligne | null

/** How the journal names the records of one table. */
export interface GenreDeFiche {
  un: string
  plusieurs: string
  /** With its article, after « de »: « de l’agent », « du réseau ». */
  du: string
  /** True when « créée », « supprimée » agree in the feminine. */
  feminin: boolean
  /** What identifies one record, without the kind. */
  libelle: (ligne: Ligne, lire: Lire) => string
  /** Its name is a phrase of the user's: quoted inside a sentence. */
  cite?: true
  /** Not a record that one looks for: it comes with another (a file, the trace of an import). */
  accessoire?: true
  /** Under what name a screen shows it, when that is not its identifier. */
  repere?: (ligne: Ligne) => string
  /** The application ships this record: its row is born with its first change, and goes when it is as shipped again. */
  livree?: (ligne: Ligne) => boolean
  /**
   * The record whose page shows this one: the column holding its id, and its table or the column that names it. Absent
   * when it has a page of its own.
   */
  parent?: Parent
}

type Parent = { colonne: string; table: string } | { colonne: string; tableSelon: string }

const texte = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : '')
const nom = (ligne: Ligne): string => texte(ligne['nom'])

/** The name of the record that a column designates; empty when there is none. */
const designe =
  (table: string, colonne: string) =>
  (ligne: Ligne, lire: Lire): string => {
    const id = texte(ligne[colonne])
    const cible = id === '' ? null : lire(table, id)
    return cible === null ? '' : (genresDeFiche[table]?.libelle(cible, lire) ?? '')
  }

/** The name of a record designated by its table's word, in `sujet`, and by the identifier that a column holds. */
const ficheDuSujet =
  (colonne: string) =>
  (ligne: Ligne, lire: Lire): string =>
    designe(texte(ligne['sujet']), colonne)(ligne, lire)

/** Name of a model of letter by its code, by which letters, circuits and Word documents keep it. */
export const nomDuModele = (code: string, lire: Lire): string =>
  texte(lire('modeleLettre', code)?.['libelle']) || ((nomsLivres as Readonly<Record<string, string>>)[code] ?? code)

const modeleDe = (ligne: Ligne, lire: Lire): string => nomDuModele(texte(ligne['modele']), lire)

const departementDe = ({ departement }: Ligne): string =>
  texte(departement) === '' ? '' : libelleDepartement(texte(departement))

const parts = (...values: string[]): string => values.filter((value) => value !== '').join(', ')

const avenantDe = (numero: unknown): string =>
  typeof numero === 'number' && numero > 0 ? `avenant n° ${String(numero)}` : ''

const ligneDeLettre = (
  un: string,
  plusieurs: string,
  du: string,
  libelle: GenreDeFiche['libelle'],
  feminin = false,
): GenreDeFiche => ({
  un,
  plusieurs,
  du,
  feminin,
  libelle,
  parent: { table: 'lettreDeMission', colonne: 'lettreId' },
})

/** Every table of the register (a test says so), in the user's words. */
export const genresDeFiche: Readonly<Record<string, GenreDeFiche>> = {
  academie: { un: 'académie', plusieurs: 'académies', du: 'de l’académie', feminin: true, libelle: nom },
  affectation: {
    un: 'affectation',
    plusieurs: 'affectations',
    du: 'de l’affectation',
    feminin: true,
    libelle: (ligne, lire) => parts(designe('agent', 'agentId')(ligne, lire), texte(ligne['anneeId'])),
    parent: { table: 'agent', colonne: 'agentId' },
  },
  affectationReseau: {
    un: 'réseau rattaché',
    plusieurs: 'réseaux rattachés',
    du: 'du réseau rattaché',
    feminin: false,
    libelle: designe('reseau', 'reseauId'),
    parent: { table: 'affectation', colonne: 'affectationId' },
  },
  agent: {
    un: 'agent',
    plusieurs: 'agents',
    du: 'de l’agent',
    feminin: false,
    libelle: (ligne) => nomAffiche({ nom: nom(ligne), prenom: texte(ligne['prenom']) }),
  },
  agentSansLettre: {
    un: 'agent sans lettre',
    plusieurs: 'agents sans lettre',
    du: 'de l’agent sans lettre',
    feminin: false,
    libelle: (ligne, lire) => parts(designe('agent', 'agentId')(ligne, lire), texte(ligne['anneeId'])),
    parent: { table: 'agent', colonne: 'agentId' },
  },
  anneeScolaire: {
    un: 'année scolaire',
    plusieurs: 'années scolaires',
    du: 'de l’année scolaire',
    feminin: true,
    libelle: ({ id }) => texte(id),
  },
  adresseSignataire: {
    un: 'adresse de signataire',
    plusieurs: 'adresses de signataires',
    du: 'de l’adresse de signataire',
    feminin: true,
    libelle: (ligne, lire) => parts(designe('vocabulaire', 'signataireId')(ligne, lire), departementDe(ligne)),
    parent: { table: 'vocabulaire', colonne: 'signataireId' },
  },
  bilanArrete: {
    un: 'bilan arrêté',
    plusieurs: 'bilans arrêtés',
    du: 'du bilan arrêté',
    feminin: false,
    libelle: ({ anneeId }) => texte(anneeId),
  },
  circuit: {
    un: 'circuit de signature',
    plusieurs: 'circuits de signature',
    du: 'du circuit de signature',
    feminin: false,
    libelle: (ligne, lire) => parts(modeleDe(ligne, lire), departementDe(ligne)),
    repere: ({ modele, departement }) => `${texte(modele)} ${texte(departement)}`,
  },
  circuitSignataire: {
    un: 'signataire de circuit',
    plusieurs: 'signataires de circuit',
    du: 'du signataire de circuit',
    feminin: false,
    libelle: designe('vocabulaire', 'signataireId'),
    parent: { table: 'circuit', colonne: 'circuitId' },
  },
  correspondanceImport: {
    un: 'correspondance d’import',
    plusieurs: 'correspondances d’import',
    du: 'de la correspondance d’import',
    feminin: true,
    libelle: ({ nature }) => nommerNature(String(nature)),
    accessoire: true,
  },
  doublonEcarte: {
    un: 'doublon écarté',
    plusieurs: 'doublons écartés',
    du: 'du doublon écarté',
    feminin: false,
    libelle: (ligne, lire) => parts(ficheDuSujet('premierId')(ligne, lire), ficheDuSujet('secondId')(ligne, lire)),
  },
  etablissement: {
    un: 'établissement',
    plusieurs: 'établissements',
    du: 'de l’établissement',
    feminin: false,
    libelle: (ligne) => parts(nom(ligne), texte(ligne['uai'])),
  },
  fichier: {
    un: 'fichier joint',
    plusieurs: 'fichiers joints',
    du: 'du fichier',
    feminin: false,
    libelle: nom,
    accessoire: true,
  },
  importFait: {
    un: 'import',
    plusieurs: 'imports',
    du: 'de l’import',
    feminin: false,
    libelle: ({ nomFichier }) => texte(nomFichier),
    accessoire: true,
  },
  jalon: {
    un: 'jalon',
    plusieurs: 'jalons',
    du: 'du jalon',
    feminin: false,
    libelle: ({ libelle }) => texte(libelle),
    cite: true,
  },
  lettreDeMission: {
    un: 'lettre de mission',
    plusieurs: 'lettres de mission',
    du: 'de la lettre de mission',
    feminin: true,
    libelle: (ligne, lire) =>
      parts(designe('agent', 'agentId')(ligne, lire), texte(ligne['anneeId']), avenantDe(ligne['numeroAvenant'])),
  },
  lettreDomaine: ligneDeLettre('domaine', 'domaines', 'du domaine', designe('vocabulaire', 'domaineId')),
  lettreEtablissement: ligneDeLettre(
    'établissement d’intervention',
    'établissements d’intervention',
    'de l’établissement d’intervention',
    designe('etablissement', 'etablissementId'),
  ),
  lettreEvenement: ligneDeLettre(
    'étape',
    'étapes',
    'de l’étape',
    (ligne) => parts(libelleEtape(texte(ligne['etape'])), texte(ligne['qui'])),
    true,
  ),
  lettreFigee: ligneDeLettre('texte figé', 'textes figés', 'du texte figé', designe('lettreDeMission', 'lettreId')),
  lettreFse: ligneDeLettre('part FSE', 'parts FSE', 'de la part FSE', designe('operationFse', 'operationId'), true),
  lettreObjectif: {
    ...ligneDeLettre('objectif', 'objectifs', 'de l’objectif', ({ libelle }) => texte(libelle)),
    cite: true,
  },
  lettreRapport: ligneDeLettre(
    'rapport d’activité',
    'rapports d’activité',
    'du rapport d’activité',
    designe('lettreDeMission', 'lettreId'),
  ),
  lettreReseau: ligneDeLettre('réseau cité', 'réseaux cités', 'du réseau cité', designe('reseau', 'reseauId')),
  lettreSignataire: ligneDeLettre('signataire', 'signataires', 'du signataire', (ligne) =>
    parts(texte(ligne['qualite']), nom(ligne)),
  ),
  lettreVisa: ligneDeLettre('visa', 'visas', 'du visa', designe('vocabulaire', 'visaId')),
  ligneFse: {
    un: 'ligne du plan de financement',
    plusieurs: 'lignes du plan de financement',
    du: 'de la ligne',
    feminin: true,
    libelle: (ligne) => parts(texte(ligne['poste']), texte(ligne['libelle'])),
    parent: { table: 'operationFse', colonne: 'operationId' },
  },
  modeleLettre: {
    un: 'modèle de lettre',
    plusieurs: 'modèles de lettre',
    du: 'du modèle de lettre',
    feminin: false,
    libelle: ({ libelle }) => texte(libelle),
    cite: true,
    repere: ({ code }) => texte(code),
    livree: ({ code }) => (codesLivres as readonly unknown[]).includes(code),
  },
  modeleWord: {
    un: 'modèle Word',
    plusieurs: 'modèles Word',
    du: 'du modèle Word',
    feminin: false,
    libelle: modeleDe,
    cite: true,
    repere: ({ modele }) => texte(modele),
  },
  operationFse: {
    un: 'opération FSE',
    plusieurs: 'opérations FSE',
    du: 'de l’opération FSE',
    feminin: true,
    libelle: ({ intitule }) => texte(intitule),
    cite: true,
  },
  operationFseAgent: {
    un: 'agent de l’annexe financière',
    plusieurs: 'agents de l’annexe financière',
    du: 'de l’agent de l’annexe financière',
    feminin: false,
    libelle: designe('agent', 'agentId'),
    parent: { table: 'operationFse', colonne: 'operationId' },
  },
  prochaineAction: {
    un: 'prochaine action',
    plusieurs: 'prochaines actions',
    du: 'de la prochaine action',
    feminin: true,
    libelle: (ligne, lire) => {
      const fiche = ficheDuSujet('sujetId')(ligne, lire)
      return fiche === '' ? texte(ligne['quoi']) : `${texte(ligne['quoi'])} (${fiche})`
    },
    parent: { colonne: 'sujetId', tableSelon: 'sujet' },
  },
  reseau: { un: 'réseau', plusieurs: 'réseaux', du: 'du réseau', feminin: false, libelle: nom },
  reseauMembre: {
    un: 'membre de réseau',
    plusieurs: 'membres de réseau',
    du: 'du membre',
    feminin: false,
    libelle: (ligne, lire) => {
      const reseau = designe('reseau', 'reseauId')(ligne, lire)
      const membre = designe('etablissement', 'etablissementId')(ligne, lire)
      return reseau === '' ? membre : `${membre} (réseau ${reseau})`
    },
    parent: { table: 'reseau', colonne: 'reseauId' },
  },
  texteCourriel: {
    un: 'texte de courriel',
    plusieurs: 'textes de courriel',
    du: 'du texte de courriel',
    feminin: false,
    libelle: ({ genre }) => libellesGenreCourriel[genre as GenreCourriel],
    cite: true,
    repere: ({ genre }) => texte(genre),
    livree: () => true,
  },
  vocabulaire: {
    un: 'terme',
    plusieurs: 'termes',
    du: 'du terme',
    feminin: false,
    libelle: ({ libelle }) => texte(libelle),
    cite: true,
  },
  vue: {
    un: 'vue enregistrée',
    plusieurs: 'vues enregistrées',
    du: 'de la vue',
    feminin: true,
    libelle: nom,
    cite: true,
  },
}
