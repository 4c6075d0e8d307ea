import { demonstrationContract } from './domain/demonstration/demonstration.contract'
import { affectationContract } from './domain/affectation/affectation.contract'
import { agentContract } from './domain/agent/agent.contract'
import { fichierContract } from './domain/fichier/fichier.contract'
import { fseContract } from './domain/fse/fse.contract'
import { parametresContract } from './domain/parametres/parametres.contract'
import { registreContract } from './domain/registre/registre.contract'
import { vocabulaireContract } from './domain/vocabulaire/vocabulaire.contract'

/** Everything that can be asked of the register, one line a slice. */
export const contract = {
  ...affectationContract,
  ...agentContract,
  ...fseContract,
  ...demonstrationContract,
  ...fichierContract,
  ...parametresContract,
  ...registreContract,
  ...vocabulaireContract,
}

export type OperationName = keyof typeof contract
