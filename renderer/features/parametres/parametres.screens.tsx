import { IconSettings } from '@tabler/icons-react'
import { paths } from '../../paths'
import { screen } from '../../ui/router'
import { ParametresPage } from './parametres-page'

export const parametresScreens = [
  screen(paths.parametres, {
    title: 'Paramètres',
    nav: { icon: IconSettings },
    render: () => <ParametresPage />,
  }),
]
