import type { FicheDesignee, LieuDuChangement } from '../../shared/domain/journal/journal.contract'
import { paths } from '../paths'

interface Lieu {
  liste: string
  /** The page of one record, open on a tab; absent when only its list shows it. */
  page?: (id: string, onglet: Record<string, string>) => string
  /** Beginning of the addresses where its records are seen under another name: one stays there. */
  aussi?: string
}

const parametres = (onglet: string): Lieu => ({ liste: paths.parametres.href({}, { onglet }) })

const lieux: Readonly<Record<string, Lieu>> = {
  agent: { liste: paths.agents.href({}), page: (id, onglet) => paths.agent.href({ id }, onglet) },
  etablissement: {
    liste: paths.etablissements.href({}),
    page: (id, onglet) => paths.etablissement.href({ id }, onglet),
  },
  reseau: { liste: paths.reseaux.href({}), page: (id, onglet) => paths.reseau.href({ id }, onglet) },
  lettreDeMission: { liste: paths.lettres.href({}), page: (id, onglet) => paths.lettre.href({ id }, onglet) },
  operationFse: { liste: paths.operationsFse.href({}), page: (id, onglet) => paths.operationFse.href({ id }, onglet) },
  modeleLettre: { ...parametres('modeles'), aussi: paths.modeleLettre.href({ code: '' }) },
  vocabulaire: parametres('listes'),
  bilanArrete: { liste: paths.bilan.href({}) },
  academie: parametres('academie'),
  anneeScolaire: parametres('annees'),
  modeleWord: parametres('modelesWord'),
  circuit: parametres('circuits'),
  texteCourriel: parametres('courriels'),
  jalon: { liste: paths.calendrier.href({}) },
  doublonEcarte: { liste: paths.doublons.href({}) },
  agentSansLettre: { liste: paths.campagne.href({}) },
}

/** The screen of a row that another than its record's shows, of its record otherwise. */
const lieuDe = (table: string, racine: string): Lieu | undefined => lieux[table] ?? lieux[racine]

/** Tab of a record's page that shows a row, by its table; absent for what the page shows first. */
const onglets: Readonly<Record<string, string>> = {
  agent: 'fiche',
  affectation: 'affectations',
  affectationReseau: 'affectations',
  etablissement: 'fiche',
  reseau: 'fiche',
  reseauMembre: 'membres',
  lettreEtablissement: 'etablissements',
  lettreDomaine: 'activite',
  lettreObjectif: 'activite',
  lettreSignataire: 'signatures',
  lettreVisa: 'signatures',
  lettreFse: 'fse',
  lettreReseau: 'service',
  lettreEvenement: 'suivi',
  lettreFigee: 'suivi',
  lettreRapport: 'suivi',
  operationFse: 'convention',
  ligneFse: 'plan',
  operationFseAgent: 'convention',
}

/** Fields of a letter that have their own tab. */
const textesDeLettre = new Set(['instances', 'moyens', 'suivi', 'observations', 'perimetre'])

/** What an objective came to is written where the letter's life is followed. */
const resultats = new Set(['resultat', 'atteinte', 'domaineId'])

const ongletDe = (table: string, champs: readonly string[]): Record<string, string> => {
  const onglet =
    table === 'lettreDeMission' && champs.some((champ) => textesDeLettre.has(champ))
      ? 'textes'
      : table === 'lettreObjectif' && champs.length > 0 && champs.every((champ) => resultats.has(champ))
        ? 'suivi'
        : onglets[table]
  return onglet === undefined ? {} : { onglet }
}

/** Address of the page that shows a record; null when none does (or the record is no more). */
export const pageDe = ({ table, page }: FicheDesignee, champs: readonly string[] = []): string | null =>
  page === null
    ? null
    : (lieux[page.table]?.page?.(page.id, ongletDe(table, champs)) ?? lieux[page.table]?.liste ?? null)

/**
 * Where the window goes to show a change, from where it is: the list that is already there keeps the eye on the row,
 * a record's page shows one record, its list several, or one that is no more. Null when no screen shows it.
 */
export function adresseDuChangement(ou: LieuDuChangement, hash: string): string | null {
  const { liste, aussi } = lieuDe(ou.table, ou.liste) ?? {}
  if (liste === undefined) return null
  // Two tabs of the settings are two places; a list keeps what its address says of it.
  const surLaListe = liste.includes('?') ? hash === liste : hash.split('?')[0] === liste
  const ici = surLaListe || (aussi !== undefined && hash.startsWith(aussi))
  if (ou.plusieurs || ici) return ici ? hash : liste
  return (lieux[ou.table]?.page === undefined && lieux[ou.table] ? liste : pageDe(ou, ou.champs)) ?? liste
}

/** Where on that screen, the most exact first: the row, the place of its kind, its record, the head of the page. */
export const endroits = ({ table, repere, montrees, page, liste, plusieurs }: LieuDuChangement): string[][] => [
  [...new Set([repere, ...montrees.filter((id) => id !== page?.id || table === liste || plusieurs)])],
  [table],
  montrees.slice(),
  ['fiche'],
]
