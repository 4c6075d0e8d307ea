import { libelleDepartement } from '../../departements'
import type { ColonneDeListe, Ecriture, Liste } from '../../liste/colonne'
import type { Filtre } from '../../liste/filtre'
import { nomAffiche } from '../../text'
import { departementDeUai } from '../../uai'
import { unitesDHeures } from '../affectation/heures-dues'
import { libellesEtatLettre } from '../lettre-de-mission/etats'
import { colonnesDeProchaineAction } from '../prochaine-action/colonnes'
import { type Agent, libellesCplds } from './agent'
import type { AffectationAffichee, AgentDeListe, LettreDAgent } from './agent.contract'
import { preavisContratJours } from './regles'

const distincts = (textes: readonly (string | undefined)[], separateur: string): string =>
  [...new Set(textes.filter((texte) => texte !== undefined && texte !== ''))].join(separateur)

/** Services that a lettre de mission describes: coordonnateurs and formateurs. */
const demandeUneLettre = ({ categorie }: AffectationAffichee): boolean => categorie !== 'autre'

/** True when a service of the year has no active letter. */
export const sansLettre = ({ affectations, lettres }: AgentDeListe): boolean =>
  affectations.some((service) => demandeUneLettre(service) && !lettres.some(({ roleId }) => roleId === service.roleId))

const ordreEtats = Object.keys(libellesEtatLettre)

/** The letter that is the least advanced: the one to work on. */
export const lettreATraiter = (lettres: readonly LettreDAgent[]): LettreDAgent | undefined =>
  lettres.toSorted((a, b) => ordreEtats.indexOf(a.etat) - ordreEtats.indexOf(b.etat))[0]

const sansLettreMot = 'Sans lettre'

function etatDeLettre(agent: AgentDeListe): string {
  if (sansLettre(agent)) return sansLettreMot
  const lettre = lettreATraiter(agent.lettres)
  return lettre ? libellesEtatLettre[lettre.etat] : ''
}

/** What the hours of somebody are counted by; several when their services differ. */
const unites = ({ affectations }: AgentDeListe): ReadonlySet<'an' | 'semaine'> =>
  new Set(affectations.flatMap(({ heuresDues }) => heuresDues?.unite ?? []))

/** Sum of the hours due, all counted alike, or of those counted by the year; null when there is none. */
function heures({ affectations }: AgentDeListe, unite?: 'an'): number | null {
  const dues = affectations.flatMap(({ heuresDues }) =>
    heuresDues && (unite === undefined || heuresDues.unite === unite) ? [heuresDues.heures] : [],
  )
  return dues.length === 0 ? null : dues.reduce((total, chacune) => total + chacune, 0)
}

type Options = Omit<Ecriture<AgentDeListe>, 'champ' | 'fiche'>

const surAgent = (champ: keyof Agent, options: Options = {}) => ({
  ecriture: { champ, fiche: ({ id }: AgentDeListe) => ({ table: 'agent', id }), ...options },
})

/** Somebody with several services has them written on their record. */
const surAffectation = (champ: string, options: Options = {}) => ({
  ecriture: {
    champ,
    fiche: ({ affectations: [seule, ...autres] }: AgentDeListe) =>
      seule && autres.length === 0 ? { table: 'affectation', id: seule.id } : null,
    ...options,
  },
})

const deCategorie = (categorie: AffectationAffichee['categorie']) => (agent: AgentDeListe) =>
  agent.affectations.some((service) => service.categorie === categorie)

