import type { ReseauDeListe } from '../../../shared/domain/reseau/reseau.contract'
import { State } from '../../ui/state'
import { champDe, type Column } from '../../ui/table/column'
import type { Chip } from '../../ui/table/filter'

const noms = (personnes: readonly { agent: string }[]): string => personnes.map(({ agent }) => agent).join(', ')

/** FOQUALE networks are led by a coordonnateur; others may be by somebody outside the MLDS. */
const sansCoordonnateur = ({ actif, categorie, coordonnateurs }: ReseauDeListe): boolean =>
  actif === 1 && categorie === 'foquale' && coordonnateurs.length === 0

const champ = champDe('reseau')

export const reseauColumns: readonly Column<ReseauDeListe>[] = [
  {
    cle: 'nom',
    titre: 'Réseau',
    valeur: ({ nom }) => nom,
    largeur: 200,
    extensible: 2,
    principale: true,
    cellule: champ('nom'),
  },
  { cle: 'code', titre: 'Code', valeur: ({ code }) => code, largeur: 128, extensible: 0, cellule: champ('code') },
  { cle: 'type', titre: 'Type', valeur: ({ type }) => type, largeur: 96, extensible: 0, cellule: champ('typeId') },
  { cle: 'bassin', titre: 'Bassin', valeur: ({ bassin }) => bassin, largeur: 120, cellule: champ('bassin') },
  {
    cle: 'membres',
    titre: 'Membres',
    type: 'nombre',
    valeur: ({ nombreMembres }) => nombreMembres,
    largeur: 92,
    total: 'somme',
  },
  {
    cle: 'coordonnateurs',
    titre: 'Coordonnateurs',
    valeur: ({ coordonnateurs }) => noms(coordonnateurs),
    rendu: (reseau) =>
      sansCoordonnateur(reseau) ? <State tone="attention">Sans coordonnateur</State> : noms(reseau.coordonnateurs),
    largeur: 190,
    extensible: 2,
  },
  { cle: 'formateurs', titre: 'Formateurs', valeur: ({ formateurs }) => noms(formateurs), largeur: 170, extensible: 2 },
  {
    cle: 'tete',
    titre: 'Tête de réseau',
    valeur: ({ tete }) => tete && `${tete.nom}, ${tete.commune}`,
    largeur: 190,
    extensible: 2,
    cellule: champ('teteId'),
  },
  {
    cle: 'animateur',
    titre: 'Animateur',
    valeur: ({ animateur }) => animateur,
    largeur: 150,
    cellule: champ('animateur'),
  },
]

export function reseauChips(reseaux: readonly ReseauDeListe[]): Chip<ReseauDeListe>[] {
  const types = [...new Set(reseaux.map(({ type }) => type))]
  const etats: Chip<ReseauDeListe>[] = [
    {
      cle: 'sansCoordonnateur',
      titre: 'Sans coordonnateur',
      garde: sansCoordonnateur,
      tone: 'attention',
      filtre: { lien: 'et', termes: [{ colonne: 'sansCoordonnateur', op: 'oui' }] },
    },
    {
      cle: 'sansMembre',
      titre: 'Sans membre',
      garde: ({ actif, nombreMembres }) => actif === 1 && nombreMembres === 0,
      tone: 'attention',
    },
    { cle: 'inactifs', titre: 'Inactifs', garde: ({ actif }) => actif === 0 },
  ]
  return [
    ...types.map((type) => ({
      cle: type,
      titre: type,
      garde: (reseau: ReseauDeListe) => reseau.type === type,
      filtre: { lien: 'et' as const, termes: [{ colonne: 'type', op: 'parmi' as const, valeurs: [type] }] },
    })),
    ...etats.filter(({ garde }) => reseaux.some(garde)),
  ]
}
