import { etatsLettre, type EtatLettre } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { usages } from '../../../shared/domain/lettre-de-mission/controle'
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
import { predicat } from '../../../shared/liste/retenir'
import { libelleDepartement } from '../../../shared/departements'
import { EtatDeLettre } from '../../etat-lettre'
import { prochaineViews } from '../../liste/prochaine-views'
import { columnsOf, firstShown } from '../../liste/columns'
import type { RemoteChip } from '../../liste/chips'
import type { Comptes } from '../../liste/use-resume'
import { heuresCourtes } from '../../ui/format'
import { champDe } from '../../ui/table/column'
import { Attente, Controle, Rapport } from './libelles'

const champ = champDe('lettreDeMission')

export const lettreColumns = columnsOf<LettreListee>(listeLettres, {
  ...prochaineViews,
  prochaineAction: { ...prochaineViews.prochaineAction, extensible: 3 },
  agent: { largeur: 196, principale: true, extensible: 2 },
  texte: { rendu: texteDe, largeur: 104 },
  role: { largeur: 168, extensible: 1, cellule: champ('roleId') },
  quotite: { largeur: 65 },
  heures: { rendu: ({ heuresDues, uniteHeures }) => heuresCourtes(heuresDues, uniteHeures), largeur: 105 },
  etat: { rendu: ({ etat }) => <EtatDeLettre etat={etat} />, largeur: 132, cellule: champ('etat') },
  controle: { rendu: ({ constats }) => <Controle constats={constats} />, largeur: 105 },
  ecart: { largeur: 88 },
  etablissements: {
    largeur: 60,
    aide: 'Établissements d’intervention. Le total compte chacun autant de fois que des lettres le citent.',
  },
  envoyeeLe: { largeur: 98, cellule: champ('envoyeeLe') },
  signeeLe: { largeur: 98, cellule: champ('signeeLe') },
  reference: { largeur: 215, extensible: 0 },
  departement: { largeur: 108, extensible: 0 },
  attendu: { largeur: 190, extensible: 3 },
  attente: { rendu: ({ attenteJours }) => attenteJours !== null && <Attente jours={attenteJours} />, largeur: 135 },
  rapportAttendu: { rendu: ({ rapport }) => rapport && <Rapport rapport={rapport} />, largeur: 185 },
})

/** The same list, looked at for what waits: who must sign, since when, which report is due, what to do next. */
export const suiviColumns = firstShown(lettreColumns, [
  ...['agent', 'texte', 'etat', 'attente', 'attendu', 'departement', 'rapportAttendu'],
  ...['prochaineAction', 'actionPourLe'],
])

/** « Avenant n° 1 », « Lettre, remplacée »: the rows of one agent are told apart. */
function texteDe(lettre: LettreListee): string {
  if (validiteDe(lettre) !== 'remplacee') return lettre.texte
  return `${lettre.texte}, remplacé${lettre.texte.startsWith('Avenant') ? '' : 'e'}`
}

export const tout = (...termes: Condition[]): Filtre => ({ lien: 'et', termes })
const dansLEtat = (garde: (etat: EtatLettre) => boolean): Condition => ({
  colonne: 'etat',
  op: 'parmi',
  valeurs: etatsLettre.filter(garde).map((etat) => libellesEtatLettre[etat]),
})
const vivante: Condition = {
  colonne: 'validite',
  op: 'parmi',
  valeurs: [libellesValidite.actuelle, libellesValidite.enPreparation],
}
export const vivantes: Filtre = tout(vivante)
/** Letters in one state. */
export const etatEst = (etat: EtatLettre): Filtre => tout(dansLEtat((un) => un === etat))

const enRedaction = dansLEtat((etat) => etat === 'brouillon' || etat === 'enConcertation')
const enAttente = dansLEtat(attendSignature)
const signees = dansLEtat((etat) => ['signee', 'remise', 'bilanDemande', 'bilanRecu', 'close'].includes(etat))
const aCorriger: Condition = { colonne: 'controle', op: 'parmi', valeurs: ['À corriger'] }
const actives: Condition = { colonne: 'active', op: 'oui' }

export const lettreChips: readonly RemoteChip[] = [
  { cle: 'aCorriger', titre: 'À corriger', filtre: tout(vivante, aCorriger), tone: 'erreur' },
  { cle: 'brouillons', titre: 'Brouillons', filtre: tout(vivante, enRedaction) },
  { cle: 'enAttente', titre: motEnAttente, filtre: tout(vivante, enAttente), tone: 'attention' },
  { cle: 'signees', titre: 'Signées', filtre: tout(vivante, signees) },
  { cle: 'sansDate', titre: 'Sans date de lettre', filtre: tout(vivante, { colonne: 'etablieLe', op: 'vide' }) },
]

export const signatureEnRetard: Filtre = tout({ colonne: 'attente', op: '>', valeur: usages.delaiSignatureJours })
export const rapportEnRetard: Filtre = tout(
  { colonne: 'rapportRecu', op: 'vide' },
  { colonne: 'rapportAttendu', op: 'periode', periode: 'passe' },
)

/** Letters that a signatory is awaited for, in one département or in all of them. */
export const attenduDe = (qualite: string, departement: string | null): Filtre =>
  tout(
    { colonne: 'attendu', op: 'parmi', valeurs: [qualite] },
    ...(departement === null
      ? []
      : [{ colonne: 'departement', op: 'parmi' as const, valeurs: [departement && libelleDepartement(departement)] }]),
  )

export const suiviChips: readonly RemoteChip[] = [
  { cle: 'enAttente', titre: motEnAttente, filtre: tout(enAttente) },
  { cle: 'signatureEnRetard', titre: 'Signature en retard', filtre: signatureEnRetard, tone: 'attention' },
  { cle: 'rapportEnRetard', titre: 'Rapport en retard', filtre: rapportEnRetard, tone: 'attention' },
]

/** The letters that one filter of the list keeps: a figure counts by the very rule of the list that it opens. */
export function retenir(lettres: readonly LettreListee[], filtre: Filtre, jour: string): readonly LettreListee[] {
  const { colonnes } = listeLettres
  const garde = predicat<LettreListee>(colonnes, filtre, jour, (cle) => {
    const colonne = colonnes.find((une) => une.cle === cle)
    return (lettre) => colonne?.valeur(lettre)
  })
  return lettres.filter(garde)
}

/** What the screen says above the list: the letters of the year, the avenants being prepared, and what each chip counts. */
export const comptesDesLettres: Comptes = {
  actives: tout(actives),
  avenants: tout({ ...vivante, valeurs: [libellesValidite.enPreparation] }),
  ...Object.fromEntries(lettreChips.map(({ cle, filtre }) => [cle, filtre])),
}
