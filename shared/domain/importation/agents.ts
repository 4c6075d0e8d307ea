import { formatJour } from '../../dates'
import { plier } from '../../text'
import { clesAgent } from '../agent/cles'
import { libellesCplds, type Agent } from '../agent/agent'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import { grouperPersonnes, signalerCourrielsPartages, type PersonneLue } from './agents-groupes'
import { lireAgent, type AgentLu } from './agents-lecture'
import { apparier } from './agents-appariement'
import { deciderService, servicesConnus, type ServicesConnus } from './agents-service'
import { controlerCumul, controlerFeuilleAgents, controlerLigne, controlerTotaux } from './agents-regles'
import { comparer, vide, type Difference, type Montres } from './differences'
import { nommerTerme } from './termes'
import type { Ecriture, Etat } from './etat'
import type { Lecteur } from './lecteur'
import type { Changement, LignePlanifiee } from './plan'
import { conclure, estRefuse, type Chantier, type Decision } from './planifier-feuille'

/** Plans a sheet of people: each row is a person and her service of the year; repeated rows and homonyms are told apart. */
export function* planifierAgents(chantier: Chantier): Generator<undefined, LignePlanifiee[]> {
  const { etat } = chantier
  const agents: AgentLu[] = []
  for (const lecteur of chantier.lecteurs) {
    const agent = lireAgent(chantier, lecteur)
    controlerLigne(agent, etat.registre)
    agents.push(agent)
    yield
  }
  const regime = regimeParDefaut(etat.registre.vocabulaires)
  if (regime === null) for (const { lecteur } of agents) refuserSansRegime(lecteur)
  controlerFeuilleAgents(chantier, agents, regime)
  signalerCourrielsPartages(agents)
  // A refused row stands for nobody: the same person may be written correctly further down.
  const [refusees, lues] = [
    agents.filter(({ lecteur }) => estRefuse(lecteur)),
    agents.filter(({ lecteur }) => !estRefuse(lecteur)),
  ]
  const decisions = new Map<Lecteur, Decision>(refusees.map((agent) => [agent.lecteur, { titre: titreDe(agent) }]))
  const personnes = grouperPersonnes(lues)
  controlerTotaux(chantier, agents, new Set(personnes.flatMap(({ doublons }) => doublons)))
  const existants = apparier(chantier, personnes)
  const services = servicesConnus(etat)
  for (const personne of personnes) {
    controlerCumul(personne, etat.registre.annee)
    const decidees = deciderPersonne(chantier, services, {
      personne,
      existant: existants.get(personne),
      regimeId: regime?.id ?? '',
    })
    for (const [lecteur, decision] of decidees) decisions.set(lecteur, decision)
    yield
  }
  const lignes = chantier.lecteurs.map((lecteur) =>
    conclure(chantier, lecteur, decisions.get(lecteur) ?? { titre: '' }),
  )
  retenirAbsents(chantier, agents, personnes)
  return lignes
}

const titreDe = ({ nom, prenom }: Pick<AgentLu, 'nom' | 'prenom'>): string => `${nom} ${prenom}`.trim()

const regimeParDefaut = (vocabulaires: readonly Vocabulaire[]): Vocabulaire | null =>
  vocabulaires
    .filter(({ liste, categorie, actif }) => liste === 'regimeService' && categorie === 'annuel' && actif === 1)
    .sort((a, b) => a.ordre - b.ordre)[0] ?? null

const refuserSansRegime = (lecteur: Lecteur): void =>
  lecteur.signaler('regime', {
    regle: 'agents.regime',
    gravite: 'bloquant',
    message: 'L’académie n’a aucun régime de service annuel : ajoutez-en un dans les paramètres.',
  })

/** Tells the sheets that come after whom they will not find, and why. */
function retenirAbsents(
  { memoire, exclues }: Chantier,
  agents: readonly AgentLu[],
  personnes: readonly PersonneLue[],
): void {
  const presents = new Set(personnes.map(({ principale }) => plier(titreDe(principale))))
  for (const agent of agents) {
    const cle = plier(titreDe(agent))
    const { feuille, numero } = agent.lecteur
    if (exclues.has(numero)) memoire.absents.set(cle, `sa ligne ${numero} de « ${feuille} » n’est pas cochée`)
    else if (!presents.has(cle)) memoire.absents.set(cle, `sa ligne ${numero} de « ${feuille} » est à corriger d’abord`)
  }
  for (const { principale, doublons } of personnes)
    for (const doublon of doublons)
      if (doublon.quotite !== principale.quotite)
        memoire.doublons.set(plier(titreDe(principale)), {
          feuille: doublon.lecteur.feuille,
          ref: doublon.lecteur.ref('quotite'),
          retenue: principale.quotite,
          ecartee: doublon.quotite,
        })
}

