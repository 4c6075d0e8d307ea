import { IconAffiliate, IconBuilding, IconCoinEuro, IconFileText, IconUser } from '@tabler/icons-react'
import type { GenreTrouve } from '../../shared/domain/recherche/recherche.contract'
import { paths } from '../paths'
import type { NavEntry, Route } from '../ui/router'

interface GenreAffiche {
  titre: string
  icone: NavEntry['icon']
  route: Route<`/${string}/:id`>
}

/** How each kind of record is shown among the results, and where it opens. */
export const genres: Record<GenreTrouve, GenreAffiche> = {
  agent: { titre: 'Agents', icone: IconUser, route: paths.agent },
  etablissement: { titre: 'Établissements', icone: IconBuilding, route: paths.etablissement },
  reseau: { titre: 'Réseaux', icone: IconAffiliate, route: paths.reseau },
  lettreDeMission: { titre: 'Lettres de mission', icone: IconFileText, route: paths.lettre },
  operationFse: { titre: 'Opérations FSE', icone: IconCoinEuro, route: paths.operationFse },
}
