import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const JournalPage = lazyPage(() => import('./journal-page').then(({ JournalPage }) => JournalPage))

/** Under « Paramètres » in the navigation, one click away at the top of the window. */
export const journalScreens = [screen(paths.journal, { title: 'Journal', render: () => <JournalPage /> })]
