import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const DoublonsPage = lazyPage(() => import('./doublons-page').then(({ DoublonsPage }) => DoublonsPage))

export const doublonScreens = [
  screen(paths.doublons, {
    title: 'Doublons possibles',
    render: ({ query }) => <DoublonsPage key={query['sujet'] ?? ''} sujet={query['sujet']} />,
  }),
]
