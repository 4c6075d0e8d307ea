import type { contract, OperationName } from '../../shared/contract'
import type { Operation } from '../../shared/ipc'
import type { Context } from './context'
import type { HandlersOf } from './handler'

/** The operations whose name starts with a word. */
type OperationsOf<Word extends string> = {
  [Name in Extract<OperationName, `${Word}.${string}`>]: (typeof contract)[Name]
}
type WordOf<Name> = Name extends `${infer Word}.${string}` ? Word : never

/**
 * Who answers each word of the operations, one line a word; a missing one does not compile. A slice is read at its
 * first call: the process is ready for the first screen without the imports, the letters and the bilan.
 */
const slices = {
  academie: () => import('../features/parametres/parametres.handlers').then((slice) => slice.parametresHandlers),
  affectation: () => import('../features/affectation/affectation.handlers').then((slice) => slice.affectationHandlers),
  agent: () => import('../features/agent/agent.handlers').then((slice) => slice.agentHandlers),
  anneeScolaire: () => import('../features/parametres/parametres.handlers').then((slice) => slice.parametresHandlers),
  annuaire: () => import('../features/annuaire/annuaire.handlers').then((slice) => slice.annuaireHandlers),
  aujourdhui: () => import('../features/aujourdhui/aujourdhui.handlers').then((slice) => slice.aujourdhuiHandlers),
  bilan: () => import('../features/bilan/bilan.handlers').then((slice) => slice.bilanHandlers),
  campagne: () => import('../features/lettre-de-mission/campagne.handlers').then((slice) => slice.campagneHandlers),
  circuit: () => import('../features/lettre-de-mission/circuit.handlers').then((slice) => slice.circuitHandlers),
  courriel: () => import('../features/lettre-de-mission/courriel.handlers').then((slice) => slice.courrielHandlers),
  demonstration: () =>
    import('../features/demonstration/demonstration.handlers').then((slice) => slice.demonstrationHandlers),
  doublon: () => import('../features/doublon/doublon.handlers').then((slice) => slice.doublonHandlers),
  envoi: () => import('../features/lettre-de-mission/envoi.handlers').then((slice) => slice.envoiHandlers),
  etablissement: () =>
    import('../features/etablissement/etablissement.handlers').then((slice) => slice.etablissementHandlers),
  fenetre: () => import('../features/fenetre/fenetre.handlers').then((slice) => slice.fenetreHandlers),
  fichier: () => import('../features/fichier/fichier.handlers').then((slice) => slice.fichierHandlers),
  fse: () => import('../features/fse/fse.handlers').then((slice) => slice.fseHandlers),
  importation: () => import('../features/importation/importation.handlers').then((slice) => slice.importationHandlers),
  jalon: () => import('../features/jalon/jalon.handlers').then((slice) => slice.jalonHandlers),
  journal: () => import('../features/journal/journal.handlers').then((slice) => slice.journalHandlers),
  lettreDeMission: () =>
    Promise.all([
      import('../features/lettre-de-mission/lettre-de-mission.handlers'),
      import('../features/lettre-de-mission/vie.handlers'),
    ]).then(([{ lettreDeMissionHandlers }, { vieHandlers }]) => ({
      ...lettreDeMissionHandlers,
      ...vieHandlers,
    })),
  liste: () =>
    Promise.all([import('../liste/liste.handlers'), import('./sources-des-listes')]).then(
      ([{ listeHandlers }, { sourcesDesListes, ecrivains, suppressions }]) =>
        listeHandlers(sourcesDesListes, ecrivains, suppressions),
    ),
  modeleLettre: () =>
    import('../features/lettre-de-mission/modele-lettre.handlers').then((slice) => slice.modeleLettreHandlers),
  modeleWord: () =>
    import('../features/lettre-de-mission/modele-word.handlers').then((slice) => slice.modeleWordHandlers),
  prochaineAction: () =>
    import('../features/prochaine-action/prochaine-action.handlers').then((slice) => slice.prochaineActionHandlers),
  recherche: () => import('../features/recherche/recherche.handlers').then((slice) => slice.rechercheHandlers),
  registre: () => import('../features/registre/registre.handlers').then((slice) => slice.registreHandlers),
  reseau: () => import('../features/reseau/reseau.handlers').then((slice) => slice.reseauHandlers),
  service: () => import('../features/lettre-de-mission/service.handlers').then((slice) => slice.serviceHandlers),
  vocabulaire: () => import('../features/vocabulaire/vocabulaire.handlers').then((slice) => slice.vocabulaireHandlers),
  vue: () => import('../features/vue/vue.handlers').then((slice) => slice.vueHandlers),
} satisfies { [Word in WordOf<OperationName>]: () => Promise<HandlersOf<OperationsOf<Word>>> }

/** What answers an operation. */
export async function handlerOf({ name }: Operation): Promise<(context: Context, input: unknown) => Promise<unknown>> {
  const word = name.slice(0, name.indexOf('.')) as WordOf<OperationName>
  const slice = (await slices[word]()) as Record<string, unknown>
  return slice[name] as (context: Context, input: unknown) => Promise<unknown>
}
