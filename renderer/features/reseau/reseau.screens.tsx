import { IconAffiliate } from '@tabler/icons-react'
import { listerReseaux } from '../../../shared/domain/reseau/reseau.contract'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { screen } from '../../ui/router'
import { CouverturePage } from './couverture-page'
import { ReseauListPage } from './reseau-list'
import { ReseauPage } from './reseau-page'

function useCount(): number | undefined {
  const anneeId = useAnneeId()
  const reseaux = useOperation(listerReseaux, { anneeId }, { enabled: anneeId !== '' }).data
  return reseaux?.filter(({ actif }) => actif === 1).length
}

export const reseauScreens = [
  screen(paths.reseaux, {
    title: 'Réseaux',
    nav: { icon: IconAffiliate, useCount },
    render: ({ query }) => <ReseauListPage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.couverture, { title: 'Couverture des réseaux', render: () => <CouverturePage /> }),
  screen(paths.reseau, { title: 'Réseau', render: ({ params }) => <ReseauPage key={params.id} id={params.id} /> }),
]
