import { detaillerEtape, type EtapeDeJournal } from '../../../shared/domain/journal/journal.contract'
import { formatNombre } from '../../../shared/nombres'
import { useOperation } from '../../ipc/use-operation'
import { quandEtQui, Versions } from '../../journal/versions'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { ecrireALEcran } from '../../ui/format'
import { DetailPane } from '../../ui/page'

/** One step, record by record: before → after. */
export function DetailEtape({ etape, onClose }: { etape: EtapeDeJournal; onClose: () => void }) {
  const { data, error, refetch } = useOperation(detaillerEtape, { seq: etape.seq })
  const restantes = etape.fiches - (data?.length ?? 0)
  return (
    <DetailPane
      title={ecrireALEcran(etape.phrase)}
      subtitle={`${quandEtQui(etape)} · étape ${formatNombre(etape.seq)}`}
      onClose={onClose}
    >
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Loading lines={5} />}
      {data?.length === 0 && (
        <EmptyState title={etape.allegee ? 'Son contenu a été allégé' : 'Aucune fiche changée'}>
          {etape.allegee ? 'Le journal ne garde que sa phrase, sa date et son auteur.' : undefined}
        </EmptyState>
      )}
      {data && data.length > 0 && <Versions versions={data} dansUneEtape />}
      {data && data.length > 0 && restantes > 0 && (
        <p>… et {formatNombre(restantes)} autres fiches, que leur propre historique montre.</p>
      )}
    </DetailPane>
  )
}
