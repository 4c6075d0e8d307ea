import type { ColonneDeListe, Ecriture, Liste } from '../../liste/colonne'
import type { Filtre } from '../../liste/filtre'
import { compte } from '../../nombres'
import { colonnesDeProchaineAction } from '../prochaine-action/colonnes'
import type { etatsOperation, OperationFse } from './fse'
import type { OperationFseResumee } from './fse.contract'
import { etatsEnRealisation, preavisFinFseJours } from './suivi'

export const libellesEtatOperation: Record<(typeof etatsOperation)[number], string> = {
  projet: 'Projet',
  deposee: 'Demande déposée',
  enInstruction: 'En instruction',
  conventionnee: 'Conventionnée',
  enCours: 'En cours',
  terminee: 'Réalisation terminée',
  soldee: 'Soldée',
  abandonnee: 'Abandonnée',
}

const ecrit = (champ: keyof OperationFse, options: Omit<Ecriture<OperationFseResumee>, 'champ' | 'fiche'> = {}) => ({
  ecriture: { champ, fiche: ({ id }: OperationFseResumee) => ({ table: 'operationFse', id }), ...options },
})

const choixEtat = Object.fromEntries(Object.entries(libellesEtatOperation).map(([etat, libelle]) => [libelle, etat]))

const colonnes: readonly ColonneDeListe<OperationFseResumee>[] = [
  { cle: 'numero', titre: 'Numéro', type: 'texte', valeur: ({ numero }) => numero, ...ecrit('numero') },
  { cle: 'intitule', titre: 'Opération', type: 'texte', valeur: ({ intitule }) => intitule, ...ecrit('intitule') },
  {
    cle: 'etat',
    titre: 'État',
    type: 'liste',
    valeur: ({ etat }) => libellesEtatOperation[etat],
    groupable: true,
    ...ecrit('etat', { choix: choixEtat }),
  },
  { cle: 'debutLe', titre: 'Début', type: 'jour', valeur: ({ debutLe }) => debutLe, ...ecrit('debutLe') },
  { cle: 'finLe', titre: 'Fin', type: 'jour', valeur: ({ finLe }) => finLe, ...ecrit('finLe') },
  { cle: 'taux', titre: 'Taux', type: 'pourcentage', valeur: ({ taux }) => taux, ...ecrit('taux') },
  { cle: 'prevu', titre: 'Coût prévu', type: 'montant', valeur: (ligne) => ligne.depensesPrevuesCents, total: 'somme' },
  {
    cle: 'realise',
    titre: 'Coût réalisé',
    type: 'montant',
    valeur: (ligne) => ligne.depensesRealiseesCents,
    total: 'somme',
  },
  { cle: 'lettres', titre: 'Lettres', type: 'nombre', valeur: ({ nombreLettres }) => nombreLettres },
  {
    cle: 'constats',
    titre: 'Contrôle',
    type: 'liste',
    valeur: ({ nombreConstats }) => (nombreConstats === 0 ? 'Cohérent' : compte(nombreConstats, 'constat')),
    groupable: true,
  },
  {
    cle: 'programme',
    titre: 'Programme',
    type: 'texte',
    valeur: ({ programme }) => programme,
    masquee: true,
    groupable: true,
    ...ecrit('programme', { vide: '' }),
  },
  {
    cle: 'porteur',
    titre: 'Porteur',
    type: 'texte',
    valeur: ({ porteur }) => porteur,
    masquee: true,
    groupable: true,
    ...ecrit('porteur', { vide: '' }),
  },
  {
    cle: 'ressources',
    titre: 'Ressources prévues',
    type: 'montant',
    valeur: (ligne) => ligne.ressourcesPrevuesCents,
    masquee: true,
    total: 'somme',
  },
  {
    cle: 'fsePrevu',
    titre: 'FSE prévu',
    type: 'montant',
    valeur: ({ fsePrevuCents }) => fsePrevuCents,
    masquee: true,
    total: 'somme',
  },
  {
    cle: 'fseRealise',
    titre: 'FSE réalisé',
    type: 'montant',
    valeur: ({ fseRealiseCents }) => fseRealiseCents,
    masquee: true,
    total: 'somme',
  },
  {
    cle: 'justificatifs',
    titre: 'Justificatifs manquants',
    type: 'nombre',
    valeur: ({ justificatifsManquants }) => justificatifsManquants,
    masquee: true,
    total: 'somme',
  },
  {
    cle: 'aRevoir',
    titre: 'À revoir',
    type: 'booleen',
    valeur: ({ nombreConstats }) => nombreConstats > 0,
    masquee: true,
  },
  ...colonnesDeProchaineAction<OperationFseResumee>('operationFse'),
]

/** The same as `finFseAVoir`, as the list is filtered. */
export const filtreFinAVoir: Filtre = {
  lien: 'et',
  termes: [
    { colonne: 'etat', op: 'parmi', valeurs: etatsEnRealisation.map((etat) => libellesEtatOperation[etat]) },
    {
      lien: 'ou',
      termes: [
        { colonne: 'finLe', op: 'periode', periode: 'passe' },
        { colonne: 'finLe', op: 'periode', periode: { dansLes: preavisFinFseJours } },
      ],
    },
  ],
}

/** The FSE operations, the latest first. */
export const listeOperations: Liste<OperationFseResumee, 'operations'> = {
  cle: 'operations',
  table: 'operationFse',
  titre: 'Opérations FSE',
  noun: { un: 'opération', plusieurs: 'opérations' },
  colonnes,
}
