import { annuaireContract } from './domain/annuaire/annuaire.contract'
import { aujourdhuiContract } from './domain/aujourdhui/aujourdhui.contract'
import { bilanContract } from './domain/bilan/bilan.contract'
import { demonstrationContract } from './domain/demonstration/demonstration.contract'
import { affectationContract } from './domain/affectation/affectation.contract'
import { agentContract } from './domain/agent/agent.contract'
import { doublonContract } from './domain/doublon/doublon.contract'
import { etablissementContract } from './domain/etablissement/etablissement.contract'
import { courrielContract } from './domain/courriel/courriel.contract'
import { envoiContract } from './domain/envoi/envoi.contract'
import { fenetreContract } from './domain/fenetre/fenetre.contract'
import { fichierContract } from './domain/fichier/fichier.contract'
import { fseContract } from './domain/fse/fse.contract'
import { importationContract } from './domain/importation/importation.contract'
import { journalContract } from './domain/journal/journal.contract'
import { campagneContract } from './domain/campagne/campagne.contract'
import { circuitContract } from './domain/circuit/circuit.contract'
import { jalonContract } from './domain/jalon/jalon.contract'
import { lettreDeMissionContract } from './domain/lettre-de-mission/lettre-de-mission.contract'
import { listeContract } from './domain/liste/liste.contract'
import { serviceContract } from './domain/service/service.contract'
import { vieContract } from './domain/lettre-de-mission/vie.contract'
import { modeleLettreContract } from './domain/modele-lettre/modele-lettre.contract'
import { modeleWordContract } from './domain/modele-word/modele-word.contract'
import { parametresContract } from './domain/parametres/parametres.contract'
import { prochaineActionContract } from './domain/prochaine-action/prochaine-action.contract'
import { rechercheContract } from './domain/recherche/recherche.contract'
import { registreContract } from './domain/registre/registre.contract'
import { reseauContract } from './domain/reseau/reseau.contract'
import { vocabulaireContract } from './domain/vocabulaire/vocabulaire.contract'
import { vueContract } from './domain/vue/vue.contract'

/** Everything that can be asked of the register, one line a slice. */
export const contract = {
  ...annuaireContract,
  ...aujourdhuiContract,
  ...bilanContract,
  ...affectationContract,
  ...agentContract,
  ...fseContract,
  ...demonstrationContract,
  ...doublonContract,
  ...courrielContract,
  ...envoiContract,
  ...etablissementContract,
  ...fenetreContract,
  ...fichierContract,
  ...importationContract,
  ...jalonContract,
  ...journalContract,
  ...campagneContract,
  ...circuitContract,
  ...lettreDeMissionContract,
  ...listeContract,
  ...serviceContract,
  ...vieContract,
  ...modeleLettreContract,
  ...modeleWordContract,
  ...parametresContract,
  ...prochaineActionContract,
  ...rechercheContract,
  ...registreContract,
  ...reseauContract,
  ...vocabulaireContract,
  ...vueContract,
}

export type OperationName = keyof typeof contract
