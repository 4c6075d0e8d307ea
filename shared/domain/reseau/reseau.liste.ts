import { libelleDepartement } from '../../departements'
import type { ColonneDeListe, Ecriture, Liste } from '../../liste/colonne'
import { colonnesDeProchaineAction } from '../prochaine-action/colonnes'
import type { Reseau } from './reseau'
import type { ReseauDeListe } from './reseau.contract'

export const noms = (personnes: readonly { agent: string }[]): string => personnes.map(({ agent }) => agent).join(', ')

/** FOQUALE networks are led by a coordonnateur; others may be by somebody outside the MLDS. */
export const sansCoordonnateur = ({ actif, categorie, coordonnateurs }: ReseauDeListe): boolean =>
  actif === 1 && categorie === 'foquale' && coordonnateurs.length === 0

const ecrit = (champ: keyof Reseau, options: Omit<Ecriture<ReseauDeListe>, 'champ' | 'fiche'> = {}) => ({
  ecriture: { champ, fiche: ({ id }: ReseauDeListe) => ({ table: 'reseau', id }), ...options },
})

const colonnes: readonly ColonneDeListe<ReseauDeListe>[] = [
  { cle: 'nom', titre: 'Réseau', type: 'texte', valeur: ({ nom }) => nom, ...ecrit('nom') },
  { cle: 'code', titre: 'Code', type: 'texte', valeur: ({ code }) => code, ...ecrit('code') },
  {
    cle: 'type',
    titre: 'Type',
    type: 'liste',
    valeur: ({ type }) => type,
    groupable: true,
    ...ecrit('typeId', { vocabulaire: 'typeReseau' }),
  },
  {
    cle: 'bassin',
    titre: 'Bassin',
    type: 'liste',
    valeur: ({ bassin }) => bassin,
    groupable: true,
    ...ecrit('bassin', { vide: '' }),
  },
  { cle: 'membres', titre: 'Membres', type: 'nombre', valeur: ({ nombreMembres }) => nombreMembres, total: 'somme' },
  {
    cle: 'coordonnateurs',
    titre: 'Coordonnateurs',
    type: 'liste',
    valeur: ({ coordonnateurs }) => noms(coordonnateurs),
    separateur: ', ',
    groupable: true,
  },
  {
    cle: 'formateurs',
    titre: 'Formateurs',
    type: 'liste',
    valeur: ({ formateurs }) => noms(formateurs),
    separateur: ', ',
    groupable: true,
  },
  {
    cle: 'tete',
    titre: 'Tête de réseau',
    type: 'texte',
    valeur: ({ tete }) => tete && `${tete.nom}, ${tete.commune}`,
    ...ecrit('teteId', { reference: 'etablissement', vide: null }),
  },
  {
    cle: 'animateur',
    titre: 'Animateur',
    type: 'texte',
    valeur: ({ animateur }) => animateur,
    ...ecrit('animateur', { vide: '' }),
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
    cle: 'actif',
    titre: 'Actif',
    type: 'booleen',
    valeur: ({ actif }) => actif === 1,
    masquee: true,
    ...ecrit('actif'),
  },
  {
    cle: 'sansCoordonnateur',
    titre: 'Sans coordonnateur',
    type: 'booleen',
    valeur: sansCoordonnateur,
    masquee: true,
  },
  {
    cle: 'sansMembre',
    titre: 'Sans membre',
    type: 'booleen',
    valeur: ({ actif, nombreMembres }) => actif === 1 && nombreMembres === 0,
    masquee: true,
  },
  ...colonnesDeProchaineAction<ReseauDeListe>('reseau'),
]

/** The networks, with what is known of them in the school year, in French order of names. */
export const listeReseaux: Liste<ReseauDeListe, 'reseaux'> = {
  cle: 'reseaux',
  table: 'reseau',
  titre: 'Réseaux',
  noun: { un: 'réseau', plusieurs: 'réseaux' },
  colonnes,
}
