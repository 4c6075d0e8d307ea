import type { Etablissement } from './etablissement'

/** Columns of the list, in the order of each packed row: what is seen and filtered, nothing more. */
export const colonnesDeListe = [
  'id',
  'uai',
  'nom',
  'type',
  'commune',
  'departement',
  'educationPrioritaire',
  'secteur',
  'etat',
  'nombreEleves',
] as const satisfies readonly (keyof Etablissement)[]

/** The networks an établissement belongs to on the reference day of the year. */
export interface AppartenancesDeListe {
  nombreReseaux: number
  /** Their names, separated by « · ». */
  reseaux: string
  /** How many of them are FOQUALE networks. */
  nombreFoquale: number
}

export interface EtablissementDeListe
  extends Pick<Etablissement, (typeof colonnesDeListe)[number]>, AppartenancesDeListe {
  /** Bassin, or ZAP where the académie works by ZAP; '' when unknown. */
  bassin: string
}

/**
 * The list as it crosses to the window. 100 000 rows as objects take 130 ms to cross and as long to make; as one JSON
 * text that SQLite writes, a third (measured). `decoderListe` gives them back.
 */
export interface ListeEtablissements {
  /** JSON: one array a row, its values in the order of `colonnesDeListe` then the bassin. */
  lignes: string
  /** Those in a network only. */
  appartenances: (AppartenancesDeListe & { id: string })[]
}

const sansReseau: AppartenancesDeListe = { nombreReseaux: 0, reseaux: '', nombreFoquale: 0 }

type LigneCompacte = [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  Etablissement['secteur'],
  Etablissement['etat'],
  number | null,
  string,
]

/** Rows of the list, in French order of names. */
export function decoderListe({ lignes, appartenances }: ListeEtablissements): EtablissementDeListe[] {
  const reseauxDe = new Map(appartenances.map(({ id, ...siennes }) => [id, siennes]))
  return (JSON.parse(lignes) as LigneCompacte[]).map(
    ([id, uai, nom, type, commune, departement, educationPrioritaire, secteur, etat, nombreEleves, bassin]) => {
      const { nombreReseaux, reseaux, nombreFoquale } = reseauxDe.get(id) ?? sansReseau
      return {
        id,
        uai,
        nom,
        type,
        commune,
        departement,
        educationPrioritaire,
        secteur,
        etat,
        nombreEleves,
        bassin,
        nombreReseaux,
        reseaux,
        nombreFoquale,
      }
    },
  )
}
