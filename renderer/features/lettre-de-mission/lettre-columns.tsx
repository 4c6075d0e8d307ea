import { etatsLettre, type EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { attendSignature, libellesEtatLettre, motEnAttente } from '../../../shared/domain/lettre-de-mission/etats'
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
  role: { largeur: 160, extensible: 1, cellule: champ('roleId') },
  quotite: { largeur: 65 },
  heures: { rendu: ({ heuresDues, uniteHeures }) => heuresCourtes(heuresDues, uniteHeures), largeur: 105 },
  etat: { rendu: ({ etat }) => <Etat etat={etat} />, largeur: 132, cellule: champ('etat') },
  controle: { rendu: ({ constats }) => <Controle constats={constats} />, largeur: 105 },
  ecart: { largeur: 72 },
  etablissements: { largeur: 60 },
  envoyeeLe: { largeur: 98, cellule: champ('envoyeeLe') },
  signeeLe: { largeur: 98, cellule: champ('signeeLe') },
  reference: { largeur: 215, extensible: 0 },
})

const tout = (...termes: Condition[]): Filtre => ({ lien: 'et', termes })
const dansLEtat = (garde: (etat: EtatLettre) => boolean): Condition => ({
  colonne: 'etat',
  op: 'parmi',
  valeurs: etatsLettre.filter(garde).map((etat) => libellesEtatLettre[etat]),
})
const enRedaction = dansLEtat((etat) => etat === 'brouillon' || etat === 'enConcertation')
const enAttente = dansLEtat(attendSignature)
const signees = dansLEtat((etat) => ['signee', 'remise', 'bilanDemande', 'bilanRecu', 'close'].includes(etat))
const aCorriger: Condition = { colonne: 'controle', op: 'parmi', valeurs: ['À corriger'] }
const actives: Condition = { colonne: 'active', op: 'oui' }

export const lettreChips: readonly RemoteChip[] = [
  { cle: 'aCorriger', titre: 'À corriger', filtre: tout(aCorriger), tone: 'erreur' },
  { cle: 'brouillons', titre: 'Brouillons', filtre: tout(enRedaction) },
  { cle: 'enAttente', titre: motEnAttente, filtre: tout(enAttente), tone: 'attention' },
  { cle: 'signees', titre: 'Signées', filtre: tout(signees) },
  { cle: 'sansDate', titre: 'Sans date', filtre: tout(actives, { colonne: 'etablieLe', op: 'vide' }) },
]

/** What the screen says of the letters in force. */
export const comptesDesLettres: Comptes = {
  actives: tout(actives),
  brouillons: tout(actives, enRedaction),
  enAttente: tout(actives, enAttente),
  signees: tout(actives, signees),
  aCorriger: tout(actives, aCorriger),
}
