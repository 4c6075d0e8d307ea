import { nomDepartement } from '../../../shared/departements'
import type { EtablissementDeListe } from '../../../shared/domain/etablissement/liste'
import { estACouvrir } from '../../../shared/domain/reseau/couverture'
import { perimetreParDefaut } from '../../../shared/domain/reseau/perimetre'
import { State } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import type { Chip } from '../../ui/table/filter'

/** An open établissement that a FOQUALE network should hold, and that none holds. */
export const sansReseau = (etablissement: EtablissementDeListe): boolean =>
  etablissement.nombreFoquale === 0 && estACouvrir(etablissement, perimetreParDefaut)

export const etablissementColumns: readonly Column<EtablissementDeListe>[] = [
  { cle: 'nom', titre: 'Établissement', valeur: ({ nom }) => nom, largeur: 240, extensible: 3, principale: true },
  { cle: 'uai', titre: 'UAI', valeur: ({ uai }) => uai, largeur: 92, extensible: 0 },
  { cle: 'type', titre: 'Type', valeur: ({ type }) => type, largeur: 104 },
  { cle: 'commune', titre: 'Commune', valeur: ({ commune }) => commune, largeur: 140 },
  { cle: 'reseaux', titre: 'Réseaux', valeur: ({ reseaux }) => reseaux, rendu: reseauxOuManque, largeur: 150 },
  { cle: 'bassin', titre: 'Bassin ou ZAP', valeur: ({ bassin }) => bassin, largeur: 120 },
  {
    cle: 'ep',
    titre: 'Éd. prior.',
    valeur: ({ educationPrioritaire }) => educationPrioritaire,
    largeur: 84,
    extensible: 0,
  },
  { cle: 'secteur', titre: 'Secteur', valeur: ({ secteur }) => secteurs[secteur], largeur: 80, extensible: 0 },
  {
    cle: 'eleves',
    titre: 'Élèves',
    type: 'nombre',
    valeur: ({ nombreEleves }) => nombreEleves,
    largeur: 84,
    total: 'somme',
  },
  {
    cle: 'etat',
    titre: 'État',
    type: 'etat',
    valeur: ({ etat }) => (etat === 'ouvert' ? 'Ouvert' : 'Fermé'),
    rendu: ({ etat }) => (etat === 'ouvert' ? 'Ouvert' : <State tone="neutre">Fermé</State>),
    largeur: 92,
  },
]

export const secteurs: Record<EtablissementDeListe['secteur'], string> = { public: 'Public', prive: 'Privé' }

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
const typesAuPlus = 5

export function etablissementChips(etablissements: readonly EtablissementDeListe[]): Chip<EtablissementDeListe>[] {
  const types = presents(etablissements, ({ type }) => type).slice(0, typesAuPlus)
  const departements = presents(etablissements, ({ departement }) => departement)
  const parDepartement = departements.length > 1 && departements.length <= departementsAuPlus ? departements : []
  const chips: Chip<EtablissementDeListe>[] = [
    { cle: 'sansReseau', titre: 'Sans réseau FOQUALE', garde: sansReseau, tone: 'attention' },
    {
      cle: 'plusieurs',
      titre: 'Dans deux réseaux FOQUALE',
      garde: ({ nombreFoquale }) => nombreFoquale > 1,
      tone: 'attention',
    },
    {
      cle: 'ep',
      titre: 'Éducation prioritaire',
      garde: ({ educationPrioritaire }) => educationPrioritaire !== '',
    },
    { cle: 'fermes', titre: 'Fermés', garde: ({ etat }) => etat === 'ferme' },
  ]
  return [
    ...types.map((type) => ({
      cle: type,
      titre: type,
      garde: (etablissement: EtablissementDeListe) => etablissement.type === type,
    })),
    ...parDepartement.map((departement) => ({
      cle: departement,
      titre: nomDepartement(departement),
      garde: (etablissement: EtablissementDeListe) => etablissement.departement === departement,
    })),
    ...chips.filter(({ cle, garde }) => cle === 'sansReseau' || etablissements.some(garde)),
  ]
}
