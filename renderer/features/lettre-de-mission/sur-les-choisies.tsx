import type { SelectionDeListe } from '../../../shared/liste/demande'
import { ActionsEnLot, useLettresChoisies } from './actions-en-lot'
import { EnvoiMenu } from './envoi-menu'
import { ExportDesChoisies } from './export-menu'
import type { Envoi } from './use-envoi'
import type { ExportLettres } from './use-export-lettres'

/** What is done to the letters chosen, in one step for all of them. */
export function SurLesChoisies({
  selected,
  exporter,
  envoi,
  onDone,
}: {
  selected: SelectionDeListe
  exporter: ExportLettres
  envoi: Envoi
  onDone: () => void
}) {
  const lettres = useLettresChoisies(selected)
  return (
    <>
      <ActionsEnLot lettres={lettres} onDone={onDone} />
      <ExportDesChoisies exporter={exporter} ids={lettres.ids} />
      <EnvoiMenu envoi={envoi} lettres={lettres} enBas />
    </>
  )
}
