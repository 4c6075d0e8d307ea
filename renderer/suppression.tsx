import { examinerSuppression, type Obstacle } from '../shared/domain/liste/suppression.contract'
import type { InputOf } from '../shared/ipc'
import { call } from './ipc/call'
import { useMotCorbeille } from './journal/mot-corbeille'
import { paths } from './paths'
import { confirm, type Question } from './ui/dialog'
import { ecrireALEcran } from './ui/format'
import { notify } from './ui/notice'

interface AvantDeSupprimer {
  /** What is deleted, in the words of a title: « le réseau « Redon » ». */
  quoi: string
  question: Pick<Question, 'title' | 'message' | 'action'> & { consequences?: readonly string[] }
  /** What can be done instead. */
  autrement?: { action: string; faire: () => void }
}

/** Asks before a deletion; when a rule refuses it, says so instead of asking, with what keeps the record there. */
export function useAvantDeSupprimer(): (
  fiche: InputOf<typeof examinerSuppression>,
  avant: AvantDeSupprimer,
) => Promise<boolean> {
  const corbeille = useMotCorbeille()
  return async (fiche, { quoi, question: { consequences = [], ...question }, autrement }) => {
    const examen = await call(examinerSuppression, fiche).catch(notify.error)
    if (!examen) return false
    const { refus, obstacles } = examen
    if (refus === null) return confirm({ ...question, consequences: [...consequences, corbeille], tone: 'danger' })
    const autre = await confirm({
      title: ecrireALEcran(`Impossible de supprimer ${quoi}`),
      message: <Refus refus={refus} obstacles={obstacles} />,
      refuser: 'Fermer',
      ...(autrement && { action: autrement.action }),
    })
    if (autre) autrement?.faire()
    return false
  }
}

/** Names shown at most: the sentence says how many there are. */
const montres = 8

function Refus({ refus, obstacles }: { refus: string; obstacles: readonly Obstacle[] }) {
  const reste = obstacles.length - montres
  return (
    <>
      <p>{ecrireALEcran(refus)}</p>
      {obstacles.length > 0 && (
        <ul>
          {obstacles.slice(0, montres).map(({ fiche, id, libelle }, rang) => (
            <li key={`${String(rang)} ${id}`}>
              {fiche === null ? libelle : <a href={paths[fiche].href({ id })}>{libelle}</a>}
            </li>
          ))}
          {reste > 0 && <li>et d’autres encore</li>}
        </ul>
      )}
    </>
  )
}
