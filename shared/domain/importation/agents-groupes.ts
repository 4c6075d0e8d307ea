import { formatJour } from '../../dates'
import { formatPourcent } from '../../nombres'
import { libellesCplds } from '../agent/agent'
import type { AgentLu } from './agents-lecture'
import { cleDePersonne } from './personnes'
import { libelleCourt } from './termes'

/** One person of the sheet: the row that describes her, and those that give her another service or repeat her. */
export interface PersonneLue {
  principale: AgentLu
  /** Rows of other services of the same person (another rôle, another résidence). */
  autres: AgentLu[]
  /** Rows that say the same thing again. */
  doublons: AgentLu[]
}

const differe = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a !== null && b !== null && a !== undefined && b !== undefined && a !== '' && b !== '' && a !== b

/** What two rows of one name say differently, in words. */
function contradictions(a: AgentLu, b: AgentLu): string[] {
  return [
    ...(differe(a.residence?.id, b.residence?.id) ? ['résidence'] : []),
    ...(differe(a.telephone, b.telephone) ? ['téléphone'] : []),
    ...(differe(a.statut?.id, b.statut?.id) ? ['statut'] : []),
    ...(differe(a.corps?.id, b.corps?.id) ? ['corps'] : []),
  ]
}

/**
 * Two rows of one name are one person unless they contradict each other: another address, or two of résidence, telephone,
 * statut and corps. One address alone does not make one person: a homonym's was copied more than once.
 */
function memePersonne(a: AgentLu, b: AgentLu): boolean {
  return !differe(a.courriel, b.courriel) && contradictions(a, b).length < 2
}

const memeService = (a: AgentLu, b: AgentLu): boolean =>
  !differe(a.role?.id, b.role?.id) && !differe(a.residence?.id, b.residence?.id)

/** What a duplicate says otherwise than the row that is kept. */
function differences(gardee: AgentLu, autre: AgentLu): string[] {
  const dire = (nom: string, a: string | null | undefined, b: string | null | undefined): string[] =>
    (a ?? '') === (b ?? '') ? [] : [`${nom} ${b ? `« ${b} »` : 'vide'} au lieu de ${a ? `« ${a} »` : 'vide'}`]
  const terme = (valeur: AgentLu['statut']): string | null => (valeur === null ? null : libelleCourt(valeur))
  return [
    ...dire('quotité', formatPourcent(gardee.quotite), formatPourcent(autre.quotite)),
    ...dire('statut', terme(gardee.statut), terme(autre.statut)),
    ...dire('corps', terme(gardee.corps), terme(autre.corps)),
    ...dire('grade', gardee.grade, autre.grade),
    ...dire('réseau', gardee.reseau?.nom, autre.reseau?.nom),
    ...dire('téléphone', gardee.telephone, autre.telephone),
    ...dire('CPLDS', gardee.cplds && libellesCplds[gardee.cplds], autre.cplds && libellesCplds[autre.cplds]),
    ...dire(
      'fin de contrat',
      gardee.contratFinLe && formatJour(gardee.contratFinLe),
      autre.contratFinLe && formatJour(autre.contratFinLe),
    ),
  ]
}

/** Gathers the rows that describe one person; says the duplicates and the homonyms. */
export function grouperPersonnes(agents: readonly AgentLu[]): PersonneLue[] {
  const parNom = new Map<string, PersonneLue[]>()
  for (const agent of agents) {
    const cle = cleDePersonne(agent)
    const homonymes = parNom.get(cle) ?? []
    const personne = homonymes.find(({ principale }) => memePersonne(principale, agent))
    if (personne === undefined) homonymes.push({ principale: agent, autres: [], doublons: [] })
    else rattacher(personne, agent)
    parNom.set(cle, homonymes)
  }
  for (const homonymes of parNom.values()) if (homonymes.length > 1) signalerHomonymes(homonymes)
  return [...parNom.values()].flat()
}

function rattacher(personne: PersonneLue, agent: AgentLu): void {
  const semblable = [personne.principale, ...personne.autres].find((autre) => memeService(autre, agent))
  if (semblable === undefined) {
    personne.autres.push(agent)
    agent.lecteur.signaler('nom', {
      regle: 'agents.autreService',
      gravite: 'alerte',
      message: `La même personne est à la ligne ${personne.principale.lecteur.numero} : cette ligne est prise pour un second service de l’année.`,
    })
    return
  }
  personne.doublons.push(agent)
  const ecarts = differences(semblable, agent)
  const suite = ecarts.length === 0 ? 'Elle dit la même chose.' : `Elle dit autrement : ${ecarts.join(' ; ')}.`
  agent.lecteur.signaler('nom', {
    regle: 'agents.doublon',
    gravite: 'alerte',
    message: `Doublon de la ligne ${semblable.lecteur.numero} : même nom, même mél, même établissement. Cette ligne est laissée de côté. ${suite}`,
    suggestion: `Gardez une seule des deux lignes ${semblable.lecteur.numero} et ${agent.lecteur.numero}.`,
  })
  if (semblable.quotite !== agent.quotite)
    agent.lecteur.signaler('quotite', {
      regle: 'agents.doublonQuotite',
      gravite: 'alerte',
      message: `La quotité serait ${formatPourcent(agent.quotite)} ici et ${formatPourcent(semblable.quotite)} à la ligne ${semblable.lecteur.numero} : c’est celle-ci qui est retenue.`,
    })
}

function signalerHomonymes(homonymes: readonly PersonneLue[]): void {
  for (const { principale } of homonymes) {
    const autres = homonymes.filter((autre) => autre.principale !== principale)
    const lignes = autres.map((autre) => autre.principale.lecteur.numero).join(', ')
    const ecarts = [...new Set(autres.flatMap((autre) => contradictions(principale, autre.principale)))]
    const memeAdresse =
      principale.courriel !== '' && autres.some((autre) => autre.principale.courriel === principale.courriel)
    const champ = memeAdresse ? 'courriel' : 'nom'
    const commun = memeAdresse ? 'Même nom et même mél' : 'Même nom'
    const raison = ecarts.length > 0 ? `mais ${ecarts.join(', ')} différents` : 'mais mél différent'
    principale.lecteur.signaler(champ, {
      regle: 'agents.homonyme',
      gravite: 'alerte',
      message: `${commun} qu’à la ligne ${lignes}, ${raison} : importés comme deux personnes.${memeAdresse ? ' Une adresse mél ne sert qu’à une personne : vérifiez-la.' : ''}`,
      suggestion: memeAdresse
        ? 'Donnez à chacun sa propre adresse, ou supprimez une des lignes si c’est la même personne.'
        : undefined,
    })
  }
}

/** One address for people of different names: somebody's is wrong. */
export function signalerCourrielsPartages(agents: readonly AgentLu[]): void {
  const premiers = new Map<string, AgentLu>()
  for (const agent of agents) {
    if (agent.courriel === '') continue
    const premier = premiers.get(agent.courriel)
    if (premier === undefined) premiers.set(agent.courriel, agent)
    else if (cleDePersonne(premier) !== cleDePersonne(agent))
      agent.lecteur.signaler('courriel', {
        regle: 'agents.courrielPartage',
        gravite: 'alerte',
        message: `Cette adresse est aussi celle de ${premier.nom} ${premier.prenom}, ligne ${premier.lecteur.numero}.`,
      })
  }
}
