import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import type { NatureFeuille } from './plan'

/** A field that a column may hold; its label and its synonyms are compared folded, the most exact first. */
export interface Champ {
  readonly champ: string
  readonly libelle: string
  readonly synonymes: readonly string[]
}

const champ = (nom: string, libelle: string, ...synonymes: string[]): Champ => ({ champ: nom, libelle, synonymes })

const identite = [
  champ('nom', 'Nom', 'nom de famille', 'nom d’usage', 'nom usuel', 'patronyme'),
  champ('prenom', 'Prénom', 'prénoms', 'prénom usuel'),
  champ(
    'nomPrenom',
    'Nom et prénom',
    'nom prénom',
    'nom et prénom',
    'prénom nom',
    'prénom et nom',
    'agent',
    'personnel',
    'identité',
  ),
]

const champsAgents: readonly Champ[] = [
  ...identite,
  champ('civilite', 'Civilité', 'civ', 'titre', 'm mme', 'mme m', 'sexe'),
  champ('fonction', 'Fonction', 'rôle', 'mission', 'poste', 'fonctions', 'emploi'),
  champ('statut', 'Statut', 'statut de l’agent', 'type de contrat', 'contrat', 'position'),
  champ('corps', 'Corps / grade', 'corps', 'corps grade', 'corps et grade', 'catégorie'),
  champ('grade', 'Grade', 'classe'),
  champ('discipline', 'Discipline', 'discipline de recrutement', 'matière'),
  champ(
    'quotite',
    'Quotité',
    'temps de travail',
    'quotité de service',
    'quotité travaillée',
    'etp',
    'temps',
    'taux d’emploi',
    'quotité mlds',
  ),
  champ('regime', 'Régime de service', 'régime', 'ors', 'obligation de service', 'service'),
  champ(
    'uai',
    'UAI de rattachement',
    'uai',
    'rne',
    'code uai',
    'code rne',
    'uai rattachement',
    'rne rattachement',
    'n° uai',
    'code établissement',
  ),
  champ(
    'etablissement',
    'Établissement de rattachement',
    'établissement',
    'résidence administrative',
    'résidence',
    'rattachement',
    'affectation',
    'lieu d’exercice',
    'nom établissement',
    'etab',
  ),
  champ('reseau', 'Réseau', 'réseau foquale', 'foquale', 'réseaux', 'nom du réseau'),
  champ(
    'courriel',
    'Mél',
    'courriel',
    'mail',
    'e-mail',
    'email',
    'mel',
    'adresse mél',
    'adresse électronique',
    'messagerie',
    'adresse mail',
    'mél professionnel',
  ),
  champ('telephone', 'Téléphone', 'tél', 'tel', 'portable', 'téléphone professionnel', 'n° de téléphone', 'mobile'),
  champ(
    'contratFin',
    'Fin de contrat',
    'date de fin de contrat',
    'fin contrat',
    'échéance du contrat',
    'échéance',
    'terme du contrat',
  ),
  champ('cplds', 'CPLDS', 'certification', 'certification cplds'),
  champ('debut', 'Début', 'date de début', 'date de début d’affectation', 'à compter du', 'prise de fonction', 'du'),
  champ('fin', 'Fin', 'date de fin', 'date de fin d’affectation', 'jusqu’au', 'au'),
  champ(
    'observations',
    'Observations',
    'observation',
    'remarques',
    'remarque',
    'commentaires',
    'commentaire',
    'notes',
    'divers',
  ),
]

const champsReseaux: readonly Champ[] = [
  champ('code', 'Code', 'code réseau', 'code du réseau', 'identifiant', 'n°', 'numéro'),
  champ('nom', 'Réseau', 'nom', 'nom du réseau', 'libellé', 'intitulé', 'bassin'),
  champ('type', 'Type', 'type de réseau', 'nature'),
  champ(
    'tete',
    'Tête de réseau (UAI)',
    'tête de réseau',
    'établissement tête de réseau',
    'établissement support',
    'tête',
    'support',
    'établissement porteur',
  ),
  champ(
    'animateur',
    'Animateur',
    'chef d’établissement animateur',
    'responsable',
    'pilote',
    'animateur du réseau',
    'chef d’établissement',
  ),
  champ(
    'membres',
    'Établissements membres',
    'membres',
    'établissements',
    'établissements du réseau',
    'liste des établissements',
    'composition',
  ),
  champ('observations', 'Observations', 'observation', 'remarques', 'commentaires'),
]

