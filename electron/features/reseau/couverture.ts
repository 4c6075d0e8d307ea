import type { ParsedInputOf } from '../../../shared/ipc'
import { couverture, estACouvrir } from '../../../shared/domain/reseau/couverture'
import type { ReseauMembre } from '../../../shared/domain/reseau/reseau'
import type {
  couvertureReseaux,
  CouvertureReseaux,
  EtablissementDeReseau,
} from '../../../shared/domain/reseau/reseau.contract'
import type { listPersonnesDuJour, listReseaux } from './reseau.queries'

interface Faits {
  reseaux: Awaited<ReturnType<typeof listReseaux>>
  /** In force on the day. */
  membres: readonly ReseauMembre[]
  personnes: Awaited<ReturnType<typeof listPersonnesDuJour>>
  /** In French order of names. */
  etablissements: readonly EtablissementDeReseau[]
  typesConnus: string[]
}

/** The coverage of the networks looked at, its identifiers replaced by what the screen shows. Pure. */
export function calculerCouverture(choix: ParsedInputOf<typeof couvertureReseaux>, faits: Faits): CouvertureReseaux {
  const { jour, categories } = choix
  const aCouvrir = faits.etablissements.filter((etablissement) => estACouvrir(etablissement, choix))
  const reseaux = faits.reseaux.filter(
    ({ actif, categorie }) => actif === 1 && (categories.length === 0 || categories.some((each) => each === categorie)),
  )
  const trouve = couverture({
    jour,
    reseaux,
    etablissementIds: aCouvrir.map(({ id }) => id),
    membres: faits.membres,
    coordonnateurs: faits.personnes.filter(({ categorie }) => categorie === 'coordonnateur'),
  })
  const parId = new Map(reseaux.map((reseau) => [reseau.id, reseau]))
  const sans = new Set(trouve.sansReseau)
  const doubles = new Map(trouve.enDouble.map((double) => [double.etablissementId, double]))
  return {
    jour,
    aCouvrir: aCouvrir.length,
    couverts: aCouvrir.length - sans.size,
    sansReseau: aCouvrir.filter(({ id }) => sans.has(id)),
    enDouble: faits.etablissements.flatMap((etablissement) => {
      const double = doubles.get(etablissement.id)
      if (!double) return []
      const ses = double.reseauIds.flatMap((id) => parId.get(id) ?? [])
      const [premier] = ses
      return [{ etablissement, type: premier ? typeDe(premier) : '', reseaux: ses.map(({ id, nom }) => ({ id, nom })) }]
    }),
    sansCoordonnateur: trouve.sansCoordonnateur.flatMap((id) => {
      const reseau = parId.get(id)
      if (!reseau) return []
      const { code, nom, bassin } = reseau
      const nombreMembres = faits.membres.filter(({ reseauId }) => reseauId === id).length
      return [{ id, code, nom, type: typeDe(reseau), bassin, nombreMembres }]
    }),
    typesConnus: faits.typesConnus,
  }
}

const typeDe = ({ abrege, libelle }: { abrege: string | null; libelle: string }): string => abrege ?? libelle
