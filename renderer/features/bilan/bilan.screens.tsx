import { IconReportAnalytics } from '@tabler/icons-react'
import { paths } from '../../paths'
import { screen } from '../../ui/router'
import { BilanPage } from './bilan-page'

export const bilanScreens = [
  screen(paths.bilan, {
    title: 'Bilans et enquêtes',
    nav: { icon: IconReportAnalytics },
    render: () => <BilanPage />,
  }),
]
