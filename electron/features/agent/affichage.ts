import { grouperPar } from '../../../shared/grouper'
import { AppError } from '../../../shared/app-error'
import type { AffectationAffichee, AgentDeListe, LettreDAgent } from '../../../shared/domain/agent/agent.contract'
import type { Agent } from '../../../shared/domain/agent/agent'
import { heuresDues, type HeuresDues } from '../../../shared/domain/affectation/heures-dues'
import { quotiteSimultanee } from '../../../shared/domain/affectation/regles'
import { nommerTexte } from '../../../shared/domain/lettre-de-mission/avenant'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type { CategorieRegime, CategorieRole, CategorieStatut } from '../../../shared/domain/vocabulaire/vocabulaire'
import { majusculeInitiale } from '../../../shared/text'
import type { LigneAffectation, LigneLettre, listAgents, listReseauxDAffectations } from './agent.queries'

type LigneAgent = Awaited<ReturnType<typeof listAgents>>[number]
type LigneReseau = Awaited<ReturnType<typeof listReseauxDAffectations>>[number]

/** Rows put together as screens show them: labels agreed with the person, hours due computed. Pure. */
export function afficherAgents(
  agents: readonly LigneAgent[],
  rows: { affectations: readonly LigneAffectation[]; reseaux: readonly LigneReseau[]; lettres: readonly LigneLettre[] },
): AgentDeListe[] {
  const affectations = grouperPar(afficherAffectations(rows.affectations, rows.reseaux), ({ agentId }) => agentId)
  const lettres = grouperPar(rows.lettres, ({ agentId }) => agentId)
  return agents.map((agent) => {
    const siennes = affectations.get(agent.id) ?? []
    return {
      id: agent.id,
      civilite: agent.civilite,
      nom: agent.nom,
      prenom: agent.prenom,
      courriel: agent.courriel,
      telephone: agent.telephone,
      cplds: agent.cplds,
      contratFinLe: agent.contratFinLe,
      statut: agent.statutAbrege ?? titre(terme(agent.statutLibelle, agent.statutFeminin, agent.civilite)),
      statutCategorie: agent.statutCategorie as CategorieStatut | null,
      corps: agent.corpsAbrege ?? titre(terme(agent.corpsLibelle, agent.corpsFeminin, agent.civilite)),
      affectations: siennes,
      quotite:
        siennes.length === 0 ? null : quotiteSimultanee(siennes.map((part) => ({ ...part, libelle: part.role }))),
      lettres: (lettres.get(agent.id) ?? []).map(afficherLettre),
    }
  })
}

export function afficherAffectations(
  rows: readonly LigneAffectation[],
  reseaux: readonly LigneReseau[],
): AffectationAffichee[] {
  const byAffectation = grouperPar(reseaux, ({ affectationId }) => affectationId)
  return rows.map((row) => ({
    id: row.id,
    agentId: row.agentId,
    anneeId: row.anneeId,
    roleId: row.roleId,
    quotite: row.quotite,
    regimeId: row.regimeId,
    heuresEnseignementHebdo: row.heuresEnseignementHebdo,
    residenceId: row.residenceId,
    debutLe: row.debutLe,
    finLe: row.finLe,
    observations: row.observations,
    role: accorder({ libelle: row.roleLibelle, libelleFeminin: row.roleFeminin }, row.civilite),
    roleAbrege: row.roleAbrege ?? row.roleLibelle,
    categorie: row.roleCategorie as CategorieRole,
    regime: row.regimeAbrege ?? row.regimeLibelle,
    ...computedHours(row),
    residence: residenceOf(row),
    reseaux: (byAffectation.get(row.id) ?? []).map(({ id, nom }) => ({ id, nom })),
  }))
}

export const afficherLettre = (row: LigneLettre): LettreDAgent => ({
  id: row.id,
  anneeId: row.anneeId,
  roleId: row.roleId,
  role: accorder({ libelle: row.roleLibelle, libelleFeminin: row.roleFeminin }, row.civilite),
  texte: nommerTexte(row),
  etat: row.etat,
  active: row.active,
  dateEffetLe: row.dateEffetLe,
  finLe: row.finLe,
  signeeLe: row.signeeLe,
})

function computedHours(row: LigneAffectation): { heuresDues: HeuresDues | null; heuresManquent: string | null } {
  try {
    const regime = { categorie: row.regimeCategorie as CategorieRegime, heures: row.regimeHeures }
    return { heuresDues: heuresDues({ ...row, regime }), heuresManquent: null }
  } catch (error) {
    // What is missing to compute is a fact of the record, not a failure of the reading.
    if (error instanceof AppError) return { heuresDues: null, heuresManquent: error.message }
    throw error
  }
}

function residenceOf({
  residenceId,
  residenceUai,
  residenceNom,
  residenceCommune,
}: LigneAffectation): AffectationAffichee['residence'] {
  if (residenceId === null || residenceUai === null || residenceNom === null || residenceCommune === null) return null
  return { id: residenceId, uai: residenceUai, nom: residenceNom, commune: residenceCommune }
}

const titre = (libelle: string | null): string | null => libelle && majusculeInitiale(libelle)

/** A term of the académie's lists agreed with the person, null when there is none. */
export function terme(
  libelle: string | null,
  libelleFeminin: string | null,
  civilite: Agent['civilite'],
): string | null {
  return libelle === null ? null : accorder({ libelle, libelleFeminin }, civilite)
}