const champsLettres: readonly Champ[] = [
  ...identite,
  champ('fonction', 'Fonction', 'rôle', 'fonctions'),
  champ(
    'etablissements',
    'Établissements d’intervention',
    'établissements',
    'uai d’intervention',
    'uai',
    'rne',
    'établissement d’intervention',
    'lieux d’intervention',
    'établissements suivis',
  ),
  champ('total', 'Total', 'total heures', 'total des heures', 'heures totales', 'volume total'),
  champ(
    'envoyee',
    'Envoyée le',
    'date d’envoi',
    'envoi',
    'envoyée',
    'envoyé le',
    'transmise le',
    'date de transmission',
  ),
  champ('signee', 'Signée le', 'date de signature', 'signature', 'signée', 'signé le', 'retour signé', 'retour le'),
  champ('fse', 'FSE %', 'fse', 'part fse', '% fse', 'taux fse', 'quotité fse', 'fse+'),
  champ('observations', 'Observations', 'observation', 'remarques', 'commentaires'),
]

const champsFse: readonly Champ[] = [
  champ('poste', 'Poste', 'nature', 'catégorie', 'poste de dépense', 'rubrique', 'type'),
  champ('libelle', 'Libellé', 'intitulé', 'désignation', 'objet', 'détail', 'description'),
  champ('prevu', 'Prévu', 'prévisionnel', 'montant prévu', 'budget', 'conventionné', 'prévu conventionné', 'prévision'),
  champ('realise', 'Réalisé', 'montant réalisé', 'dépensé', 'exécuté', 'réel'),
  champ('reste', 'Reste', 'solde', 'écart', 'reste à réaliser'),
  champ('justificatif', 'Justificatif', 'justificatifs', 'pièce', 'pièces', 'justifié', 'preuve'),
  champ('observations', 'Observations', 'observation', 'remarques', 'commentaires'),
]

/** Columns of a sheet of letters that hold the hours of one domaine or axe, `domaine:PREVENTION`. */
const champsDomaines = (vocabulaires: readonly Vocabulaire[]): Champ[] =>
  vocabulaires
    .filter(({ liste }) => liste === 'domaine' || liste === 'axe')
    .map(({ liste, code, libelle, abrege, synonymes }) => ({
      champ: `${liste}:${code}`,
      libelle: `Heures ${libelle.toLowerCase()}`,
      synonymes: [
        libelle,
        ...(abrege === null ? [] : [abrege]),
        ...synonymes.split(';').map((mot) => mot.trim()),
      ].filter(Boolean),
    }))

/** Fields of a nature of sheet; those of the letters follow the académie's own domaines and axes. */
export function champsDe(nature: NatureFeuille, vocabulaires: readonly Vocabulaire[]): readonly Champ[] {
  if (nature === 'agents') return champsAgents
  if (nature === 'reseaux') return champsReseaux
  return nature === 'fse' ? champsFse : [...champsLettres, ...champsDomaines(vocabulaires)]
}

const estDomaine = (champ: string): boolean => champ.startsWith('domaine:') || champ.startsWith('axe:')

/** What a sheet must at least have to be taken for one of its nature. */
export function suffit(nature: NatureFeuille, champs: ReadonlySet<string>): boolean {
  const a = (...noms: string[]): boolean => noms.some((nom) => champs.has(nom))
  const parmi = (...noms: string[]): number => noms.filter((nom) => champs.has(nom)).length
  const personne = a('nomPrenom') || (a('nom') && a('prenom'))
  if (nature === 'agents')
    return (
      personne && parmi('fonction', 'statut', 'corps', 'quotite', 'uai', 'etablissement', 'courriel', 'telephone') >= 2
    )
  if (nature === 'lettres')
    return (
      personne &&
      (a('envoyee', 'signee') || [...champs].some(estDomaine)) &&
      (a('etablissements') || [...champs].some(estDomaine))
    )
  if (nature === 'reseaux') return a('code', 'nom') && a('membres', 'tete')
  return a('poste', 'libelle') && a('prevu', 'realise')
}
