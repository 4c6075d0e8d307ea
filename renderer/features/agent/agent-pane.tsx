import { Button } from '@mantine/core'
import { sansLettre } from '../../../shared/domain/agent/agent.liste'
import type { AffectationAffichee, AgentDeListe } from '../../../shared/domain/agent/agent.contract'
import { formatJour } from '../../../shared/dates'
import { majusculeInitiale, nomAffiche } from '../../../shared/text'
import { EtatDeLettre } from '../../etat-lettre'
import { paths } from '../../paths'
import { aLEcran, formatValeur } from '../../ui/format'
import { DetailPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import classes from './agent.module.css'
import { contratAVoir } from './libelles'
import type { useReconduction } from '../../reconduction/use-reconduction'

interface AgentPaneProps {
  agent: AgentDeListe
  reconduction: ReturnType<typeof useReconduction>
  onClose: () => void
}

/** What is known of the agent under the cursor, without leaving the list. */
export function AgentPane({ agent, reconduction, onClose }: AgentPaneProps) {
  const { affectations, lettres, statut, corps, courriel, telephone, contratFinLe } = agent
  const ids = affectations.map(({ id }) => id)
  return (
    <DetailPane
      title={nomAffiche(agent)}
      subtitle={[statut, corps].filter((part) => part !== null).join(', ') || 'Statut et corps à compléter'}
      onClose={onClose}
      actions={
        <>
          <Button data-reads variant="default" onClick={() => navigate(paths.agent.href({ id: agent.id }))}>
            Ouvrir la fiche
          </Button>
          {ids.length > 0 && (
            <Button
              variant="default"
              loading={reconduction.running}
              onClick={() => void reconduction.run({ affectationIds: ids })}
            >
              Reconduire en {reconduction.suivante}
            </Button>
          )}
        </>
      }
    >
      <dl className={classes.faits}>
        <dt>Courriel</dt>
        <dd>{courriel || '—'}</dd>
        <dt>Téléphone</dt>
        <dd>{telephone || '—'}</dd>
        {contratFinLe !== null && (
          <>
            <dt>Fin de contrat</dt>
            <dd>
              {contratAVoir(agent) ? (
                <State tone="attention">{formatJour(contratFinLe)}</State>
              ) : (
                formatJour(contratFinLe)
              )}
            </dd>
          </>
        )}
        <dt>Lettre</dt>
        <dd>
          {sansLettre(agent) && <State tone="attention">Sans lettre</State>}{' '}
          {lettres.map((lettre) => (
            <a key={lettre.id} href={paths.lettre.href({ id: lettre.id })}>
              <EtatDeLettre etat={lettre.etat} />
            </a>
          ))}
        </dd>
      </dl>
      {affectations.map((affectation) => (
        <Service key={affectation.id} affectation={affectation} />
      ))}
    </DetailPane>
  )
}

function Service({ affectation }: { affectation: AffectationAffichee }) {
  const { role, quotite, regime, residence, reseaux, debutLe, finLe, heuresDues, heuresManquent } = affectation
  return (
    <section className={classes.service}>
      <h3>
        {majusculeInitiale(role)}, {formatValeur('pourcentage', quotite)}
      </h3>
      <dl className={classes.faits}>
        <dt>Résidence</dt>
        <dd>
          {residence ? (
            <a href={paths.etablissement.href({ id: residence.id })}>
              {residence.nom}, {residence.commune}
            </a>
          ) : (
            <State tone="attention">À compléter</State>
          )}
        </dd>
        <dt>Réseaux</dt>
        <dd>
          {reseaux.length === 0 && '—'}
          {reseaux.map(({ id, nom }, rang) => (
            <span key={id}>
              {rang > 0 && ', '}
              <a href={paths.reseau.href({ id })}>{nom}</a>
            </span>
          ))}
        </dd>
        <dt>Régime</dt>
        <dd>{aLEcran(regime)}</dd>
        <dt>Dates</dt>
        <dd>
          {formatJour(debutLe)} – {formatJour(finLe)}
        </dd>
      </dl>
      <p className={classes.explication}>{heuresDues ? aLEcran(heuresDues.explication) : heuresManquent}</p>
    </section>
  )
}
