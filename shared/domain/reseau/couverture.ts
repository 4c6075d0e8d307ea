import { couvre, type Periode } from '../../periodes'
import { plier } from '../../text'

/** Which établissements the académie wants in a network: a setting, since the perimeter varies (metier.md § 2.1). */
export interface Perimetre {
  secteurs: readonly string[]
  /** Kinds of the annuaire (« Collège », « Lycée », « EREA »…), compared without accents or case. */
  types: readonly string[]
}

/** True for an open établissement of the perimeter. */
export function estACouvrir(
  etablissement: { secteur: string; type: string; etat: string },
  perimetre: Perimetre,
): boolean {
  const type = plier(etablissement.type)
  return (
    etablissement.etat === 'ouvert' &&
    perimetre.secteurs.includes(etablissement.secteur) &&
    perimetre.types.some((attendu) => plier(attendu) === type)
  )
}

/** What the coverage is computed from; identifiers only, so that the caller keeps its own rows. */
export interface SituationReseaux {
  /** Day looked at, `AAAA-MM-JJ`. */
  jour: string
  /** Établissements to cover (see `estACouvrir`). */
  etablissementIds: readonly string[]
  /** Networks in use. */
  reseaux: readonly { id: string; typeId: string }[]
  membres: readonly (Periode & { reseauId: string; etablissementId: string })[]
  /** Agents whose rôle is to coordinate, for each of their networks. */
  coordonnateurs: readonly (Periode & { reseauId: string; agentId: string })[]
}

export interface Couverture {
  /** Établissements to cover that belong to no network that day. */
  sansReseau: string[]
  /** Établissements in two or more networks of one kind that day, whether to cover or not. */
  enDouble: { etablissementId: string; typeId: string; reseauIds: string[] }[]
  /** Networks that nobody coordinates that day. */
  sansCoordonnateur: string[]
}

/** Who is in no network, who is in several of one kind, which networks nobody coordinates (metier.md § 2.1). */
export function couverture({ jour, etablissementIds, reseaux, membres, coordonnateurs }: SituationReseaux): Couverture {
  const typeDe = new Map(reseaux.map(({ id, typeId }) => [id, typeId]))
  const presents = membres.filter((membre) => couvre(membre, jour) && typeDe.has(membre.reseauId))
  const parEtablissementEtType = new Map<string, { etablissementId: string; typeId: string; reseauIds: Set<string> }>()
  for (const { etablissementId, reseauId } of presents) {
    const typeId = typeDe.get(reseauId) ?? ''
    const cle = JSON.stringify([etablissementId, typeId])
    const groupe = parEtablissementEtType.get(cle) ?? { etablissementId, typeId, reseauIds: new Set<string>() }
    groupe.reseauIds.add(reseauId)
    parEtablissementEtType.set(cle, groupe)
  }
  const couverts = new Set(presents.map(({ etablissementId }) => etablissementId))
  const coordonnes = new Set(coordonnateurs.filter((periode) => couvre(periode, jour)).map(({ reseauId }) => reseauId))
  return {
    sansReseau: etablissementIds.filter((id) => !couverts.has(id)),
    enDouble: [...parEtablissementEtType.values()]
      .filter(({ reseauIds }) => reseauIds.size > 1)
      .map((groupe) => ({ ...groupe, reseauIds: [...groupe.reseauIds] })),
    sansCoordonnateur: reseaux.filter(({ id }) => !coordonnes.has(id)).map(({ id }) => id),
  }
}
