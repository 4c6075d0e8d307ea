import { IconCoinEuro } from '@tabler/icons-react'
import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const OperationListPage = lazyPage(() => import('./operation-list').then(({ OperationListPage }) => OperationListPage))
const OperationPage = lazyPage(() => import('./operation-page').then(({ OperationPage }) => OperationPage))

export const fseScreens = [
  screen(paths.operationsFse, {
    title: 'FSE',
    nav: { icon: IconCoinEuro },
    render: ({ query }) => <OperationListPage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.operationFse, {
    title: 'Opération FSE',
    render: ({ params }) => <OperationPage key={params.id} id={params.id} />,
  }),
]
