import { Button } from '@mantine/core'
import type { Proposition } from '../../../shared/domain/campagne/campagne.contract'
import { acceptables } from '../../../shared/domain/campagne/proposition'
import { ecartSignale } from '../../../shared/domain/lettre-de-mission/regles'
import { majusculeInitiale } from '../../../shared/text'
import { paths } from '../../paths'
import { aLEcran } from '../../ui/format'
import { DetailPane } from '../../ui/page'
import { navigate } from '../../ui/router'
import { Genre } from './campagne-columns'
import classes from './campagne.module.css'
import { ListeDifferences } from './differences'
import { Ecart } from './libelles'
import { ListeConstats } from './liste-constats'

interface CampagnePaneProps {
  proposition: Proposition
  onAccept: (puisOuvrir: boolean) => void
  accepting: boolean
  onExplain: () => void
  onForget: () => void
  onClose: () => void
}

/** One proposal in full: two columns, every difference, what the rules say, what to do. */
export function CampagnePane({ proposition, onClose, ...actions }: CampagnePaneProps) {
  const { agent, role, lieu, genre, raison, comparaison, colonnes, differences, constats, ecart } = proposition
  const [avant, apres] = colonnes
  return (
    <DetailPane
      title={agent}
      subtitle={[majusculeInitiale(role), lieu].filter((mot) => mot !== '').join(' · ')}
      onClose={onClose}
      actions={<Actions proposition={proposition} {...actions} />}
    >
      {raison !== '' && <p className={classes.raison}>{aLEcran(raison)}</p>}
      {comparaison.length > 0 && (
        <table className={classes.colonnes}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Champ</span>
              </th>
              <th scope="col">{avant}</th>
              <th scope="col">{apres}</th>
            </tr>
          </thead>
          <tbody>
            {comparaison.map(({ libelle, avant: ancien, apres: nouveau, change, nombre }) => (
              <tr key={libelle}>
                <th scope="row">{libelle}</th>
                <td className={nombre ? classes.nombre : undefined}>{aLEcran(ancien)}</td>
                <td className={[nombre && classes.nombre, change && classes.change].filter(Boolean).join(' ')}>
                  {aLEcran(nouveau)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={classes.etats}>
        <Genre genre={genre} /> {acceptables.has(genre) && <Ecart ecart={ecart} tolere={!ecartSignale(constats)} />}
      </p>
      <ListeDifferences differences={differences} />
      <ListeConstats constats={constats} />
    </DetailPane>
  )
}

function Actions({
  proposition: { genre, lettreId, agentId },
  onAccept,
  accepting,
  onExplain,
  onForget,
}: Omit<CampagnePaneProps, 'onClose'>) {
  const agent = (
    <Button variant="default" onClick={() => navigate(paths.agent.href({ id: agentId }))}>
      Ouvrir l’agent
    </Button>
  )
  const lettre = lettreId !== null && (
    <Button variant="default" onClick={() => navigate(paths.lettre.href({ id: lettreId }))}>
      Ouvrir la lettre
    </Button>
  )
  if (acceptables.has(genre)) {
    return (
      <>
        <Button loading={accepting} onClick={() => onAccept(false)}>
          {genre === 'avenant' ? 'Préparer l’avenant' : genre === 'correction' ? 'Corriger le brouillon' : 'Accepter'}
        </Button>
        <Button variant="default" disabled={accepting} onClick={() => onAccept(true)}>
          {genre === 'avenant'
            ? 'Préparer et ouvrir'
            : genre === 'correction'
              ? 'Corriger et ouvrir'
              : 'Accepter et modifier'}
        </Button>
        {(genre === 'nouvelle' || genre === 'modifiee' || genre === 'reconduite') && (
          <Button variant="subtle" onClick={onExplain}>
            Pas de lettre…
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      {genre === 'aExpliquer' && <Button onClick={onExplain}>Dire pourquoi…</Button>}
      {genre === 'sansObjet' && (
        <Button variant="default" onClick={onForget}>
          Retirer l’explication
        </Button>
      )}
      {lettre}
      {agent}
    </>
  )
}
