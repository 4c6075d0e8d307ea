import { Button } from '@mantine/core'
import { lireReseau, supprimerReseau, type FicheReseau } from '../../../shared/domain/reseau/reseau.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { ongletHistorique } from '../../journal/historique-fiche'
import { paths } from '../../paths'
import { useAvantDeSupprimer } from '../../suppression'
import { ProchainesActions } from '../../prochaine-action'
import { useAnneeId } from '../../session'
import { ErrorState, Loading } from '../../ui/empty-state'
import { notify } from '../../ui/notice'
import { Fact, RecordPage } from '../../ui/record-page'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import { LettresTab } from './lettres-tab'
import { MembresTab } from './membres-tab'
import { PersonnesTab } from './personnes-tab'
import { ReseauForm } from './reseau-form'

/** One network: its établissements, who works there, what it is for. */
export function ReseauPage({ id }: { id: string }) {
  const anneeId = useAnneeId()
  const query = useOperation(lireReseau, { id, anneeId }, { keepPrevious: true })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return query.data ? <Fiche fiche={query.data} /> : <Loading />
}

function Fiche({ fiche }: { fiche: FicheReseau }) {
  const { reseau, type, tete, membres, personnes, lettres } = fiche
  const enCours = membres.filter((membre) => membre.enCours).length
  const coordonnateurs = personnes.filter(({ categorie }) => categorie === 'coordonnateur')
  return (
    <RecordPage
      title={reseau.nom}
      subtitle={[type, reseau.code, reseau.bassin].filter(Boolean).join(' · ')}
      back={{ href: paths.reseaux.href({}), label: 'Réseaux' }}
      actions={<Supprimer fiche={fiche} />}
      summary={
        <>
          <Fact label="Membres">{String(enCours)}</Fact>
          <Fact label="Coordonnateurs">
            {coordonnateurs.length > 0 ? (
              <QuelquesAgents agents={coordonnateurs} />
            ) : (
              <State tone={fiche.categorie === 'foquale' ? 'attention' : 'neutre'}>Aucun</State>
            )}
          </Fact>
          {tete && (
            <Fact label="Tête de réseau">
              <a href={paths.etablissement.href({ id: tete.id })}>
                {tete.nom}, {tete.commune}
              </a>
            </Fact>
          )}
          {reseau.animateur !== '' && <Fact label="Animateur">{reseau.animateur}</Fact>}
          {reseau.actif === 0 && (
            <Fact label="État">
              <State tone="neutre">Inactif</State>
            </Fact>
          )}
        </>
      }
      followUp={<ProchainesActions sujet="reseau" sujetId={reseau.id} />}
      tabs={[
        { key: 'membres', label: 'Membres', count: enCours, content: <MembresTab fiche={fiche} /> },
        {
          key: 'personnes',
          label: 'Coordonnateurs et formateurs',
          count: personnes.length,
          content: <PersonnesTab personnes={personnes} />,
        },
        {
          key: 'lettres',
          label: 'Lettres de mission',
          count: lettres.length,
          content: <LettresTab lettres={lettres} />,
        },
        { key: 'fiche', label: 'Fiche', content: <ReseauForm fiche={fiche} /> },
        ongletHistorique('reseau', reseau.id),
      ]}
    />
  )
}

/** The first ones, each leading to the person, and how many more: the tab has them all. */
function QuelquesAgents({ agents }: { agents: readonly { agentId: string; agent: string }[] }) {
  const tus = agents.length - 3
  const dits = tus > 1 ? agents.slice(0, 3) : agents
  return (
    <>
      {dits.map(({ agentId, agent }, rang) => (
        <span key={`${agentId} ${String(rang)}`}>
          {rang > 0 && ', '}
          <a href={paths.agent.href({ id: agentId })}>{agent}</a>
        </span>
      ))}
      {tus > 1 && ` et ${String(tus)} autres`}
    </>
  )
}

function Supprimer({ fiche: { reseau } }: { fiche: FicheReseau }) {
  const supprimer = useCommand(supprimerReseau)
  const avantDeSupprimer = useAvantDeSupprimer()
  const remove = async (): Promise<void> => {
    const agreed = await avantDeSupprimer(
      { table: 'reseau', id: reseau.id },
      {
        quoi: `le réseau « ${reseau.nom} »`,
        question: {
          title: `Supprimer le réseau « ${reseau.nom} » ?`,
          message: 'Le réseau sera supprimé du registre : il n’a ni membre, ni agent, ni lettre.',
          action: 'Supprimer le réseau',
        },
      },
    )
    if (!agreed) return
    try {
      await supprimer.mutateAsync({ id: reseau.id })
      navigate(paths.reseaux.href({}))
      notify.done(`Le réseau « ${reseau.nom} » a été supprimé.`)
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