/** What is asked first of an agent; the rest is one scroll to the right, or chosen. */
const colonnes: readonly ColonneDeListe<AgentDeListe>[] = [
  { cle: 'agent', titre: 'Agent', type: 'texte', valeur: nomAffiche },
  {
    cle: 'role',
    titre: 'Rôle',
    type: 'liste',
    valeur: ({ affectations }) =>
      distincts(
        affectations.map(({ roleAbrege }) => roleAbrege),
        ' + ',
      ),
    separateur: ' + ',
    groupable: true,
    ...surAffectation('roleId', { vocabulaire: 'role' }),
  },
  {
    cle: 'quotite',
    titre: 'Quotité',
    type: 'pourcentage',
    valeur: ({ quotite }) => quotite,
    total: 'somme',
    uniteTotale: 'ETP',
    ...surAffectation('quotite'),
  },
  {
    cle: 'heures',
    titre: 'Heures dues',
    type: 'heures',
    // Hours a year and hours a week make no sum.
    valeur: (agent) => (unites(agent).size > 1 ? null : heures(agent)),
    total: 'somme',
    totalDe: 'heuresAnnuelles',
    uniteDe: 'uniteDesHeures',
    uniteTotale: 'h/an',
  },
  {
    cle: 'lettre',
    titre: 'Lettre',
    type: 'liste',
    valeur: etatDeLettre,
    valeurs: [sansLettreMot, ...Object.values(libellesEtatLettre)],
    groupable: true,
  },
  {
    cle: 'residence',
    titre: 'Résidence',
    type: 'liste',
    valeur: ({ affectations }) =>
      distincts(
        affectations.map(({ residence }) => (residence ? `${residence.nom}, ${residence.commune}` : undefined)),
        ' + ',
      ),
    separateur: ' + ',
    groupable: true,
    ...surAffectation('residenceId', { reference: 'etablissement', vide: null }),
  },
  {
    cle: 'reseaux',
    titre: 'Réseaux',
    type: 'liste',
    valeur: ({ affectations }) =>
      distincts(
        affectations.flatMap(({ reseaux }) => reseaux.map(({ nom }) => nom)),
        ' · ',
      ),
    separateur: ' · ',
    groupable: true,
  },
  {
    cle: 'statut',
    titre: 'Statut',
    type: 'liste',
    valeur: ({ statut }) => statut,
    groupable: true,
    ...surAgent('statutId', { vocabulaire: 'statut', vide: null }),
  },
  {
    cle: 'contrat',
    titre: 'Fin de contrat',
    type: 'jour',
    valeur: ({ contratFinLe }) => contratFinLe,
    ...surAgent('contratFinLe', { vide: null }),
  },
  {
    cle: 'corps',
    titre: 'Corps',
    type: 'liste',
    valeur: ({ corps }) => corps,
    groupable: true,
    ...surAgent('corpsId', { vocabulaire: 'corps', vide: null }),
  },
  {
    cle: 'cplds',
    titre: 'CPLDS',
    type: 'liste',
    valeur: ({ cplds }) => (cplds === 'non' ? '' : libellesCplds[cplds]),
    groupable: true,
    ...surAgent('cplds', { choix: { Non: 'non', 'En cours': 'enCours', Oui: 'oui' }, vide: 'non' }),
  },
  {
    cle: 'courriel',
    titre: 'Courriel',
    type: 'texte',
    valeur: ({ courriel }) => courriel,
    masquee: true,
    ...surAgent('courriel', { vide: '' }),
  },
  {
    cle: 'telephone',
    titre: 'Téléphone',
    type: 'texte',
    valeur: ({ telephone }) => telephone,
    masquee: true,
    ...surAgent('telephone', { vide: '' }),
  },
  { cle: 'nom', titre: 'Nom', type: 'texte', valeur: ({ nom }) => nom, masquee: true, ...surAgent('nom') },
  {
    cle: 'prenom',
    titre: 'Prénom',
    type: 'texte',
    valeur: ({ prenom }) => prenom,
    masquee: true,
    ...surAgent('prenom'),
  },
  {
    cle: 'civilite',
    titre: 'Civilité',
    type: 'liste',
    valeur: ({ civilite }) => civilite && (civilite === 'madame' ? 'Madame' : 'Monsieur'),
    masquee: true,
    groupable: true,
    ...surAgent('civilite', { choix: { Madame: 'madame', Monsieur: 'monsieur' }, vide: null }),
  },
  {
    cle: 'uniteDesHeures',
    titre: 'Unité des heures',
    type: 'liste',
    valeur: (agent) => [...unites(agent)].map((unite) => unitesDHeures[unite]).join(' + '),
    valeurs: Object.values(unitesDHeures),
    separateur: ' + ',
    masquee: true,
  },
  {
    cle: 'heuresAnnuelles',
    titre: 'Heures annuelles',
    type: 'heures',
    valeur: (agent) => heures(agent, 'an'),
    masquee: true,
    total: 'somme',
  },
  {
    cle: 'departement',
    titre: 'Département',
    type: 'liste',
    valeur: ({ affectations }) =>
      distincts(
        affectations.map(({ residence }) => (residence ? libelleDepartement(departementDeUai(residence.uai)) : '')),
        ' + ',
      ),
    separateur: ' + ',
    groupable: true,
    masquee: true,
  },
  {
    cle: 'services',
    titre: 'Affectations',
    type: 'nombre',
    valeur: ({ affectations }) => affectations.length,
    masquee: true,
  },
  {
    cle: 'coordonnateur',
    titre: 'Coordonnateur',
    type: 'booleen',
    valeur: deCategorie('coordonnateur'),
    masquee: true,
  },
  { cle: 'formateur', titre: 'Formateur', type: 'booleen', valeur: deCategorie('formateur'), masquee: true },
  {
    cle: 'titulaire',
    titre: 'Titulaire',
    type: 'booleen',
    valeur: ({ statutCategorie }) => statutCategorie === 'titulaire',
    masquee: true,
  },
  {
    cle: 'sansResidence',
    titre: 'Sans résidence',
    type: 'booleen',
    valeur: ({ affectations }) => affectations.some(({ residence }) => residence === null),
    masquee: true,
  },
  {
    cle: 'sansReseau',
    titre: 'Sans réseau',
    type: 'booleen',
    valeur: ({ affectations }) =>
      affectations.some((service) => demandeUneLettre(service) && service.reseaux.length === 0),
    masquee: true,
  },
  { cle: 'sansLettre', titre: 'Sans lettre', type: 'booleen', valeur: sansLettre, masquee: true },
  ...colonnesDeProchaineAction<AgentDeListe>('agent'),
]

/** The same as `contratBientotFini` for those whose contract is followed, as the list is filtered. */
export const filtreContratAVoir: Filtre = {
  lien: 'et',
  termes: [
    { colonne: 'titulaire', op: 'non' },
    {
      lien: 'ou',
      termes: [
        { colonne: 'contrat', op: 'periode', periode: 'passe' },
        { colonne: 'contrat', op: 'periode', periode: { dansLes: preavisContratJours } },
      ],
    },
  ],
}

/** Who serves in the school year, or who does not, in French order of names. */
export const listeAgents: Liste<AgentDeListe, 'agents'> = {
  cle: 'agents',
  table: 'agent',
  titre: 'Agents',
  noun: { un: 'agent', plusieurs: 'agents' },
  colonnes,
}
