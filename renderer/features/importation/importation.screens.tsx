import { paths } from '../../paths'
import { screen } from '../../ui/router'
import { ImportPage } from './import-page'

export const importationScreens = [
  screen(paths.importClasseur, { title: 'Importer un classeur', render: () => <ImportPage /> }),
]
