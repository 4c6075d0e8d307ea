import { estBloque } from '../../../shared/constat'
import { libellesEtatLettre } from '../../../shared/domain/lettre-de-mission/etats'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { champDe, type Column } from '../../ui/table/column'
import { Controle, Etat, heuresCourtes } from './libelles'

const champ = champDe('lettreDeMission')

export const lettreColumns: readonly Column<LettreListee>[] = [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 170, principale: true, extensible: 2 },
  { cle: 'role', titre: 'Rôle', valeur: ({ roleAbrege }) => roleAbrege, largeur: 155, cellule: champ('roleId') },
  {
    cle: 'quotite',
    titre: 'Quotité',
    type: 'pourcentage',
    valeur: ({ quotite }) => quotite,
    largeur: 75,
    cellule: champ('quotite'),
  },
  {
    cle: 'heures',
    titre: 'Heures dues',
    type: 'heures',
    valeur: ({ heuresDues }) => heuresDues,
    rendu: ({ heuresDues, uniteHeures }) => heuresCourtes(heuresDues, uniteHeures),
    largeur: 105,
    cellule: champ('heuresDues'),
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ etat }) => libellesEtatLettre[etat],
    rendu: ({ etat }) => <Etat etat={etat} />,
    largeur: 145,
    cellule: champ('etat'),
  },
  {
    cle: 'controle',
    titre: 'Contrôle',
    type: 'etat',
    valeur: ({ constats }) => constats.filter(({ gravite }) => gravite !== 'information').length,
    rendu: ({ constats }) => <Controle constats={constats} />,
    largeur: 115,
  },
  { cle: 'ecart', titre: 'Écart', type: 'heures', valeur: ({ ecart }) => ecart, largeur: 80 },
  {
    cle: 'etablissements',
    titre: 'Établ.',
    type: 'nombre',
    valeur: ({ nombreEtablissements }) => nombreEtablissements,
    largeur: 65,
  },
  {
    cle: 'envoyeeLe',
    titre: 'Envoyée le',
    type: 'jour',
    valeur: ({ envoyeeLe }) => envoyeeLe,
    largeur: 100,
    cellule: champ('envoyeeLe'),
  },
  {
    cle: 'signeeLe',
    titre: 'Signée le',
    type: 'jour',
    valeur: ({ signeeLe }) => signeeLe,
    largeur: 100,
    cellule: champ('signeeLe'),
  },
  {
    cle: 'reference',
    titre: 'Référence',
    valeur: ({ reference }) => reference,
    largeur: 190,
    extensible: 0,
    cellule: champ('reference'),
  },
]

const dansLEtat =
  (...etats: LettreListee['etat'][]) =>
  ({ etat }: LettreListee): boolean =>
    etats.includes(etat)

export const lettreChips = [
  {
    cle: 'aCorriger',
    titre: 'À corriger',
    garde: ({ constats }: LettreListee) => estBloque(constats),
    tone: 'erreur' as const,
  },
  { cle: 'brouillons', titre: 'Brouillons', garde: dansLEtat('brouillon', 'enConcertation') },
  {
    cle: 'aLaSignature',
    titre: 'À la signature',
    garde: dansLEtat('aLaSignature', 'signeeEnPartie'),
    tone: 'attention' as const,
  },
  { cle: 'signees', titre: 'Signées', garde: dansLEtat('signee', 'remise', 'bilanDemande', 'bilanRecu', 'close') },
  {
    cle: 'sansDate',
    titre: 'Sans date',
    garde: ({ etablieLe, active }: LettreListee) => active === 1 && etablieLe === null,
  },
]
