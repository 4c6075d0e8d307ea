import { IconFileImport } from '@tabler/icons-react'
import { paths } from '../../paths'
import { lazyPage } from '../../ui/lazy-page'
import { screen } from '../../ui/router'

const AccueilImport = lazyPage(() => import('./accueil-import').then(({ AccueilImport }) => AccueilImport))
const ImportPage = lazyPage(() => import('./import-page').then(({ ImportPage }) => ImportPage))
const AnnuairePage = lazyPage(() => import('./annuaire-page').then(({ AnnuairePage }) => AnnuairePage))
const RapportPage = lazyPage(() => import('./rapport-page').then(({ RapportPage }) => RapportPage))

/** Apart: its address stands among those of the établissements, and before theirs. */
export const importAnnuaireScreens = [
  screen(paths.importAnnuaire, {
    title: 'Importer l’annuaire',
    render: ({ query: { fichier, nom = '' } }) =>
      fichier === undefined ? <AccueilImport annuaire /> : <AnnuairePage key={fichier} jeton={fichier} nom={nom} />,
  }),
]

export const importationScreens = [
  screen(paths.importClasseur, {
    title: 'Importer',
    nav: { icon: IconFileImport },
    render: ({ query: { fichier, nom = '' } }) =>
      fichier === undefined ? <AccueilImport /> : <ImportPage key={fichier} jeton={fichier} nom={nom} />,
  }),
  screen(paths.importFait, {
    title: 'Rapport d’import',
    render: ({ params }) => <RapportPage key={params.id} id={params.id} />,
  }),
]
