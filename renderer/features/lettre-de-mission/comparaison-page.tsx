import type { UIEvent } from 'react'
import { nommerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
import { lireLettre, type LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { compte } from '../../../shared/nombres'
import { nomAffiche } from '../../../shared/text'
import { useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { EmptyState, ErrorState, Loading } from '../../ui/empty-state'
import { RecordPage } from '../../ui/record-page'
import { Section } from '../../ui/section'
import { Apercu } from './apercu'
import { ListeDifferences } from './differences'
import classes from './lettre.module.css'

/** The paper that one scrolls takes the other with it: the same page is read on both sides. */
function suivre({ target, currentTarget }: UIEvent<HTMLElement>): void {
  if (!(target instanceof HTMLElement) || !target.matches(':hover, :focus')) return
  for (const autre of currentTarget.querySelectorAll('[role="group"]'))
    if (autre !== target) autre.scrollTop = target.scrollTop
}

/** Two texts of one letter: what differs in words, then both papers side by side. */
export function ComparaisonPage({ id }: { id: string }) {
  const query = useOperation(lireLettre, { id })
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />
  return query.data ? <Comparaison lue={query.data} /> : <Loading />
}

function Comparaison({ lue: { lettre, agent, amende } }: { lue: LettreLue }) {
  const retour = { href: paths.lettre.href({ id: lettre.id }), label: nommerTexte(lettre) }
  if (amende === null) {
    return (
      <RecordPage title={nomAffiche(agent)} back={retour}>
        <EmptyState title="Rien à comparer">Ce texte n’en amende ni n’en remplace aucun autre.</EmptyState>
      </RecordPage>
    )
  }
  const { differences } = amende
  return (
    <RecordPage
      title={`${nomAffiche(agent)} : deux textes de la lettre ${lettre.anneeId}`}
      subtitle={
        differences.length === 0
          ? 'Les deux textes disent la même chose.'
          : `${compte(differences.length, 'différence')} entre les deux textes.`
      }
      back={retour}
    >
      {differences.length > 0 && (
        <Section title="Ce qui change">
          <ListeDifferences differences={differences} />
        </Section>
      )}
      <div className={`${classes.editeur} ${classes.deuxTextes}`} onScrollCapture={suivre}>
        <Apercu id={amende.lettreId} titre={nommerTexte(amende)} />
        <Apercu id={lettre.id} titre={nommerTexte(lettre)} />
      </div>
    </RecordPage>
  )
}
