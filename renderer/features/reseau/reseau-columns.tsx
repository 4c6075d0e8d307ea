import type { ReseauDeListe } from '../../../shared/domain/reseau/reseau.contract'
import { listeReseaux, noms, sansCoordonnateur } from '../../../shared/domain/reseau/reseau.liste'
import type { Condition, Filtre } from '../../../shared/liste/filtre'
import { prochaineViews } from '../../liste/prochaine-views'
import { columnsOf } from '../../liste/columns'
import type { RemoteChip } from '../../liste/chips'
import { State } from '../../ui/state'
import type { CountedValue } from '../../ui/table/filter'

export const reseauColumns = columnsOf<ReseauDeListe>(listeReseaux, {
  ...prochaineViews,
  nom: { largeur: 200, extensible: 2, principale: true },
  code: { largeur: 110, extensible: 0 },
  type: { largeur: 96 },
  bassin: { largeur: 145, extensible: 0 },
  membres: {
    largeur: 84,
    aide: 'Le total compte deux fois un établissement qui est dans un FOQUALE et dans un PSAD.',
  },
  coordonnateurs: { rendu: coordonnateursOuManque, largeur: 190, extensible: 4 },
  formateurs: { largeur: 170, extensible: 3 },
  tete: { largeur: 190, extensible: 4 },
  animateur: { largeur: 186, extensible: 0 },
})

function coordonnateursOuManque(reseau: ReseauDeListe) {
  return sansCoordonnateur(reseau) ? <State tone="attention">Sans coordonnateur</State> : noms(reseau.coordonnateurs)
}

const seul = (terme: Condition): Filtre => ({ lien: 'et', termes: [terme] })
export const filtreDuType = (type: string): Filtre => seul({ colonne: 'type', op: 'parmi', valeurs: [type] })
export const filtreActifs = seul({ colonne: 'actif', op: 'oui' })

/** The kinds of network that the register holds, then what is missing. */
export const reseauChips = (types: readonly CountedValue[]): readonly RemoteChip[] => [
  ...types.map(({ value }) => ({ cle: value, titre: value, filtre: filtreDuType(value) })),
  {
    cle: 'sansCoordonnateur',
    titre: 'Sans coordonnateur',
    filtre: seul({ colonne: 'sansCoordonnateur', op: 'oui' }),
    tone: 'attention',
  },
  { cle: 'sansMembre', titre: 'Sans membre', filtre: seul({ colonne: 'sansMembre', op: 'oui' }), tone: 'attention' },
  { cle: 'inactifs', titre: 'Inactifs', filtre: seul({ colonne: 'actif', op: 'non' }), tone: 'neutre' },
]
