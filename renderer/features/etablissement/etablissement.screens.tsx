import { IconBuilding } from '@tabler/icons-react'
import { compterEtablissements } from '../../../shared/domain/etablissement/etablissement.contract'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { screen } from '../../ui/router'
import { EtablissementListPage } from './etablissement-list'
import { EtablissementPage } from './etablissement-page'
import { ImportAnnuairePage } from './import-annuaire'

const useCount = (): number | undefined => useOperation(compterEtablissements, {}).data?.ouverts

export const etablissementScreens = [
  screen(paths.etablissements, {
    title: 'Établissements',
    nav: { icon: IconBuilding, useCount },
    render: ({ query }) => <EtablissementListPage key={query['filtre'] ?? ''} filtre={query['filtre']} />,
  }),
  screen(paths.importAnnuaire, {
    title: 'Importer l’annuaire',
    render: ({ query }) => <ImportAnnuairePage key={query['fichier'] ?? ''} jeton={query['fichier']} />,
  }),
  screen(paths.etablissement, {
    title: 'Établissement',
    render: ({ params }) => <EtablissementPage key={params.id} id={params.id} />,
  }),
]
