import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const AccueilPage = lazyPage(() => import('./accueil-page').then(({ AccueilPage }) => AccueilPage))

export const accueilScreens = [
  screen(paths.accueil, { title: 'Accueil', withoutRegistre: true, render: () => <AccueilPage /> }),
]
