import { plier } from '../../text'

/**
 * Titles of the columns that are read, folded (no case, no accent, `_` as a space), in the order of preference:
 * both generations of the published CSV (« Code postal », « Code_postal »), the API’s names, usual variants.
 * Source: jeu fr-en-annuaire-education, metier.md § 9.2.
 */
const titres = {
  uai: ['identifiant de l etablissement', 'code uai', 'uai', 'numero uai', 'rne', 'code rne'],
  nom: ['nom etablissement', 'nom de l etablissement', 'appellation officielle'],
  type: ['type etablissement', 'type d etablissement'],
  secteur: ['statut public prive', 'secteur public prive', 'secteur'],
  commune: ['nom commune', 'commune', 'libelle commune'],
  adresse1: ['adresse 1', 'adresse'],
  adresse2: ['adresse 2'],
  codePostal: ['code postal'],
  departement: ['code departement'],
  academieCode: ['code academie'],
  telephone: ['telephone'],
  courriel: ['mail', 'courriel'],
  bassinCode: ['code bassin formation'],
  bassinNom: ['libelle bassin formation'],
  zapCode: ['code zone animation pedagogique'],
  zapNom: ['libelle zone animation pedagogique'],
  educationPrioritaire: ['appartenance education prioritaire'],
  voieGenerale: ['voie generale'],
  voieTechnologique: ['voie technologique'],
  voieProfessionnelle: ['voie professionnelle'],
  segpa: ['segpa'],
  ulis: ['ulis'],
  nombreEleves: ['nombre d eleves'],
  latitude: ['latitude'],
  longitude: ['longitude'],
  ouvertLe: ['date ouverture'],
  annuaireLe: ['date maj ligne'],
  etat: ['etat', 'etat etablissement', 'libelle etat'],
  nature: ['libelle nature', 'nature uai libe'],
} as const satisfies Record<string, readonly string[]>

export type ColonneAnnuaire = keyof typeof titres

/** Without these, a file is not the annuaire; how its publisher writes them. */
const requises: Partial<Record<ColonneAnnuaire, string>> = {
  uai: 'Identifiant_de_l_etablissement',
  nom: 'Nom_etablissement',
  type: 'Type_etablissement',
  secteur: 'Statut_public_prive',
  commune: 'Nom_commune',
}

/** Index of each column found, from 0. */
export type Colonnes = Readonly<Partial<Record<ColonneAnnuaire, number>>>

export interface EntetesLus {
  colonnes: Colonnes
  /** Titles, as published, of the required columns that are not there. */
  manquantes: string[]
}

/** Finds the columns of the annuaire by their titles, whatever their order and their capitals. */
export function lireEntetes(entetes: readonly string[]): EntetesLus {
  const plies = entetes.map(plier)
  const trouvees = Object.entries(titres).flatMap(([colonne, acceptes]) => {
    const index = acceptes.map((titre) => plies.indexOf(titre)).find((each) => each >= 0)
    return index === undefined ? [] : [[colonne, index] as const]
  })
  const colonnes: Colonnes = Object.fromEntries(trouvees)
  const manquantes = Object.entries(requises).filter(([colonne]) => colonnes[colonne as ColonneAnnuaire] === undefined)
  return { colonnes, manquantes: manquantes.map(([, titre]) => titre) }
}
