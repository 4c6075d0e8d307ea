import { IconAffiliate } from '@tabler/icons-react'
import { compterReseaux } from '../../../shared/domain/reseau/reseau.contract'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const CouverturePage = lazyPage(() => import('./couverture-page').then(({ CouverturePage }) => CouverturePage))
const ReseauListPage = lazyPage(() => import('./reseau-list').then(({ ReseauListPage }) => ReseauListPage))
const ReseauPage = lazyPage(() => import('./reseau-page').then(({ ReseauPage }) => ReseauPage))

const useCount = (): number | undefined => useOperation(compterReseaux, {}, { later: true }).data

export const reseauScreens = [
  screen(paths.reseaux, {
    title: 'Réseaux',
    nav: { icon: IconAffiliate, useCount },
    render: ({ query }) => <ReseauListPage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.couverture, { title: 'Couverture des réseaux', render: () => <CouverturePage /> }),
  screen(paths.reseau, { title: 'Réseau', render: ({ params }) => <ReseauPage key={params.id} id={params.id} /> }),
]
