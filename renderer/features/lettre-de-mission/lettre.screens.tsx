import { IconFileText } from '@tabler/icons-react'
import { compterLettres } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const LettreListPage = lazyPage(() => import('./lettre-list').then(({ LettreListPage }) => LettreListPage))
const CampagnePage = lazyPage(() => import('./campagne-page').then(({ CampagnePage }) => CampagnePage))
const ComparaisonPage = lazyPage(() => import('./comparaison-page').then(({ ComparaisonPage }) => ComparaisonPage))
const SuiviPage = lazyPage(() => import('./suivi-page').then(({ SuiviPage }) => SuiviPage))
const ServicePage = lazyPage(() => import('./service-page').then(({ ServicePage }) => ServicePage))
const LettrePage = lazyPage(() => import('./lettre-page').then(({ LettrePage }) => LettrePage))

const ModelePage = lazyPage(() => import('./modele-page').then(({ ModelePage }) => ModelePage))

function useCount(): number | undefined {
  const anneeId = useAnneeId()
  return useOperation(compterLettres, { anneeId }, { enabled: anneeId !== '', later: true }).data
}

export const lettreScreens = [
  screen(paths.lettres, {
    title: 'Lettres de mission',
    nav: { icon: IconFileText, useCount },
    render: ({ query }) => <LettreListPage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.campagne, {
    title: 'Campagne',
    render: ({ query }) => <CampagnePage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.suiviLettres, { title: 'Suivi des lettres', render: () => <SuiviPage /> }),
  screen(paths.serviceLettres, { title: 'Service', render: () => <ServicePage /> }),
  screen(paths.lettre, {
    title: 'Lettre de mission',
    render: ({ params }) => <LettrePage key={params.id} id={params.id} />,
  }),
  screen(paths.modeleLettre, {
    title: 'Modèle de lettre',
    render: ({ params }) => <ModelePage key={params.code} code={params.code} />,
  }),
  screen(paths.comparaisonLettre, {
    title: 'Comparaison de deux textes',
    render: ({ params }) => <ComparaisonPage key={params.id} id={params.id} />,
  }),
]
