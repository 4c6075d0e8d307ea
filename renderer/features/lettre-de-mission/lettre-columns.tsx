import { etatsLettre, type EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import {
  attendSignature,
  libellesEtatLettre,
  libellesValidite,
  motEnAttente,
  validiteDe,
} from '../../../shared/domain/lettre-de-mission/etats'
import type { LettreListee } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { listeLettres } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.liste'

import type { Condition, Filtre } from '../../../shared/liste/filtre'
import { prochaineViews } from '../../liste/prochaine-views'
import { columnsOf } from '../../liste/columns'
import type { RemoteChip } from '../../liste/chips'
import type { Comptes } from '../../liste/use-resume'
import { champDe } from '../../ui/table/column'
import { Controle, Etat, heuresCourtes } from './libelles'

const champ = champDe('lettreDeMission')

export const lettreColumns = columnsOf<LettreListee>(listeLettres, {
  ...prochaineViews,
  agent: { largeur: 170, principale: true, extensible: 2 },
  texte: { rendu: texteDe, largeur: 104 },
  role: { largeur: 160, extensible: 1, cellule: champ('roleId') },
  quotite: { largeur: 65 },
  heures: { rendu: ({ heuresDues, uniteHeures }) => heuresCourtes(heuresDues, uniteHeures), largeur: 105 },
  etat: { rendu: ({ etat }) => <Etat etat={etat} />, largeur: 132, cellule: champ('etat') },
  controle: { rendu: ({ constats }) => <Controle constats={constats} />, largeur: 105 },
  ecart: { largeur: 88 },
  etablissements: { largeur: 60 },
  envoyeeLe: { largeur: 98, cellule: champ('envoyeeLe') },
  signeeLe: { largeur: 98, cellule: champ('signeeLe') },
  reference: { largeur: 215, extensible: 0 },
})

/** « Avenant n° 1 », « Lettre, remplacée »: the rows of one agent are told apart. */
function texteDe(lettre: LettreListee): string {
  if (validiteDe(lettre) !== 'remplacee') return lettre.texte
  return `${lettre.texte}, remplacé${lettre.texte.startsWith('Avenant') ? '' : 'e'}`
}

const tout = (...termes: Condition[]): Filtre => ({ lien: 'et', termes })
const dansLEtat = (garde: (etat: EtatLettre) => boolean): Condition => ({
  colonne: 'etat',
  op: 'parmi',
  valeurs: etatsLettre.filter(garde).map((etat) => libellesEtatLettre[etat]),
})
const vivantes: Condition = {
  colonne: 'validite',
  op: 'parmi',
  valeurs: [libellesValidite.actuelle, libellesValidite.enPreparation],
}
const enRedaction = dansLEtat((etat) => etat === 'brouillon' || etat === 'enConcertation')
const enAttente = dansLEtat(attendSignature)
const signees = dansLEtat((etat) => ['signee', 'remise', 'bilanDemande', 'bilanRecu', 'close'].includes(etat))
const aCorriger: Condition = { colonne: 'controle', op: 'parmi', valeurs: ['À corriger'] }
const actives: Condition = { colonne: 'active', op: 'oui' }

export const lettreChips: readonly RemoteChip[] = [
  { cle: 'aCorriger', titre: 'À corriger', filtre: tout(vivantes, aCorriger), tone: 'erreur' },
  { cle: 'brouillons', titre: 'Brouillons', filtre: tout(vivantes, enRedaction) },
  { cle: 'enAttente', titre: motEnAttente, filtre: tout(vivantes, enAttente), tone: 'attention' },
  { cle: 'signees', titre: 'Signées', filtre: tout(vivantes, signees) },
  { cle: 'sansDate', titre: 'Sans date de lettre', filtre: tout(vivantes, { colonne: 'etablieLe', op: 'vide' }) },
]

/** What the screen says above the list: the letters of the year, the avenants being prepared, and what each chip counts. */
export const comptesDesLettres: Comptes = {
  actives: tout(actives),
  avenants: tout({ ...vivantes, valeurs: [libellesValidite.enPreparation] }),
  ...Object.fromEntries(lettreChips.map(({ cle, filtre }) => [cle, filtre])),
}
