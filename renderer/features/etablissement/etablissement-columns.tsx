import { nomDepartement } from '../../../shared/departements'
import { libellesSecteur, sansReseau } from '../../../shared/domain/etablissement/etablissement.liste'
import type { EtablissementDeListe } from '../../../shared/domain/etablissement/liste'
import { analyserUai } from '../../../shared/uai'
import { State } from '../../ui/state'
import { champDe, type Column } from '../../ui/table/column'
import type { Chip } from '../../ui/table/filter'
import { choixSecteur } from './champs'

const champ = champDe('etablissement')

const etablissementColumns: readonly Column<EtablissementDeListe>[] = [
  {
    cle: 'nom',
    titre: 'Établissement',
    valeur: ({ nom }) => nom,
    largeur: 240,
    extensible: 3,
    principale: true,
    cellule: champ('nom'),
    edition: { input: { genre: 'texte', longueur: 300 }, obligatoire: true },
  },
  {
    cle: 'uai',
    titre: 'UAI',
    valeur: ({ uai }) => uai,
    largeur: 90,
    extensible: 0,
    cellule: champ('uai'),
    edition: { input: { genre: 'texte', analyser: analyserUai }, obligatoire: true },
  },
  {
    cle: 'type',
    titre: 'Type',
    type: 'liste',
    valeur: ({ type }) => type,
    largeur: 104,
    groupable: true,
    cellule: champ('type'),
    edition: { input: { genre: 'texte', longueur: 300 }, obligatoire: true },
  },
  {
    cle: 'commune',
    titre: 'Commune',
    valeur: ({ commune }) => commune,
    largeur: 130,
    groupable: true,
    cellule: champ('commune'),
    edition: { input: { genre: 'texte', longueur: 300 } },
  },
  {
    cle: 'reseaux',
    titre: 'Réseaux',
    valeur: ({ reseaux }) => reseaux,
    rendu: reseauxOuManque,
    largeur: 140,
    groupable: true,
  },
  { cle: 'bassin', titre: 'Bassin ou ZAP', valeur: ({ bassin }) => bassin, largeur: 110, groupable: true },
  {
    cle: 'ep',
    titre: 'EP',
    valeur: ({ educationPrioritaire }) => educationPrioritaire,
    largeur: 60,
    extensible: 0,
    groupable: true,
    cellule: champ('educationPrioritaire'),
    edition: { input: { genre: 'texte', longueur: 300 } },
  },
  {
    cle: 'secteur',
    titre: 'Secteur',
    valeur: ({ secteur }) => libellesSecteur[secteur],
    largeur: 76,
    extensible: 0,
    groupable: true,
    cellule: champ('secteur'),
    edition: { input: { genre: 'choix', options: choixSecteur }, valeur: ({ secteur }) => secteur, obligatoire: true },
  },
  {
    cle: 'eleves',
    titre: 'Élèves',
    type: 'nombre',
    valeur: ({ nombreEleves }) => nombreEleves,
    largeur: 84,
    total: 'somme',
    cellule: champ('nombreEleves'),
    edition: { input: { genre: 'entier' } },
  },
  {
    cle: 'departement',
    titre: 'Département',
    type: 'liste',
    valeur: ({ departement }) => nomDepartement(departement),
    largeur: 130,
    groupable: true,
    masquee: true,
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ etat }) => (etat === 'ouvert' ? 'Ouvert' : 'Fermé'),
    rendu: ({ etat }) => (etat === 'ouvert' ? 'Ouvert' : <State tone="neutre">Fermé</State>),
    largeur: 88,
    groupable: true,
    cellule: champ('etat'),
  },
]

/** An annuaire without bassins leaves their column out. */
export const colonnesUtiles = (rows: readonly EtablissementDeListe[]): readonly Column<EtablissementDeListe>[] =>
  rows.some(({ bassin }) => bassin !== '') ? etablissementColumns : sansBassin

const sansBassin = etablissementColumns.filter(({ cle }) => cle !== 'bassin')

function reseauxOuManque(etablissement: EtablissementDeListe) {
  return sansReseau(etablissement) && etablissement.nombreReseaux === 0 ? (
    <State tone="attention">Sans réseau</State>
  ) : (
    etablissement.reseaux
  )
}

/** Most numerous first: what the register really holds is what can be filtered. */
function presents(
  etablissements: readonly EtablissementDeListe[],
  valeur: (etablissement: EtablissementDeListe) => string,
): string[] {
  const comptes = new Map<string, number>()
  for (const etablissement of etablissements) {
    const cle = valeur(etablissement)
    comptes.set(cle, (comptes.get(cle) ?? 0) + 1)
  }
  return [...comptes].toSorted(([, a], [, b]) => b - a).map(([cle]) => cle)
}

/** Départements beyond this would fill the bar: the quick filter finds communes. */
const departementsAuPlus = 6
/** Kinds that have their own chip; the others share one. */
const typesSeuls = 2

export function etablissementChips(etablissements: readonly EtablissementDeListe[]): Chip<EtablissementDeListe>[] {
  const types = presents(etablissements, ({ type }) => type).slice(0, typesSeuls)
  const departements = presents(etablissements, ({ departement }) => departement)
  const parDepartement = departements.length > 1 && departements.length <= departementsAuPlus ? departements : []
  const chips: Chip<EtablissementDeListe>[] = [
    { cle: 'sansReseau', titre: 'Sans réseau', garde: sansReseau, tone: 'attention' },
    {
      cle: 'plusieurs',
      titre: 'Dans deux réseaux',
      garde: ({ nombreFoquale }) => nombreFoquale > 1,
      tone: 'attention',
    },
    {
      cle: 'ep',
      titre: 'REP et REP+',
      garde: ({ educationPrioritaire }) => educationPrioritaire !== '',
    },
    { cle: 'fermes', titre: 'Fermés', garde: ({ etat }) => etat === 'ferme' },
  ]
  const autres = {
    cle: 'autres',
    titre: 'Autres types',
    garde: ({ type }: EtablissementDeListe) => !types.includes(type),
  }
  return [
    ...chips.filter(({ cle, garde }) => cle === 'sansReseau' || etablissements.some(garde)),
    ...types.map((type) => ({
      cle: type,
      titre: type,
      garde: (etablissement: EtablissementDeListe) => etablissement.type === type,
    })),
    ...[autres].filter(({ garde }) => etablissements.some(garde)),
    ...parDepartement.map((departement) => ({
      cle: departement,
      titre: nomDepartement(departement),
      garde: (etablissement: EtablissementDeListe) => etablissement.departement === departement,
    })),
  ]
}
