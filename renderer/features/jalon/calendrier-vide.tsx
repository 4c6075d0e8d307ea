import { Button } from '@mantine/core'
import { anneeScolairePrecedente } from '../../../shared/annee-scolaire'
import { ouvrirCalendrier } from '../../../shared/domain/jalon/jalon.contract'
import { compte } from '../../../shared/nombres'
import { useCommand } from '../../ipc/use-operation'
import { EmptyState } from '../../ui/empty-state'
import { notify } from '../../ui/notice'

/** A year without calendar: carried over from the one before, or begun from the one shipped. */
export function CalendrierVide({ anneeId, precedents }: { anneeId: string; precedents: number }) {
  const ouvrir = useCommand(ouvrirCalendrier)
  const depuis = (origine: 'anneePrecedente' | 'calendrierType'): void =>
    ouvrir.mutate(
      { anneeId, depuis: origine },
      {
        onError: notify.error,
        onSuccess: ({ ajoutes }) => notify.done(`${compte(ajoutes, 'jalon')} dans le calendrier ${anneeId}.`),
      },
    )
  return (
    <EmptyState
      title={`Le calendrier ${anneeId} n’est pas commencé`}
      action={
        <>
          {precedents > 0 && (
            <Button loading={ouvrir.isPending} onClick={() => depuis('anneePrecedente')}>
              Reconduire les {String(precedents)} jalons de {anneeScolairePrecedente(anneeId)}
            </Button>
          )}
          <Button
            variant={precedents > 0 ? 'default' : 'filled'}
            loading={ouvrir.isPending}
            onClick={() => depuis('calendrierType')}
          >
            Partir du calendrier type
          </Button>
        </>
      }
    >
      Chaque jalon se change, se reporte ou se supprime ensuite&nbsp;: les dates sont celles de votre académie.
    </EmptyState>
  )
}
