/** The native menus, in their order; `aller` also holds the screens of the navigation. */
export const menus = {
  fichier: 'Fichier',
  edition: 'Édition',
  affichage: 'Affichage',
  aller: 'Aller',
  outils: 'Outils',
  aide: 'Aide',
} as const
export type MenuNatif = keyof typeof menus

export interface Commande {
  /** A verb, or the name of what is shown. */
  libelle: string
  menu: MenuNatif
  /** As Electron writes them (`Ctrl+Shift+K`): shown in the menus and listed, read by the window's own handler. */
  touches?: string
  /** Other keys for the same command. */
  autres?: readonly string[]
  /** Words under which it is also looked for. */
  motsCles?: string
  /** Works while no register is open. */
  sansRegistre?: true
  /** The screen that it shows, for those of `aller`. */
  adresse?: string
  /** Its key has its own handler, which knows whether a field wants it: a menu presses the key. */
  parLaTouche?: true
  /** Begins a new group in its menu. */
  separe?: true
  /** Leads to writing: refused, with the reason, while the past is looked at. */
  ecrit?: true
}

/**
 * Every command of the application, declared once: the native menus, the window's keyboard, Ctrl+K, the list of shortcuts
 * and the help all read this table.
 */
export const commandes = {
  nouvelAgent: {
    libelle: 'Nouvel agent…',
    menu: 'fichier',
    ecrit: true,
    touches: 'Ctrl+Shift+N',
    motsCles: 'créer ajouter personne',
  },
  nouvelEtablissement: {
    libelle: 'Nouvel établissement…',
    menu: 'fichier',
    ecrit: true,
    motsCles: 'créer ajouter uai',
  },
  nouveauReseau: { libelle: 'Nouveau réseau…', menu: 'fichier', ecrit: true, motsCles: 'créer ajouter foquale psad' },
  nouvelleOperation: {
    libelle: 'Nouvelle opération FSE…',
    menu: 'fichier',
    ecrit: true,
    motsCles: 'créer ajouter convention',
  },
  importerClasseur: {
    libelle: 'Importer un classeur…',
    menu: 'fichier',
    ecrit: true,
    touches: 'Ctrl+I',
    motsCles: 'excel xlsx reprendre',
    separe: true,
  },
  importerAnnuaire: {
    libelle: 'Importer l’annuaire…',
    menu: 'fichier',
    ecrit: true,
    motsCles: 'csv établissements mise à jour',
  },
  exporterBilan: { libelle: 'Exporter le bilan en Excel…', menu: 'fichier', motsCles: 'xlsx statistiques enquête' },
  exporterLettres: {
    libelle: 'Exporter les lettres en PDF…',
    menu: 'fichier',
    motsCles: 'imprimer lettres de mission',
  },
  ouvrirRegistre: {
    libelle: 'Ouvrir un registre…',
    menu: 'fichier',
    touches: 'Ctrl+O',
    motsCles: 'fichier mlds',
    sansRegistre: true,
    separe: true,
  },
  fermerRegistre: { libelle: 'Fermer le registre', menu: 'fichier', motsCles: 'quitter accueil démonstration nouveau' },

  annuler: { libelle: 'Annuler', menu: 'edition', touches: 'Ctrl+Z', motsCles: 'défaire revenir', parLaTouche: true },
  retablir: { libelle: 'Rétablir', menu: 'edition', touches: 'Ctrl+Y', motsCles: 'refaire', parLaTouche: true },
  rechercher: {
    libelle: 'Rechercher…',
    menu: 'edition',
    touches: 'Ctrl+K',
    motsCles: 'trouver chercher',
    separe: true,
  },

  themeClair: { libelle: 'Thème clair', menu: 'affichage', motsCles: 'couleurs jour apparence', sansRegistre: true },
  themeSombre: { libelle: 'Thème sombre', menu: 'affichage', motsCles: 'couleurs nuit apparence', sansRegistre: true },
  themeSysteme: { libelle: 'Thème du système', menu: 'affichage', motsCles: 'couleurs apparence', sansRegistre: true },
  zoomPlus: {
    libelle: 'Agrandir',
    menu: 'affichage',
    touches: 'Ctrl+Plus',
    autres: ['Ctrl+='],
    motsCles: 'zoom taille texte',
    sansRegistre: true,
    separe: true,
  },
  zoomMoins: {
    libelle: 'Réduire',
    menu: 'affichage',
    touches: 'Ctrl+-',
    motsCles: 'zoom taille texte',
    sansRegistre: true,
  },
  zoomNormal: {
    libelle: 'Taille normale',
    menu: 'affichage',
    touches: 'Ctrl+0',
    motsCles: 'zoom 100 %',
    sansRegistre: true,
  },
  lignes: {
    libelle: 'Lignes compactes ou normales',
    menu: 'affichage',
    motsCles: 'densité hauteur tableau',
    sansRegistre: true,
    separe: true,
  },
  navigation: { libelle: 'Replier ou déplier la navigation', menu: 'affichage', touches: 'Ctrl+B' },

  precedent: { libelle: 'Écran précédent', menu: 'aller', touches: 'Alt+Left', motsCles: 'revenir retour' },
  suivant: { libelle: 'Écran suivant', menu: 'aller', touches: 'Alt+Right' },
  allerAujourdhui: { libelle: 'Aujourd’hui', menu: 'aller', touches: 'Alt+1', adresse: '/aujourdhui', separe: true },
  allerAgents: { libelle: 'Agents', menu: 'aller', touches: 'Alt+2', adresse: '/agents' },
  allerEtablissements: { libelle: 'Établissements', menu: 'aller', touches: 'Alt+3', adresse: '/etablissements' },
  allerReseaux: { libelle: 'Réseaux', menu: 'aller', touches: 'Alt+4', adresse: '/reseaux' },
  allerLettres: { libelle: 'Lettres de mission', menu: 'aller', touches: 'Alt+5', adresse: '/lettres' },
  allerFse: { libelle: 'FSE', menu: 'aller', touches: 'Alt+6', adresse: '/fse' },
  allerImport: { libelle: 'Importer', menu: 'aller', touches: 'Alt+7', motsCles: 'imports faits', adresse: '/import' },
  allerBilan: { libelle: 'Bilans et enquêtes', menu: 'aller', touches: 'Alt+8', adresse: '/bilan' },
  allerParametres: {
    libelle: 'Paramètres',
    menu: 'aller',
    touches: 'Alt+9',
    autres: ['Ctrl+,'],
    motsCles: 'réglages listes années académie vérifier',
    adresse: '/parametres',
  },
  allerCouverture: { libelle: 'Couverture des réseaux', menu: 'aller', adresse: '/reseaux/couverture' },
  allerDoublons: {
    libelle: 'Doublons',
    menu: 'aller',
    motsCles: 'fusionner agents établissements',
    adresse: '/doublons',
  },
  allerCalendrier: { libelle: 'Calendrier de l’année', menu: 'aller', adresse: '/aujourdhui/calendrier' },

  preparerLettres: {
    libelle: 'Préparer les lettres de mission',
    menu: 'outils',
    motsCles: 'campagne rédiger créer manquantes reconduire',
    adresse: '/lettres/campagne',
  },
  journal: {
    libelle: 'Journal et corbeille',
    menu: 'outils',
    touches: 'Ctrl+J',
    motsCles: 'historique étapes supprimé retrouver annuler',
    adresse: '/parametres/journal',
  },
  preferences: {
    libelle: 'Préférences d’affichage',
    menu: 'outils',
    motsCles: 'réglages zoom thème lignes taille',
    adresse: '/parametres?onglet=preferences',
  },

  aide: {
    libelle: 'Aide de cet écran',
    menu: 'aide',
    touches: 'F1',
    motsCles: 'guide mode d’emploi',
    sansRegistre: true,
  },
  sommaire: { libelle: 'Sommaire de l’aide', menu: 'aide', motsCles: 'guide premiers pas', sansRegistre: true },
  glossaire: { libelle: 'Glossaire des sigles', menu: 'aide', motsCles: 'définition acronyme', sansRegistre: true },
  raccourcis: {
    libelle: 'Raccourcis du clavier',
    menu: 'aide',
    touches: '?',
    motsCles: 'touches',
    sansRegistre: true,
    separe: true,
  },
  visite: { libelle: 'Visite de deux minutes', menu: 'aide', motsCles: 'découvrir tour démonstration', separe: true },
} as const satisfies Record<string, Commande>

export type NomCommande = keyof typeof commandes
export const nomsCommandes = Object.keys(commandes) as NomCommande[]

/** The command of that name, with every optional property readable. */
export const commande = (nom: NomCommande): Commande => commandes[nom]

const libellesTouches: Readonly<Record<string, string>> = {
  Plus: '+',
  '-': '−',
  Left: '←',
  Right: '→',
  Shift: 'Maj',
  Enter: 'Entrée',
  Escape: 'Échap',
  Space: 'Espace',
}

/** Keys as people read them: « Ctrl + Maj + K », « Alt + ← ». */
export const afficherTouches = (touches: string): string =>
  touches
    .split('+')
    .map((touche) => libellesTouches[touche] ?? touche)
    .join(' + ')
