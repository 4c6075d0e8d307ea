import { resoudreSelection } from '../../shared/domain/liste/liste.contract'
import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { SelectionDeListe } from '../../shared/liste/demande'
import { call } from '../ipc/call'

/** The identifiers that a selection stands for: the register is asked only for « all but these ». */
export const idsOf = async (liste: CleDeListe, selection: SelectionDeListe): Promise<string[]> =>
  'ids' in selection ? selection.ids : call(resoudreSelection, { liste, selection })
