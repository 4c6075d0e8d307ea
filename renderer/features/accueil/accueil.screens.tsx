import { paths } from '../../paths'
import { screen } from '../../ui/router'
import { AccueilPage } from './accueil-page'

export const accueilScreens = [
  screen(paths.accueil, { title: 'Accueil', withoutRegistre: true, render: () => <AccueilPage /> }),
]
