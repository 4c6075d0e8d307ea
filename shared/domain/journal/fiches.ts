import { nomAffiche } from '../../text'
import { type GenreCourriel, libellesGenreCourriel } from '../courriel/courriel'
import { libelleEtape } from '../lettre-de-mission/etats'
import { codesLivres } from '../modele-lettre/modele-lettre'

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

const parts = (...values: string[]): string => values.filter((value) => value !== '').join(', ')

/** A record that is a line of another one. */
const ligneDe =
  (parent: Parent) =>
  (un: string, plusieurs: string, du: string, libelle: GenreDeFiche['libelle'], feminin = false): GenreDeFiche => ({
    ...{ un, plusieurs, du, feminin, libelle, parent },
  })
const ligneDeLettre = ligneDe({ table: 'lettreDeMission', colonne: 'lettreId' })
const ligneDeTerme = ligneDe({ table: 'vocabulaire', colonne: 'signataireId' })
const ligneDeCircuit = ligneDe({ table: 'circuit', colonne: 'circuitId' })

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
    un: 'réseau d’une affectation',
    plusieurs: 'réseaux d’affectation',
    du: 'du réseau d’une affectation',
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
  adresseSignataire: ligneDeTerme(
    'adresse de signataire',
    'adresses de signataires',
    'de l’adresse de signataire',
    (ligne, lire) => parts(designe('vocabulaire', 'signataireId')(ligne, lire), texte(ligne['departement'])),
    true,
  ),
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
    libelle: ({ modele, departement }) => parts(texte(modele), texte(departement)),
  },
  circuitSignataire: ligneDeCircuit(
    'signataire de circuit',
    'signataires de circuit',
    'du signataire de circuit',
    designe('vocabulaire', 'signataireId'),
  ),
  correspondanceImport: {
    un: 'correspondance d’import',
    plusieurs: 'correspondances d’import',
    du: 'de la correspondance d’import',
    feminin: true,
    libelle: ({ nature }) => texte(nature),
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
  fichier: { un: 'fichier joint', plusieurs: 'fichiers joints', du: 'du fichier', feminin: false, libelle: nom },
  importFait: {
    un: 'import',
    plusieurs: 'imports',
    du: 'de l’import',
    feminin: false,
    libelle: ({ nomFichier }) => texte(nomFichier),
  },
  jalon: { un: 'jalon', plusieurs: 'jalons', du: 'du jalon', feminin: false, libelle: ({ libelle }) => texte(libelle) },
  lettreDeMission: {
    un: 'lettre de mission',
    plusieurs: 'lettres de mission',
    du: 'de la lettre de mission',
    feminin: true,
    libelle: (ligne, lire) => parts(designe('agent', 'agentId')(ligne, lire), texte(ligne['anneeId'])),
  },
  lettreDomaine: ligneDeLettre(
    'domaine de lettre',
    'domaines de lettre',
    'du domaine',
    designe('vocabulaire', 'domaineId'),
  ),
  lettreEtablissement: ligneDeLettre(
    'établissement d’intervention',
    'établissements d’intervention',
    'de l’établissement d’intervention',
    designe('etablissement', 'etablissementId'),
  ),
  lettreEvenement: ligneDeLettre(
    'étape de lettre',
    'étapes de lettre',
    'de l’étape',
    (ligne) => parts(libelleEtape(texte(ligne['etape'])), texte(ligne['qui'])),
    true,
  ),
  lettreFigee: ligneDeLettre('texte figé', 'textes figés', 'du texte figé', designe('lettreDeMission', 'lettreId')),
  lettreFse: ligneDeLettre('part FSE', 'parts FSE', 'de la part FSE', designe('operationFse', 'operationId'), true),
  lettreObjectif: ligneDeLettre('objectif', 'objectifs', 'de l’objectif', ({ libelle }) => texte(libelle)),
  lettreRapport: ligneDeLettre(
    'rapport individuel',
    'rapports individuels',
    'du rapport individuel',
    designe('lettreDeMission', 'lettreId'),
  ),
  lettreReseau: ligneDeLettre('réseau de lettre', 'réseaux de lettre', 'du réseau', designe('reseau', 'reseauId')),
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
    livree: ({ code }) => (codesLivres as readonly unknown[]).includes(code),
  },
  modeleWord: {
    un: 'modèle Word',
    plusieurs: 'modèles Word',
    du: 'du modèle Word',
    feminin: false,
    libelle: ({ modele }) => texte(modele),
  },
  operationFse: {
    un: 'opération FSE',
    plusieurs: 'opérations FSE',
    du: 'de l’opération FSE',
    feminin: true,
    libelle: ({ intitule }) => texte(intitule),
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
    libelle: designe('etablissement', 'etablissementId'),
    parent: { table: 'reseau', colonne: 'reseauId' },
  },
  texteCourriel: {
    un: 'texte de courriel',
    plusieurs: 'textes de courriel',
    du: 'du texte de courriel',
    feminin: false,
    libelle: ({ genre }) => libellesGenreCourriel[genre as GenreCourriel],
    livree: () => true,
  },
  vocabulaire: {
    un: 'terme',
    plusieurs: 'termes',
    du: 'du terme',
    feminin: false,
    libelle: ({ libelle }) => texte(libelle),
  },
  vue: { un: 'vue enregistrée', plusieurs: 'vues enregistrées', du: 'de la vue', feminin: true, libelle: nom },
}

/** The record that a row belongs to; null when it has a page of its own, or belongs to nothing any more. */
export function parentDe(table: string, ligne: Ligne | null): { table: string; id: string } | null {
  const parent = genresDeFiche[table]?.parent
  if (!parent || ligne === null) return null
  const id = ligne[parent.colonne]
  const tableParente = 'table' in parent ? parent.table : ligne[parent.tableSelon]
  return typeof id === 'string' && typeof tableParente === 'string' ? { table: tableParente, id } : null
}

/** The tables whose rows may belong to the records of one. */
export const tablesLiees = (table: string): { table: string; colonne: string; tableSelon: string | null }[] =>
  Object.entries(genresDeFiche).flatMap(([enfant, { parent }]) => {
    if (!parent || ('table' in parent && parent.table !== table)) return []
    return [{ table: enfant, colonne: parent.colonne, tableSelon: 'table' in parent ? null : parent.tableSelon }]
  })

/** « agent LE GOFF Maël »; the kind alone when nothing names the record. */
export function nommerFiche(table: string, ligne: Ligne | null, lire: Lire): string {
  const genre = genresDeFiche[table]
  if (!genre) return table
  const libelle = ligne === null ? '' : genre.libelle(ligne, lire)
  return libelle === '' ? genre.un : `${genre.un} ${libelle}`
}
