import type { contract } from '../../shared/contract'
import { annuaireHandlers } from '../features/annuaire/annuaire.handlers'
import { aujourdhuiHandlers } from '../features/aujourdhui/aujourdhui.handlers'
import { bilanHandlers } from '../features/bilan/bilan.handlers'
import { demonstrationHandlers } from '../features/demonstration/demonstration.handlers'
import { affectationHandlers } from '../features/affectation/affectation.handlers'
import { agentHandlers } from '../features/agent/agent.handlers'
import { doublonHandlers } from '../features/doublon/doublon.handlers'
import { etablissementHandlers } from '../features/etablissement/etablissement.handlers'
import { fenetreHandlers } from '../features/fenetre/fenetre.handlers'
import { fichierHandlers } from '../features/fichier/fichier.handlers'
import { fseHandlers } from '../features/fse/fse.handlers'
import { importationHandlers } from '../features/importation/importation.handlers'
import { jalonHandlers } from '../features/jalon/jalon.handlers'
import { journalHandlers } from '../features/journal/journal.handlers'
import { campagneHandlers } from '../features/lettre-de-mission/campagne.handlers'
import { circuitHandlers } from '../features/lettre-de-mission/circuit.handlers'
import { lettreDeMissionHandlers } from '../features/lettre-de-mission/lettre-de-mission.handlers'
import { serviceHandlers } from '../features/lettre-de-mission/service.handlers'
import { vieHandlers } from '../features/lettre-de-mission/vie.handlers'
import { parametresHandlers } from '../features/parametres/parametres.handlers'
import { prochaineActionHandlers } from '../features/prochaine-action/prochaine-action.handlers'
import { rechercheHandlers } from '../features/recherche/recherche.handlers'
import { registreHandlers } from '../features/registre/registre.handlers'
import { reseauHandlers } from '../features/reseau/reseau.handlers'
import { vueHandlers } from '../features/vue/vue.handlers'
import { vocabulaireHandlers } from '../features/vocabulaire/vocabulaire.handlers'
import { listeHandlers } from '../liste/liste.handlers'
import type { HandlersOf } from './handler'
import { ecrivains, sourcesDesListes } from './sources-des-listes'

/** Who answers each operation, one line a slice; a missing one does not compile. */
export const handlers: HandlersOf<typeof contract> = {
  ...annuaireHandlers,
  ...aujourdhuiHandlers,
  ...bilanHandlers,
  ...affectationHandlers,
  ...agentHandlers,
  ...fseHandlers,
  ...demonstrationHandlers,
  ...doublonHandlers,
  ...etablissementHandlers,
  ...fenetreHandlers,
  ...fichierHandlers,
  ...importationHandlers,
  ...jalonHandlers,
  ...journalHandlers,
  ...campagneHandlers,
  ...circuitHandlers,
  ...lettreDeMissionHandlers,
  ...listeHandlers(sourcesDesListes, ecrivains),
  ...serviceHandlers,
  ...vieHandlers,
  ...parametresHandlers,
  ...prochaineActionHandlers,
  ...rechercheHandlers,
  ...registreHandlers,
  ...reseauHandlers,
  ...vocabulaireHandlers,
  ...vueHandlers,
}
