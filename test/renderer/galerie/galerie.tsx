import { QueryClientProvider } from '@tanstack/react-query'
import { IconChartBar, IconFileText, IconForms, IconLayoutDashboard, IconUpload, IconUsers } from '@tabler/icons-react'
import { createRoot } from 'react-dom/client'
import { connect } from '../../../renderer/ipc/call'
import { createQueryClient } from '../../../renderer/ipc/query-client'
import { SessionProvider } from '../../../renderer/session'
import { Topbar } from '../../../renderer/topbar'
import { configureValidation } from '../../../renderer/ui/form/messages'
import { Frame } from '../../../renderer/ui/frame/frame'
import { UiProvider } from '../../../renderer/ui/provider'
import { parseHash, route, screen, useHash } from '../../../renderer/ui/router'
import { BilanDemo } from './bilan-demo'
import { ComposantsDemo } from './composants-demo'
import { postPort } from './faux-registre'
import { FicheDemo } from './fiche-demo'
import { ImportDemo } from './import-demo'
import { LettresDemo, GrandeListeDemo } from './lettres-demo'

const screens = [
  screen(route('/lettres'), {
    title: 'Lettres de mission',
    nav: { icon: IconFileText, useCount: () => 46 },
    render: () => <LettresDemo />,
  }),
  screen(route('/import'), { title: 'Import', nav: { icon: IconUpload }, render: () => <ImportDemo /> }),
  screen(route('/bilan'), { title: 'Bilan', nav: { icon: IconChartBar }, render: () => <BilanDemo /> }),
  screen(route('/fiche'), { title: 'Fiche et formulaire', nav: { icon: IconForms }, render: () => <FicheDemo /> }),
  screen(route('/composants'), {
    title: 'Composants',
    nav: { icon: IconLayoutDashboard },
    render: () => <ComposantsDemo />,
  }),
  screen(route('/grande-liste'), {
    title: 'Cent mille lignes',
    nav: { icon: IconUsers, useCount: () => 100_000 },
    render: () => <GrandeListeDemo />,
  }),
]

function Galerie() {
  const { pathname, query } = parseHash(useHash())
  const shown = screens.find((candidate) => candidate.route.match(pathname)) ?? screens[0]
  return (
    <Frame header={<Topbar />} entries={screens} pathname={pathname}>
      {shown?.render({ params: {}, query })}
    </Frame>
  )
}

configureValidation()
connect()
postPort()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={createQueryClient()}>
      <UiProvider>
        <SessionProvider>
          <Galerie />
        </SessionProvider>
      </UiProvider>
    </QueryClientProvider>,
  )
}
