import { IconReportAnalytics } from '@tabler/icons-react'
import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const BilanPage = lazyPage(() => import('./bilan-page').then(({ BilanPage }) => BilanPage))

export const bilanScreens = [
  screen(paths.bilan, {
    title: 'Bilans et enquêtes',
    nav: { icon: IconReportAnalytics },
    render: () => <BilanPage />,
  }),
]
