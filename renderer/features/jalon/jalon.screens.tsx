import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const CalendrierPage = lazyPage(() => import('./calendrier-page').then(({ CalendrierPage }) => CalendrierPage))

export const jalonScreens = [
  screen(paths.calendrier, {
    title: 'Calendrier de l’année',
    render: ({ query }) => <CalendrierPage key={query['jalon'] ?? ''} jalonId={query['jalon']} />,
  }),
]