function deciderPersonne(
  { exclues, memoire }: Chantier,
  services: ServicesConnus,
  { personne, existant, regimeId }: { personne: PersonneLue; existant: Agent | undefined; regimeId: string },
): [Lecteur, Decision][] {
  const rangees = [personne.principale, ...personne.autres]
  // The record is written with the first row that the user kept.
  const premiere = rangees.find(({ lecteur }) => !exclues.has(lecteur.numero)) ?? personne.principale
  const titre = titreDe(personne.principale)
  const agentId = existant?.id ?? services.etat.newId()
  const { feuille, ref } = premiere.lecteur
  if (!exclues.has(premiere.lecteur.numero)) memoire.agents.set(agentId, { feuille, ref: ref('nom'), nom: titre })
  const fiche = decrireAgent(services.etat, agentId, existant, personne.principale)
  const lignes = rangees.map((agent): [Lecteur, Decision] => {
    const service = deciderService(services, agentId, agent, regimeId)
    const { ecritures, changements } = agent === premiere ? fiche : { ecritures: [], changements: [] }
    const decision: Decision = {
      titre,
      nouveau: existant === undefined,
      changements: [...changements, ...service.changements],
      ecritures: [...ecritures, ...service.ecritures],
    }
    return [agent.lecteur, decision]
  })
  return [
    ...lignes,
    ...personne.doublons.map((agent): [Lecteur, Decision] => [agent.lecteur, { titre, doublon: true }]),
  ]
}

/** The person's record: created, or compared with the one of the register. */
function decrireAgent(
  etat: Etat,
  id: string,
  existant: Agent | undefined,
  lu: AgentLu,
): { ecritures: Ecriture[]; changements: Changement[] } {
  if (existant === undefined)
    return { ecritures: [{ table: 'agent', genre: 'ajout', valeurs: creerAgent(id, lu) }], changements: [] }
  const { champs, changements } = modifier(etat, existant, lu)
  return {
    changements,
    ecritures: changements.length === 0 ? [] : [{ table: 'agent', genre: 'modification', id, champs }],
  }
}

function creerAgent(id: string, agent: AgentLu): Agent {
  const {
    civilite,
    nom,
    prenom,
    courriel,
    telephone,
    statut,
    corps,
    grade,
    discipline,
    contratFinLe,
    cplds,
    observations,
  } = agent
  return {
    id,
    civilite,
    nom,
    prenom,
    courriel,
    telephone,
    statutId: statut?.id ?? null,
    corpsId: corps?.id ?? null,
    grade,
    discipline,
    echelon: null,
    echelonLe: null,
    contratFinLe,
    cplds: cplds ?? 'non',
    priseFonctionLe: null,
    observations,
    ...clesAgent({ nom, prenom }),
  }
}

/** What the row says of a known person; an empty cell says nothing. */
function modifier({ registre }: Etat, existant: Agent, agent: AgentLu): Difference<Agent> {
  const terme = (id: string | null): string => nommerTerme(registre.vocabulaires, id)
  const jour = (valeur: string | null): string => (valeur === null ? '—' : formatJour(valeur))
  const texte = (libelle: string, colonne: string) => ({ libelle, colonne, texte: vide })
  const montres: Montres<Agent> = {
    civilite: { libelle: 'Civilité', colonne: 'civilite', texte: vide },
    courriel: texte('Mél', 'courriel'),
    telephone: texte('Téléphone', 'telephone'),
    statutId: { libelle: 'Statut', colonne: 'statut', texte: terme },
    corpsId: { libelle: 'Corps', colonne: 'corps', texte: terme },
    grade: texte('Grade', 'corps'),
    discipline: texte('Discipline', 'corps'),
    contratFinLe: { libelle: 'Fin de contrat', colonne: 'contratFin', texte: jour },
    cplds: { libelle: 'CPLDS', colonne: 'cplds', texte: (valeur) => libellesCplds[valeur] },
    observations: texte('Observations', 'observations'),
  }
  return comparer(
    existant,
    {
      ...(agent.civilite !== null && { civilite: agent.civilite }),
      ...(agent.courriel !== '' && { courriel: agent.courriel }),
      ...(agent.telephone !== '' && { telephone: agent.telephone }),
      ...(agent.statut !== null && { statutId: agent.statut.id }),
      ...(agent.corps !== null && { corpsId: agent.corps.id }),
      ...(agent.grade !== '' && { grade: agent.grade }),
      ...(agent.discipline !== '' && { discipline: agent.discipline }),
      ...(agent.contratFinLe !== null && { contratFinLe: agent.contratFinLe }),
      ...(agent.cplds !== null && { cplds: agent.cplds }),
      ...(agent.observations !== '' &&
        !existant.observations.includes(agent.observations) && {
          observations: ajouter(existant.observations, agent.observations),
        }),
    },
    montres,
  )
}

const ajouter = (avant: string, suite: string): string => (avant === '' ? suite : `${avant}\n${suite}`)
