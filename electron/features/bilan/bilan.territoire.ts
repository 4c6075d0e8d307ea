import type { CouvertureDuBilan, EtablissementCite, EtablissementTouche } from '../../../shared/domain/bilan/bilan'
import { couverture, estACouvrir, type Perimetre } from '../../../shared/domain/reseau/couverture'
import { grouperPar } from '../../../shared/grouper'
import { couvre } from '../../../shared/periodes'
import { nomAffiche } from '../../../shared/text'
import type { Index } from './bilan.faits'

/** What the bilan counts as « à couvrir »: said in its « Méthode » sheet. */
const perimetre: Perimetre = { secteurs: ['public'], types: ['Collège', 'Lycée', 'EREA'] }

export function couvertureDuBilan(index: Index): CouvertureDuBilan {
  const aCouvrir = index.etablissements.filter((etablissement) => estACouvrir(etablissement, perimetre))
  const affectations = new Map(index.affectations.map((affectation) => [affectation.id, affectation]))
  const coordonnateurs = index.affectationReseaux.flatMap(({ affectationId, reseauId }) => {
    const affectation = affectations.get(affectationId)
    if (!affectation || index.terme(affectation.roleId)?.categorie !== 'coordonnateur') return []
    return [{ reseauId, agentId: affectation.agentId, debutLe: affectation.debutLe, finLe: affectation.finLe }]
  })
  const { jour, reseaux, membres } = index
  const situation = couverture({
    jour,
    etablissementIds: aCouvrir.map(({ id }) => id),
    reseaux,
    membres,
    coordonnateurs,
  })
  const reseauParId = new Map(reseaux.map((reseau) => [reseau.id, reseau]))
  const nomsDe = (ids: string[]): string => ids.map((id) => reseauParId.get(id)?.nom ?? '').join(', ')
  return {
    nombreACouvrir: aCouvrir.length,
    sansReseau: situation.sansReseau.flatMap((id) => cite(index, id)),
    enDouble: situation.enDouble.flatMap(({ etablissementId, reseauIds }) =>
      cite(index, etablissementId).map((etablissement) => ({ ...etablissement, reseaux: nomsDe(reseauIds) })),
    ),
    sansCoordonnateur: situation.sansCoordonnateur.flatMap((id) => {
      const reseau = reseauParId.get(id)
      return reseau ? [{ id, code: reseau.code, nom: reseau.nom, type: index.terme(reseau.typeId)?.abrege ?? '' }] : []
    }),
  }
}

/** Établissements cited by the active letters, in their own order. */
export function etablissementsTouches(index: Index): EtablissementTouche[] {
  const cites = grouperPar(index.lettreEtablissements, ({ etablissementId }) => etablissementId)
  const lettres = new Map(index.lettres.map((lettre) => [lettre.id, lettre]))
  const reseaux = grouperPar(
    index.membres.filter((membre) => couvre(membre, index.jour)),
    ({ etablissementId }) => etablissementId,
  )
  const reseauParId = new Map(index.reseaux.map((reseau) => [reseau.id, reseau.nom]))
  return index.etablissements.flatMap((etablissement) => {
    const liens = cites.get(etablissement.id)
    if (!liens) return []
    const agents = liens.flatMap(({ lettreId }) => {
      const agent = index.agentParId.get(lettres.get(lettreId)?.agentId ?? '')
      return agent ? [nomAffiche(agent)] : []
    })
    const noms = (reseaux.get(etablissement.id) ?? []).flatMap(({ reseauId }) => reseauParId.get(reseauId) ?? [])
    return cite(index, etablissement.id).map((cite) => ({
      ...cite,
      educationPrioritaire: etablissement.educationPrioritaire,
      reseaux: [...new Set(noms)].join(', '),
      nombreLettres: liens.length,
      agents: [...new Set(agents)].join(', '),
      gpds: liens.some(({ gpds }) => gpds === 1),
    }))
  })
}

function cite({ etablissementParId }: Index, id: string): EtablissementCite[] {
  const etablissement = etablissementParId.get(id)
  if (!etablissement) return []
  const { uai, nom, type, commune, departement } = etablissement
  return [{ id, uai, nom, type, commune, departement }]
}
