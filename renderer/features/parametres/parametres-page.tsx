import { lireAcademie } from '../../../shared/domain/parametres/parametres.contract'
import { useOperation } from '../../ipc/use-operation'
import { useSession } from '../../session'
import { ErrorState, Loading } from '../../ui/empty-state'
import { RecordPage } from '../../ui/record-page'
import { AcademieTab } from './academie-tab'
import { AnneesTab } from './annees-tab'
import { JournalTab } from './journal-tab'
import { CircuitsTab } from './circuits-tab'
import { CourrielsTab } from './courriels-tab'
import { ListesTab } from './listes-tab'
import { ModelesTab } from './modeles-tab'
import { ModelesWordTab } from './modeles-word-tab'
import { PreferencesTab } from './preferences-tab'
import { RegistreTab } from './registre-tab'

/** What is set once for the académie, and the file that holds everything. */
export function ParametresPage() {
  const { registre } = useSession()
  const academie = useOperation(lireAcademie, {})
  if (academie.error) return <ErrorState error={academie.error} retry={academie.refetch} />
  if (!academie.data || !registre) return <Loading />
  return (
    <RecordPage
      title="Paramètres"
      subtitle={`Académie ${academie.data.nomComplement}, registre «\u00a0${registre.nom}\u00a0»${registre.demonstration ? ' (démonstration)' : ''}.`}
      tabs={[
        { key: 'academie', label: 'Académie', content: <AcademieTab academie={academie.data} /> },
        { key: 'annees', label: 'Années scolaires', content: <AnneesTab /> },
        { key: 'listes', label: 'Listes', content: <ListesTab /> },
        { key: 'journal', label: 'Journal', content: <JournalTab /> },
        { key: 'modeles', label: 'Modèles de lettres', content: <ModelesTab /> },
        { key: 'circuits', label: 'Circuits de signature', content: <CircuitsTab /> },
        { key: 'courriels', label: 'Courriels', content: <CourrielsTab /> },
        { key: 'modelesWord', label: 'Modèles Word', content: <ModelesWordTab /> },
        { key: 'registre', label: 'Registre', content: <RegistreTab registre={registre} /> },
        { key: 'preferences', label: 'Préférences', content: <PreferencesTab /> },
      ]}
    />
  )
}
