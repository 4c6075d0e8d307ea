import { IconCoinEuro } from '@tabler/icons-react'
import { paths } from '../../paths'
import { screen } from '../../ui/router'
import { OperationListPage } from './operation-list'
import { OperationPage } from './operation-page'

export const fseScreens = [
  screen(paths.operationsFse, {
    title: 'FSE',
    nav: { icon: IconCoinEuro },
    render: () => <OperationListPage />,
  }),
  screen(paths.operationFse, {
    title: 'Opération FSE',
    render: ({ params }) => <OperationPage key={params.id} id={params.id} />,
  }),
]
