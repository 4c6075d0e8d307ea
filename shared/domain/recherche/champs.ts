import { nearestTo } from '../../proche'
import { plier } from '../../text'

/** A field that a search can name: `commune:rennes`. */
export const champsRecherche = {
  uai: { nom: 'uai', sens: 'Code UAI, ou son début', synonymes: ['rne'] },
  commune: { nom: 'commune', sens: 'Commune de l’établissement', synonymes: ['ville'] },
  departement: { nom: 'département', sens: 'Numéro ou nom du département', synonymes: ['dep', 'dpt'] },
  bassin: { nom: 'bassin', sens: 'Bassin ou ZAP', synonymes: ['zap'] },
  type: { nom: 'type', sens: 'Type d’établissement ou de réseau', synonymes: ['nature'] },
  reseau: { nom: 'réseau', sens: 'Réseau de l’agent, de l’établissement ou de la lettre', synonymes: [] },
  role: { nom: 'rôle', sens: 'Rôle de l’agent ou de la lettre', synonymes: ['fonction'] },
  statut: { nom: 'statut', sens: 'Statut de l’agent', synonymes: [] },
  corps: { nom: 'corps', sens: 'Corps de l’agent', synonymes: [] },
  discipline: { nom: 'discipline', sens: 'Discipline de l’agent', synonymes: [] },
  etat: { nom: 'état', sens: 'État de la lettre, de l’opération ou de l’établissement', synonymes: [] },
  annee: { nom: 'année', sens: 'Année scolaire de la lettre', synonymes: ['an'] },
  programme: { nom: 'programme', sens: 'Programme de l’opération FSE', synonymes: [] },
} as const satisfies Record<string, { nom: string; sens: string; synonymes: readonly string[] }>

export type ChampRecherche = keyof typeof champsRecherche
export const clesChamps = Object.keys(champsRecherche) as ChampRecherche[]

const parNom: ReadonlyMap<string, ChampRecherche> = new Map(
  clesChamps.flatMap((cle) =>
    [champsRecherche[cle].nom, ...champsRecherche[cle].synonymes].map((nom): [string, ChampRecherche] => [
      plier(nom),
      cle,
    ]),
  ),
)

/** The field of that name, accents and case ignored; undefined when there is none. */
export const champNomme = (nom: string): ChampRecherche | undefined => parNom.get(plier(nom))

/** What to say of a field that does not exist, with the nearest one when there is one. */
export function champInconnu(nom: string): string {
  const proche = nearestTo(nom, clesChamps, (cle) => champsRecherche[cle].nom)
  const suite = proche
    ? `Essayez « ${champsRecherche[proche].nom} : ».`
    : `Les champs sont : ${clesChamps.map((cle) => champsRecherche[cle].nom).join(', ')}.`
  return `Le champ « ${nom} » n’existe pas ; le texte entier a été cherché. ${suite}`
}
