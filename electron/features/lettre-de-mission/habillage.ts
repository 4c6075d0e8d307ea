import type { NouvelleLettre } from '../../../shared/domain/lettre-de-mission/creation'
import type { Contenu } from '../../../shared/domain/lettre-de-mission/dossier'
import type { Vocabulaire } from '../../../shared/domain/vocabulaire/vocabulaire'
import { cite, citerVisa } from './citation'
import type { listNoms } from './campagne.queries'

type Noms = Awaited<ReturnType<typeof listNoms>>

const index = <Ligne extends { id: string }>(lignes: readonly Ligne[]): ((id: string) => Ligne) => {
  const parId = new Map(lignes.map((ligne) => [ligne.id, ligne]))
  return (id) => {
    const ligne = parId.get(id)
    if (ligne === undefined) throw new Error(`letter citing ${id}, which is not in the register`)
    return ligne
  }
}

/** Gives the texts that are not written yet the names of all that they cite: they compare with those that are. Pure. */
export function habilleur(noms: Noms): (nouvelle: NouvelleLettre) => Contenu {
  const terme = index(noms.termes)
  const etablissement = index(noms.etablissements)
  const reseau = index(noms.reseaux)
  const operation = index(noms.operations)
  const agent = index(noms.agents)
  return (nouvelle) => {
    const { lettre } = nouvelle
    const regime = terme(lettre.regimeId)
    return {
      lettre,
      agent: agentCite(agent(lettre.agentId), terme),
      role: cite(terme(lettre.roleId)),
      regime: {
        ...cite(regime),
        categorie: regime.categorie as Contenu['regime']['categorie'],
        heures: regime.heures ?? 0,
      },
      residence: lettre.residenceId === null ? null : etablissement(lettre.residenceId),
      etablissements: nouvelle.etablissements.map((ligne) => ({
        ...etablissement(ligne.etablissementId),
        ...ligne,
        nature: ligne.natureId === null ? null : cite(terme(ligne.natureId)),
      })),
      domaines: nouvelle.domaines.map((ligne) => ({ ...cite(terme(ligne.domaineId)), ...ligne })),
      objectifs: nouvelle.objectifs,
      visas: nouvelle.visas.map((ligne) => citerVisa(ligne, noms.termes, lettre.dateEffetLe)),
      signataires: nouvelle.signataires.map((ligne) => ({
        ...ligne,
        code: ligne.signataireId === null ? null : terme(ligne.signataireId).code,
      })),
      reseaux: nouvelle.reseaux
        .map((ligne) => ({ ...reseau(ligne.reseauId), ...ligne }))
        .sort((a, b) => (a.cleTri < b.cleTri ? -1 : 1)),
      fse: nouvelle.fse.map((ligne) => {
        const { numero, intitule, programme, etat, debutLe, finLe } = operation(ligne.operationId)
        const cite = { numero, intitule, programme, operationAgents: noms.annexes.get(ligne.operationId) ?? [] }
        return { ...ligne, ...cite, operationEtat: etat, operationDebutLe: debutLe, operationFinLe: finLe }
      }),
    }
  }
}

function agentCite(
  { corpsId, statutId, ...agent }: Noms['agents'][number],
  terme: (id: string) => Vocabulaire,
): Contenu['agent'] {
  const corps = corpsId === null ? null : terme(corpsId)
  const statut = statutId === null ? null : terme(statutId)
  return {
    ...agent,
    corps: corps && cite(corps),
    corpsOrsHebdo: corps?.heures ?? null,
    statut: statut && { ...cite(statut), categorie: statut.categorie },
  }
}
