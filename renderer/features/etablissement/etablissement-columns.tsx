import {
  type LigneEtablissement,
  listeEtablissements,
  sansReseau,
} from '../../../shared/domain/etablissement/etablissement.liste'
import type { Filtre } from '../../../shared/liste/filtre'
import { analyserUai } from '../../../shared/uai'
import { prochaineViews } from '../../liste/prochaine-views'
import { columnsOf } from '../../liste/columns'
import type { RemoteChip } from '../../liste/chips'
import { State } from '../../ui/state'
import { champDe } from '../../ui/table/column'
import type { CountedValue } from '../../ui/table/filter'

const champ = champDe('etablissement')

const toutesLesColonnes = columnsOf<LigneEtablissement>(listeEtablissements, {
  ...prochaineViews,
  nom: { largeur: 200, extensible: 2, principale: true },
  uai: { largeur: 92, extensible: 0, input: { genre: 'texte', analyser: analyserUai } },
  type: { largeur: 106, extensible: 1 },
  commune: { largeur: 132 },
  reseaux: { rendu: reseauxOuManque, largeur: 148, extensible: 1 },
  bassin: { largeur: 118, extensible: 1 },
  ep: { largeur: 52 },
  secteur: { largeur: 68 },
  eleves: { largeur: 76, input: { genre: 'entier' } },
  etat: {
    rendu: ({ etat }) => (etat === 'ouvert' ? 'Ouvert' : <State tone="neutre">Fermé</State>),
    largeur: 70,
    cellule: champ('etat'),
  },
  adresse: { largeur: 220 },
  codePostal: { largeur: 100, extensible: 0 },
  telephone: { largeur: 120, extensible: 0 },
  courriel: { largeur: 220 },
})

const sansBassin = toutesLesColonnes.filter(({ cle }) => cle !== 'bassin')

/** An annuaire without bassins leaves their column out. */
export const colonnesUtiles = (avecBassin: boolean) => (avecBassin ? toutesLesColonnes : sansBassin)

function reseauxOuManque(etablissement: LigneEtablissement) {
  return sansReseau(etablissement) && etablissement.nombreReseaux === 0 ? (
    <State tone="attention">Sans réseau</State>
  ) : (
    etablissement.reseaux
  )
}

const seul = (terme: Filtre['termes'][number]): Filtre => ({ lien: 'et', termes: [terme] })
export const filtreSansReseau = seul({ colonne: 'sansReseau', op: 'oui' })
export const filtreFermes = seul({ colonne: 'etat', op: 'parmi', valeurs: ['Fermé'] })
export const filtreAvecBassin = seul({ colonne: 'bassin', op: 'nonVide' })

/** Départements beyond this would fill the bar: the filter of the column has them all. */
const departementsAuPlus = 6
/** Kinds that have their own chip; the others share one. */
const typesSeuls = 2

const parNombre = (valeurs: readonly CountedValue[]): string[] =>
  valeurs.toSorted((a, b) => b.count - a.count).map(({ value }) => value)

const fixes: readonly RemoteChip[] = [
  { cle: 'sansReseau', titre: 'Sans réseau', filtre: filtreSansReseau, tone: 'attention' },
  {
    cle: 'plusieurs',
    titre: 'Dans deux réseaux',
    filtre: seul({ colonne: 'nombreFoquale', op: '>', valeur: 1 }),
    tone: 'attention',
  },
  { cle: 'ep', titre: 'REP et REP+', filtre: seul({ colonne: 'ep', op: 'nonVide' }) },
  { cle: 'fermes', titre: 'Fermés', filtre: filtreFermes },
]

/** What the register really holds is what can be filtered at one click, the most numerous first. */
export function etablissementChips(
  types: readonly CountedValue[],
  departements: readonly CountedValue[],
): readonly RemoteChip[] {
  const principaux = parNombre(types).slice(0, typesSeuls)
  const parDepartement = departements.length > 1 && departements.length <= departementsAuPlus ? departements : []
  return [
    ...fixes,
    ...principaux.map((type) => ({
      cle: type,
      titre: type,
      filtre: seul({ colonne: 'type', op: 'parmi', valeurs: [type] }),
    })),
    ...(types.length > typesSeuls
      ? [
          {
            cle: 'autres',
            titre: 'Autres types',
            filtre: seul({ colonne: 'type', op: 'aucunDe', valeurs: principaux }),
          },
        ]
      : []),
    ...parNombre(parDepartement).map((departement) => ({
      cle: departement,
      // A code without a name would be read as one more count.
      titre: /^\w+$/.test(departement) ? `Département\u00a0${departement}` : departement,
      filtre: seul({ colonne: 'departement', op: 'parmi', valeurs: [departement] }),
    })),
  ]
}
