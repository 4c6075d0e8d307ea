import { IconBuilding } from '@tabler/icons-react'
import { compterEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const EtablissementListPage = lazyPage(() =>
  import('./etablissement-list').then(({ EtablissementListPage }) => EtablissementListPage),
)
const EtablissementPage = lazyPage(() =>
  import('./etablissement-page').then(({ EtablissementPage }) => EtablissementPage),
)

const useCount = (): number | undefined => useOperation(compterEtablissements, {}, { later: true }).data?.ouverts

export const etablissementScreens = [
  screen(paths.etablissements, {
    title: 'Établissements',
    nav: { icon: IconBuilding, useCount },
    render: ({ query }) => <EtablissementListPage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.etablissement, {
    title: 'Établissement',
    render: ({ params }) => <EtablissementPage key={params.id} id={params.id} />,
  }),
]
