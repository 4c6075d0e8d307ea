import { IconCalendarEvent, IconCoinEuro, IconFlag, IconUserExclamation } from '@tabler/icons-react'
import type { Cible, Echeance } from '../../../shared/domain/aujourdhui/aujourdhui'
import { formatJour } from '../../../shared/dates'
import { delaiEnMots, type Urgence } from '../../../shared/urgence'
import { formatNombre } from '../../../shared/nombres'
import { paths } from '../../paths'
import { EmptyState } from '../../ui/empty-state'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import type { Tone } from '../../ui/tone'
import classes from './aujourdhui.module.css'

/** Where a line leads. */
function adresse({ table, id }: Cible): string {
  switch (table) {
    case 'agent':
      return paths.agent.href({ id })
    case 'etablissement':
      return paths.etablissement.href({ id })
    case 'reseau':
      return paths.reseau.href({ id })
    case 'lettreDeMission':
      return paths.lettre.href({ id })
    case 'operationFse':
      return paths.operationFse.href({ id })
    case 'jalon':
      return paths.calendrier.href({}, { jalon: id })
  }
}

const groupes: readonly { urgence: Urgence; titre: string; ton: Tone }[] = [
  { urgence: 'retard', titre: 'En retard', ton: 'erreur' },
  { urgence: 'semaine', titre: 'D’ici dimanche', ton: 'attention' },
  { urgence: 'plusTard', titre: 'Ensuite', ton: 'neutre' },
]

const icones: Record<Echeance['genre'], typeof IconFlag> = {
  action: IconFlag,
  jalon: IconCalendarEvent,
  contrat: IconUserExclamation,
  finFse: IconCoinEuro,
}
const genres: Record<Echeance['genre'], string> = {
  action: 'Prochaine action',
  jalon: 'Jalon',
  contrat: 'Contrat',
  finFse: 'Opération FSE',
}

/** What has a day: next actions, milestones, contracts and operations that end. */
export function Echeances({ echeances, jour }: { echeances: readonly Echeance[]; jour: string }) {
  const presents = groupes
    .map((groupe) => ({ ...groupe, lignes: echeances.filter(({ urgence }) => urgence === groupe.urgence) }))
    .filter(({ lignes }) => lignes.length > 0)
  if (presents.length === 0)
    return (
      <Section title="Échéances">
        <EmptyState title="Rien n’attend">
          Écrivez sur une fiche ce qui vient ensuite, qui s’en charge et pour quand&nbsp;: vous le retrouverez ici, le
          retard d’abord.
        </EmptyState>
      </Section>
    )
  return presents.map(({ urgence, titre, ton, lignes }) => (
    <Section key={urgence} title={`${titre} (${formatNombre(lignes.length)})`}>
      <ul className={classes.lignes}>
        {lignes.map((echeance) => (
          <li key={`${echeance.genre} ${echeance.id}`} data-key={echeance.id}>
            <Ligne echeance={echeance} jour={jour} ton={ton} />
          </li>
        ))}
      </ul>
    </Section>
  ))
}

function Ligne({ echeance, jour, ton }: { echeance: Echeance; jour: string; ton: Tone }) {
  const { genre, libelle, detail, qui, pourLe, cible } = echeance
  const Icone = icones[genre]
  return (
    <a className={classes.ligne} href={adresse(cible)}>
      <span className={classes.icone}>
        <Icone size={16} stroke={1.6} aria-hidden />
        <span className="visually-hidden">{genres[genre]} : </span>
      </span>
      <span className={classes.textes}>
        <span className={classes.libelle}>{libelle}</span>
        <span className={classes.detail}>{[detail, qui].filter((part) => part !== '').join(' · ')}</span>
      </span>
      <span className={classes.quand}>
        {pourLe === null ? (
          <span className={classes.detail}>sans date</span>
        ) : (
          <>
            <State tone={ton}>{delaiEnMots(pourLe, jour)}</State>
            <span className={classes.date}>{formatJour(pourLe)}</span>
          </>
        )}
      </span>
    </a>
  )
}
