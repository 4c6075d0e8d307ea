import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const ImportPage = lazyPage(() => import('./import-page').then(({ ImportPage }) => ImportPage))

export const importationScreens = [
  screen(paths.importClasseur, { title: 'Importer un classeur', render: () => <ImportPage /> }),
]
