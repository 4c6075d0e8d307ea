import { Button } from '@mantine/core'
import { formatJour } from '../../../shared/dates'
import { lireEtablissement, type FicheEtablissement } from '../../../shared/domain/etablissement/etablissement.contract'
import { formatTelephone } from '../../../shared/telephone'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { useAnneeId } from '../../session'
import { ErrorState, Loading } from '../../ui/empty-state'
import { DetailPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { State } from '../../ui/state'
import classes from './etablissement.module.css'

/** What is known of the établissement under the cursor, without leaving the list. */
export function EtablissementPane({ id, onClose }: { id: string; onClose: () => void }) {
  const anneeId = useAnneeId()
  const { data, error, refetch } = useOperation(lireEtablissement, { id, anneeId }, { keepPrevious: true })
  if (error) return <ErrorState error={error} retry={refetch} />
  if (!data) return <Loading />
  const { etablissement, reseaux, residents, lettres } = data
  return (
    <DetailPane
      title={etablissement.nom}
      subtitle={`${etablissement.uai} · ${etablissement.commune}`}
      onClose={onClose}
      actions={
        <Button
          data-reads
          variant="default"
          onClick={() => navigate(paths.etablissement.href({ id: etablissement.id }))}
        >
          Ouvrir la fiche
        </Button>
      }
    >
      <Coordonnees etablissement={etablissement} />
      <section className={classes.bloc}>
        <h3>Réseaux</h3>
        {reseaux.filter(({ enCours }) => enCours).length === 0 && <p className={classes.aide}>Aucun réseau.</p>}
        <ul className={classes.liste}>
          {reseaux
            .filter(({ enCours }) => enCours)
            .map(({ reseauId, nom, estTete, debutLe }) => (
              <li key={reseauId}>
                <a href={paths.reseau.href({ id: reseauId })}>{nom}</a>
                {estTete && ' · tête de réseau'}
                {debutLe !== null && ` · depuis le ${formatJour(debutLe)}`}
              </li>
            ))}
        </ul>
      </section>
      <Personnes titre={`En résidence en ${anneeId}`} personnes={residents} />
      <Personnes titre={`Y interviennent en ${anneeId}`} personnes={lettres} />
    </DetailPane>
  )
}

function Coordonnees({ etablissement }: Pick<FicheEtablissement, 'etablissement'>) {
  const { type, nature, adresse, codePostal, commune, telephone, courriel, etat, fermeLe } = etablissement
  const lignes: [string, string][] = [
    ['Type', type],
    ['Nature', nature],
    ['Adresse', [adresse, `${codePostal} ${commune}`.trim()].filter(Boolean).join(', ')],
    ['Téléphone', formatTelephone(telephone)],
    ['Courriel', courriel],
    ['Bassin', etablissement.bassinNom],
    ['ZAP', etablissement.zapNom],
    ['Éd. prioritaire', etablissement.educationPrioritaire],
  ]
  return (
    <>
      {etat === 'ferme' && (
        <p>
          <State tone="attention">Fermé{fermeLe !== null && ` depuis le ${formatJour(fermeLe)}`}</State>
        </p>
      )}
      <dl className={classes.faits}>
        {lignes
          .filter(([, valeur]) => valeur !== '')
          .map(([titre, valeur]) => (
            <div key={titre}>
              <dt>{titre}</dt>
              <dd>{valeur}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

function Personnes({
  titre,
  personnes,
}: {
  titre: string
  personnes: readonly { agentId: string; agent: string; role: string }[]
}) {
  if (personnes.length === 0) return null
  return (
    <section className={classes.bloc}>
      <h3>{titre}</h3>
      <ul className={classes.liste}>
        {personnes.map(({ agentId, agent, role }) => (
          <li key={`${agentId} ${role}`}>
            <a href={paths.agent.href({ id: agentId })}>{agent}</a> · {role}
          </li>
        ))}
      </ul>
    </section>
  )
}
