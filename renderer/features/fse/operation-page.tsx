import { Button } from '@mantine/core'
import { formatJour } from '../../../shared/dates'
import { lireOperation, supprimerOperation, type OperationFseComplete } from '../../../shared/domain/fse/fse.contract'
import { libellesEtatOperation } from '../../../shared/domain/fse/fse.liste'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ongletHistorique } from '../../journal/historique-fiche'
import { paths } from '../../paths'
import { useAvantDeSupprimer } from '../../suppression'
import { ProchainesActions } from '../../prochaine-action'
import { ErrorState, Loading } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { notify } from '../../ui/notice'
import { Fact, RecordPage } from '../../ui/record-page'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import { tonsEtatOperation } from './libelles'
import { AnnexeFinanciere } from './annexe-financiere'
import { OperationForm } from './operation-form'
import { OperationLetters } from './operation-letters'
import { OperationPlan } from './operation-plan'

/** One operation: its plan de financement, its convention, the letters that give it time. */
export function OperationPage({ id }: { id: string }) {
  const query = useOperation(lireOperation, { id })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return query.data ? <OperationRecord complete={query.data} /> : <Loading />
}

function OperationRecord({ complete }: { complete: OperationFseComplete }) {
  const { operation, lignes, prevu, realise, affectations } = complete
  return (
    <RecordPage
      title={operation.intitule}
      subtitle={`Opération n° ${operation.numero} · du ${formatJour(operation.debutLe)} au ${formatJour(operation.finLe)}`}
      back={{ href: paths.operationsFse.href({}), label: 'Opérations FSE' }}
      actions={<DeleteButton complete={complete} />}
      summary={
        <>
          <Fact label="État">
            <State tone={tonsEtatOperation[operation.etat]}>{libellesEtatOperation[operation.etat]}</State>
          </Fact>
          <Fact label="Coût prévu">{formatValeur('montant', prevu.plan.totalCents)}</Fact>
          <Fact label="Coût réalisé">{formatValeur('montant', realise.plan.totalCents)}</Fact>
          <Fact label={`FSE au taux de ${formatValeur('pourcentage', operation.taux)}`}>
            {formatValeur('montant', prevu.fseAuTauxCents)}
          </Fact>
          <Fact label="Plan prévu">
            {prevu.ecartCents === 0 ? (
              <State tone="succes">Équilibré</State>
            ) : (
              <State tone="attention">{`Écart de ${formatValeur('montant', prevu.ecartCents)}`}</State>
            )}
          </Fact>
        </>
      }
      followUp={<ProchainesActions sujet="operationFse" sujetId={operation.id} />}
      tabs={[
        {
          key: 'plan',
          label: 'Plan de financement',
          count: lignes.length,
          content: <OperationPlan complete={complete} />,
        },
        {
          key: 'convention',
          label: 'Convention',
          content: (
            <>
              <OperationForm operation={operation} />
              <AnnexeFinanciere complete={complete} />
            </>
          ),
        },
        {
          key: 'lettres',
          label: 'Lettres de mission',
          count: affectations.length,
          content: <OperationLetters affectations={affectations} />,
        },
        ongletHistorique('operationFse', operation.id),
      ]}
    />
  )
}

function DeleteButton({ complete: { operation } }: { complete: OperationFseComplete }) {
  const supprimer = useCommand(supprimerOperation)
  const avantDeSupprimer = useAvantDeSupprimer()
  const ask = async (): Promise<void> => {
    const agreed = await avantDeSupprimer(
      { table: 'operationFse', id: operation.id },
      {
        quoi: 'cette opération',
        question: {
          title: 'Supprimer cette opération ?',
          message: `L’opération « ${operation.intitule} » sera supprimée : son plan n’a aucune ligne, et aucune lettre ne la cite.`,
          action: 'Supprimer l’opération',
        },
      },
    )
    if (!agreed) return
    try {
      await supprimer.mutateAsync({ id: operation.id })
      navigate(paths.operationsFse.href({}))
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <Button variant="default" onClick={() => void ask()} loading={supprimer.isPending}>
      Supprimer…
    </Button>
  )
}
