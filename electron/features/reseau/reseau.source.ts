import type { ReseauDeListe } from '../../../shared/domain/reseau/reseau.contract'
import { listeReseaux } from '../../../shared/domain/reseau/reseau.liste'
import { definirSource } from '../../liste/source'
import { lireReseaux } from './lecture'

export const sourceReseaux = definirSource<ReseauDeListe>({
  liste: listeReseaux,
  id: ({ id }) => id,
  lire: ({ db, today }, { anneeId }) => lireReseaux(db, anneeId, today()),
})
