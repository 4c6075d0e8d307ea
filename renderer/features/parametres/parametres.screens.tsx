import { IconSettings } from '@tabler/icons-react'
import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const ParametresPage = lazyPage(() => import('./parametres-page').then(({ ParametresPage }) => ParametresPage))

export const parametresScreens = [
  screen(paths.parametres, {
    title: 'Paramètres',
    nav: { icon: IconSettings },
    render: () => <ParametresPage />,
  }),
]
