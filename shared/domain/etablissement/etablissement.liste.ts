import { libelleDepartement } from '../../departements'
import type { ColonneDeListe, Ecriture, Liste } from '../../liste/colonne'
import { estACouvrir } from '../reseau/couverture'
import { perimetreParDefaut } from '../reseau/perimetre'
import { type AvecProchaineAction, colonnesDeProchaineAction } from '../prochaine-action/colonnes'
import type { Etablissement } from './etablissement'
import type { EtablissementDeListe } from './liste'

/** Fields that a row carries besides what the first window showed: columns that one may choose. */
export const champsEnPlus = [
  'nature',
  'adresse',
  'codePostal',
  'telephone',
  'courriel',
  'segpa',
  'ulis',
  'ouvertLe',
  'fermeLe',
] as const satisfies readonly (keyof Etablissement)[]

/** A row of the list. */
export interface LigneEtablissement
  extends EtablissementDeListe, Pick<Etablissement, (typeof champsEnPlus)[number]>, AvecProchaineAction {}

export const libellesSecteur: Record<Etablissement['secteur'], string> = { public: 'Public', prive: 'Privé' }
export const libellesEtatEtablissement: Record<Etablissement['etat'], string> = { ouvert: 'Ouvert', ferme: 'Fermé' }

/** Answers of the rule by kind: it folds texts, and a list may hold 100 000 rows. */
const aCouvrir = new Map<string, boolean>()

/** An open établissement that a FOQUALE network should hold, and that none holds. */
export function sansReseau({
  nombreFoquale,
  secteur,
  type,
  etat,
}: Pick<EtablissementDeListe, 'nombreFoquale' | 'secteur' | 'type' | 'etat'>): boolean {
  if (nombreFoquale > 0) return false
  const cle = `${secteur} ${etat} ${type}`
  const connu = aCouvrir.get(cle) ?? estACouvrir({ secteur, type, etat }, perimetreParDefaut)
  aCouvrir.set(cle, connu)
  return connu
}

/** Written like the record's own form does. */
const ecrit = (champ: keyof Etablissement, options: Pick<Ecriture<LigneEtablissement>, 'vide' | 'choix'> = {}) => ({
  ecriture: { champ, fiche: ({ id }: LigneEtablissement) => ({ table: 'etablissement', id }), ...options },
})

const colonnes: readonly ColonneDeListe<LigneEtablissement>[] = [
  { cle: 'nom', titre: 'Établissement', type: 'texte', valeur: ({ nom }) => nom, ...ecrit('nom') },
  { cle: 'uai', titre: 'UAI', type: 'texte', valeur: ({ uai }) => uai, ...ecrit('uai') },
  { cle: 'type', titre: 'Type', type: 'liste', valeur: ({ type }) => type, groupable: true, ...ecrit('type') },
  {
    cle: 'commune',
    titre: 'Commune',
    type: 'texte',
    valeur: ({ commune }) => commune,
    groupable: true,
    ...ecrit('commune'),
  },
  {
    cle: 'reseaux',
    titre: 'Réseaux',
    type: 'liste',
    valeur: ({ reseaux }) => reseaux,
    separateur: ' · ',
    groupable: true,
  },
  { cle: 'bassin', titre: 'Bassin ou ZAP', type: 'liste', valeur: ({ bassin }) => bassin, groupable: true },
  {
    cle: 'ep',
    titre: 'EP',
    type: 'liste',
    valeur: ({ educationPrioritaire }) => educationPrioritaire,
    groupable: true,
    ...ecrit('educationPrioritaire', { vide: '' }),
  },
  {
    cle: 'secteur',
    titre: 'Secteur',
    type: 'liste',
    valeur: ({ secteur }) => libellesSecteur[secteur],
    groupable: true,
    ...ecrit('secteur', { choix: { Public: 'public', Privé: 'prive' } }),
  },
  {
    cle: 'eleves',
    titre: 'Élèves',
    type: 'nombre',
    valeur: ({ nombreEleves }) => nombreEleves,
    total: 'somme',
    ...ecrit('nombreEleves', { vide: null }),
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'liste',
    valeur: ({ etat }) => libellesEtatEtablissement[etat],
    valeurs: Object.values(libellesEtatEtablissement),
    groupable: true,
  },
  {
    cle: 'departement',
    titre: 'Département',
    type: 'liste',
    valeur: ({ departement }) => libelleDepartement(departement),
    groupable: true,
    masquee: true,
  },
  {
    cle: 'nature',
    titre: 'Nature',
    type: 'liste',
    valeur: ({ nature }) => nature,
    masquee: true,
    ...ecrit('nature', { vide: '' }),
  },
  {
    cle: 'adresse',
    titre: 'Adresse',
    type: 'texte',
    valeur: ({ adresse }) => adresse,
    masquee: true,
    ...ecrit('adresse', { vide: '' }),
  },
  {
    cle: 'codePostal',
    titre: 'Code postal',
    type: 'texte',
    valeur: ({ codePostal }) => codePostal,
    masquee: true,
    ...ecrit('codePostal', { vide: '' }),
  },
  {
    cle: 'telephone',
    titre: 'Téléphone',
    type: 'texte',
    valeur: ({ telephone }) => telephone,
    masquee: true,
    ...ecrit('telephone', { vide: '' }),
  },
  {
    cle: 'courriel',
    titre: 'Courriel',
    type: 'texte',
    valeur: ({ courriel }) => courriel,
    masquee: true,
    ...ecrit('courriel', { vide: '' }),
  },
  {
    cle: 'segpa',
    titre: 'SEGPA',
    type: 'booleen',
    valeur: ({ segpa }) => segpa === 1,
    masquee: true,
    ...ecrit('segpa'),
  },
  { cle: 'ulis', titre: 'ULIS', type: 'booleen', valeur: ({ ulis }) => ulis === 1, masquee: true, ...ecrit('ulis') },
  {
    cle: 'ouvertLe',
    titre: 'Ouvert le',
    type: 'jour',
    valeur: ({ ouvertLe }) => ouvertLe,
    masquee: true,
    ...ecrit('ouvertLe', { vide: null }),
  },
  { cle: 'fermeLe', titre: 'Fermé le', type: 'jour', valeur: ({ fermeLe }) => fermeLe, masquee: true },
  { cle: 'sansReseau', titre: 'Sans réseau FOQUALE', type: 'booleen', valeur: sansReseau, masquee: true },
  {
    cle: 'nombreFoquale',
    titre: 'Réseaux FOQUALE',
    type: 'nombre',
    valeur: ({ nombreFoquale }) => nombreFoquale,
    masquee: true,
  },
  ...colonnesDeProchaineAction<LigneEtablissement>('etablissement'),
]

/** The établissements of the register, in French order of names. */
export const listeEtablissements: Liste<LigneEtablissement, 'etablissements'> = {
  cle: 'etablissements',
  table: 'etablissement',
  titre: 'Établissements',
  noun: { un: 'établissement', plusieurs: 'établissements' },
  colonnes,
}
