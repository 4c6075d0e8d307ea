import { paths } from '../../paths'
import { RecordPage } from '../../ui/record-page'
import { Corbeille } from './corbeille'
import { Etapes } from './etapes'

/** Everything that was done in the register, and what was deleted from it. */
export function JournalPage() {
  return (
    <RecordPage
      title="Journal"
      subtitle="Chaque changement est gardé, d’où qu’il vienne : il se voit, s’annule et se rétablit."
      back={{ href: paths.parametres.href({}), label: 'Paramètres' }}
      tabs={[
        { key: 'etapes', label: 'Étapes', content: <Etapes /> },
        { key: 'corbeille', label: 'Corbeille', content: <Corbeille /> },
      ]}
    />
  )
}
