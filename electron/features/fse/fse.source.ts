import type { OperationFseResumee } from '../../../shared/domain/fse/fse.contract'
import { listeOperations } from '../../../shared/domain/fse/fse.liste'
import { definirSource } from '../../liste/source'
import { lireOperations } from './lecture'

export const sourceOperations = definirSource<OperationFseResumee>({
  liste: listeOperations,
  id: ({ id }) => id,
  lire: ({ db }) => lireOperations(db),
})
