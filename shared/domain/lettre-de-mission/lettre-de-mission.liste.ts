import { libelleDepartement } from '../../departements'
import type { ColonneDeListe, Ecriture, Liste } from '../../liste/colonne'
import { compte } from '../../nombres'
import { unitesDHeures } from '../affectation/heures-dues'
import { colonnesDeProchaineAction } from '../prochaine-action/colonnes'
import { estACorriger } from './a-corriger'
import { libellesEtatLettre, libellesValidite, validiteDe } from './etats'
import type { LettreDeMission } from './lettre-de-mission'
import type { LettreListee } from './lettre-de-mission.contract'

const ecrit = (champ: keyof LettreDeMission, options: Omit<Ecriture<LettreListee>, 'champ' | 'fiche'> = {}) => ({
  ecriture: { champ, fiche: ({ id }: LettreListee) => ({ table: 'lettreDeMission', id }), ...options },
})

/** What the findings ask for, in words. */
function controle({ constats }: LettreListee): string {
  if (estACorriger(constats)) return 'À corriger'
  const alertes = constats.filter(({ gravite }) => gravite === 'alerte').length
  return alertes > 0 ? compte(alertes, 'alerte') : 'Cohérente'
}

const colonnes: readonly ColonneDeListe<LettreListee>[] = [
  { cle: 'agent', titre: 'Agent', type: 'texte', valeur: ({ agent }) => agent },
  { cle: 'texte', titre: 'Texte', type: 'liste', valeur: ({ texte }) => texte, groupable: true },
  { cle: 'role', titre: 'Rôle', type: 'liste', valeur: ({ roleAbrege }) => roleAbrege, groupable: true },
  { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite, ...ecrit('quotite') },
  {
    cle: 'heures',
    titre: 'Heures dues',
    type: 'heures',
    valeur: ({ heuresDues }) => heuresDues,
    uniteDe: 'uniteDesHeures',
    ...ecrit('heuresDues'),
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'liste',
    valeur: ({ etat }) => libellesEtatLettre[etat],
    valeurs: Object.values(libellesEtatLettre),
    groupable: true,
  },
  { cle: 'controle', titre: 'Contrôle', type: 'liste', valeur: controle, groupable: true },
  { cle: 'ecart', titre: 'Écart', type: 'heures', valeur: ({ ecart }) => ecart },
  {
    cle: 'etablissements',
    titre: 'Établ.',
    type: 'nombre',
    valeur: ({ nombreEtablissements }) => nombreEtablissements,
    total: 'somme',
  },
  { cle: 'envoyeeLe', titre: 'Envoyée le', type: 'jour', valeur: ({ envoyeeLe }) => envoyeeLe },
  { cle: 'signeeLe', titre: 'Signée le', type: 'jour', valeur: ({ signeeLe }) => signeeLe },
  {
    cle: 'reference',
    titre: 'Référence',
    type: 'texte',
    valeur: ({ reference }) => reference,
    ...ecrit('reference', { vide: '' }),
  },
  {
    cle: 'reseaux',
    titre: 'Réseaux',
    type: 'texte',
    valeur: ({ reseaux }) => reseaux,
    groupable: true,
    masquee: true,
  },
  {
    cle: 'etablieLe',
    titre: 'Date de la lettre',
    type: 'jour',
    valeur: ({ etablieLe }) => etablieLe,
    masquee: true,
    ...ecrit('etablieLe', { vide: null }),
  },
  { cle: 'version', titre: 'Version', type: 'nombre', valeur: ({ version }) => version, masquee: true },
  {
    cle: 'uniteDesHeures',
    titre: 'Unité des heures',
    type: 'liste',
    valeur: ({ uniteHeures }) => unitesDHeures[uniteHeures],
    valeurs: Object.values(unitesDHeures),
    masquee: true,
  },
  {
    cle: 'heuresReparties',
    titre: 'Heures réparties',
    type: 'heures',
    valeur: ({ heuresReparties }) => heuresReparties,
    masquee: true,
  },
  {
    cle: 'departement',
    titre: 'Département',
    type: 'liste',
    valeur: ({ departement }) => departement && libelleDepartement(departement),
    groupable: true,
    masquee: true,
  },
  {
    cle: 'attendu',
    titre: 'Signataire attendu',
    type: 'liste',
    valeur: ({ attendu }) => attendu?.qualite,
    groupable: true,
    masquee: true,
  },
  {
    cle: 'attente',
    titre: 'Jours d’attente',
    type: 'nombre',
    valeur: ({ attenteJours }) => attenteJours,
    masquee: true,
  },
  {
    cle: 'rapportAttendu',
    titre: 'Rapport attendu le',
    type: 'jour',
    valeur: ({ rapport }) => rapport?.attenduLe,
    masquee: true,
  },
  {
    cle: 'rapportRecu',
    titre: 'Rapport reçu le',
    type: 'jour',
    valeur: ({ rapport }) => rapport?.recuLe,
    masquee: true,
  },
  {
    cle: 'validite',
    titre: 'Validité',
    type: 'liste',
    valeur: (lettre) => libellesValidite[validiteDe(lettre)],
    valeurs: Object.values(libellesValidite),
    groupable: true,
    masquee: true,
  },
  { cle: 'active', titre: 'En vigueur', type: 'booleen', valeur: ({ active }) => active === 1, masquee: true },
  ...colonnesDeProchaineAction<LettreListee>('lettreDeMission'),
]

/** The letters of the school year, by French order of names; cancelled and replaced ones included. */
export const listeLettres: Liste<LettreListee, 'lettres'> = {
  cle: 'lettres',
  table: 'lettreDeMission',
  titre: 'Lettres de mission',
  noun: { un: 'lettre', plusieurs: 'lettres' },
  colonnes,
}
