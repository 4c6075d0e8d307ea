import { Button } from '@mantine/core'
import { lireAgent, supprimerAgent, type FicheAgent } from '../../../shared/domain/agent/agent.contract'
import { formatJour } from '../../../shared/dates'
import { majusculeInitiale, nomAffiche } from '../../../shared/text'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ongletHistorique } from '../../journal/historique-fiche'
import { paths } from '../../paths'
import { useAvantDeSupprimer } from '../../suppression'
import { ProchainesActions } from '../../prochaine-action'
import { useAnneeId } from '../../session'
import { ErrorState, Loading } from '../../ui/empty-state'
import { formatValeur } from '../../ui/format'
import { notify } from '../../ui/notice'
import { Fact, RecordPage } from '../../ui/record-page'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import { AgentForm } from './agent-form'
import { AffectationsTab } from './affectations-tab'
import { heuresDuService } from './libelles'
import { LettresTab } from './lettres-tab'
import { LiensTab, nombreDeLiens } from './liens-tab'

/** One person: who they are, what they do year by year, their letters. */
export function AgentPage({ id }: { id: string }) {
  const query = useOperation(lireAgent, { id })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return query.data ? <AgentRecord fiche={query.data} /> : <Loading />
}

function AgentRecord({ fiche }: { fiche: FicheAgent }) {
  const { agent, affectations, lettres } = fiche
  const anneeId = useAnneeId()
  const annee = affectations.filter((affectation) => affectation.anneeId === anneeId)
  const principale = annee[0]
  const residence = principale?.residence
  return (
    <RecordPage
      title={nomAffiche(agent)}
      subtitle={
        principale
          ? [majusculeInitiale(principale.role), residence ? `${residence.nom}, ${residence.commune}` : undefined]
              .filter((part) => part !== undefined)
              .join(' · ')
          : `Sans affectation en ${anneeId}`
      }
      back={{ href: paths.agents.href({}), label: 'Agents' }}
      actions={<Supprimer fiche={fiche} />}
      summary={
        principale && (
          <>
            {annee.map((affectation) => (
              <Fact key={affectation.id} label={affectation.roleAbrege}>
                {formatValeur('pourcentage', affectation.quotite)}
                {affectation.heuresDues === null ? '' : `, ${heuresDuService(affectation)}`}
              </Fact>
            ))}
            {agent.contratFinLe !== null && <Fact label="Fin de contrat">{formatJour(agent.contratFinLe)}</Fact>}
            {annee.some((affectation) => affectation.residence === null) && (
              <State tone="attention">Sans résidence</State>
            )}
          </>
        )
      }
      followUp={<ProchainesActions sujet="agent" sujetId={agent.id} />}
      tabs={[
        { key: 'fiche', label: 'Fiche', content: <AgentForm agent={agent} /> },
        {
          key: 'affectations',
          label: 'Affectations',
          count: affectations.length,
          content: <AffectationsTab fiche={fiche} />,
        },
        {
          key: 'lettres',
          label: 'Lettres de mission',
          count: lettres.length,
          content: <LettresTab lettres={lettres} />,
        },
        {
          key: 'liens',
          label: 'Réseaux et établissements',
          count: nombreDeLiens(fiche, anneeId),
          content: <LiensTab fiche={fiche} />,
        },
        ongletHistorique('agent', agent.id),
      ]}
    />
  )
}

function Supprimer({ fiche: { agent } }: { fiche: FicheAgent }) {
  const supprimer = useCommand(supprimerAgent)
  const avantDeSupprimer = useAvantDeSupprimer()
  const remove = async (): Promise<void> => {
    const agreed = await avantDeSupprimer(
      { table: 'agent', id: agent.id },
      {
        quoi: `la fiche de ${nomAffiche(agent)}`,
        question: {
          title: `Supprimer la fiche de ${nomAffiche(agent)}\u00a0?`,
          message: 'La fiche sera supprimée du registre : aucune affectation ni aucune lettre ne s’y rapporte.',
          action: 'Supprimer la fiche',
        },
      },
    )
    if (!agreed) return
    try {
      await supprimer.mutateAsync({ id: agent.id })
      navigate(paths.agents.href({}))
      notify.done(`La fiche de ${nomAffiche(agent)} a été supprimée.`)
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <Button variant="default" onClick={() => void remove()} loading={supprimer.isPending}>
      Supprimer…
    </Button>
  )
}
