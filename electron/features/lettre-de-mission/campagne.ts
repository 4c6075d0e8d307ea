import { anneeScolairePrecedente } from '../../../shared/annee-scolaire'
import type { Proposition } from '../../../shared/domain/campagne/campagne.contract'
import { comparerEnColonnes } from '../../../shared/domain/campagne/presentation'
import {
  acceptables,
  type Decision,
  type FaitsDeCampagne,
  planifierCampagne,
} from '../../../shared/domain/campagne/proposition'
import { differencesEnLigne } from '../../../shared/domain/lettre-de-mission/comparaison'
import { controlerDossier } from '../../../shared/domain/lettre-de-mission/controle'
import { rangSuivant, referenceSuivante } from '../../../shared/domain/lettre-de-mission/creation'
import { type Contenu, heuresReparties, uniteHeures } from '../../../shared/domain/lettre-de-mission/dossier'
import { estVivante } from '../../../shared/domain/lettre-de-mission/etats'
import { accorder } from '../../../shared/domain/lettre-de-mission/genre'
import type { ModeleLu } from '../../../shared/domain/modele-lettre/modele-lettre'
import type { Academie } from '../../../shared/domain/parametres/academie'
import { nomAffiche } from '../../../shared/text'
import type { Database } from '../../database/tables'
import type { Context } from '../../register/context'
import { listModeles } from '../../lettres/modeles'
import { getAnnee, listContrats, listMembres, listNoms, listRaisons } from './campagne.queries'
import { listCircuits } from './circuit.queries'
import { listReferences, listServices, listTermesActifs, type ServiceLu } from './creation.queries'
import { listDossiers } from './dossiers.queries'
import { habilleur } from './habillage'
import { getAcademie } from './lettre-de-mission.queries'
import { proposer } from './propositions'

type Noms = Awaited<ReturnType<typeof listNoms>>

/** A year's campaign: what is decided for each agent and rôle, and what its sentences need. */
export interface CampagneLue {
  anneeId: string
  precedenteId: string
  rentreeLe: string
  academie: Academie
  modeles: ModeleLu[]
  decisions: Decision[]
  noms: Noms
}

/** Gathers what a campaign is decided from, and decides. Reads only. */
export async function preparerCampagne(
  db: Database,
  anneeId: string,
  { today, newId, resources }: Pick<Context, 'today' | 'newId' | 'resources'>,
): Promise<CampagneLue> {
  const annee = await getAnnee(db, anneeId)
  const precedenteId = anneeScolairePrecedente(anneeId)
  const academie = await getAcademie(db)
  const modeles = await listModeles(db, resources)
  const termes = await listTermesActifs(db)
  const circuits = await listCircuits(db)
  const noms = await listNoms(db)
  const membres = await listMembres(db, annee.debutLe)
  const operations = new Map(noms.operations.map((operation) => [operation.id, operation]))
  const rang = rangSuivant(await listReferences(db, anneeId), academie.prefixeReference, anneeId)
  const faits: FaitsDeCampagne = {
    annee,
    aujourdhui: today(),
    services: await listServices(db, { anneeId }, modeles),
    precedentes: (await listDossiers(db, { anneeId: precedenteId })).filter(({ lettre }) => lettre.active === 1),
    actuelles: (await listDossiers(db, { anneeId })).filter(({ lettre }) => estVivante(lettre)),
    raisons: await listRaisons(db, anneeId),
    contrats: await listContrats(db),
    cadreDe: (service) => ({
      membres,
      toleranceHeures: academie.toleranceHeures,
      newId,
      operations,
      propositions: proposer(
        service as ServiceLu,
        modeles,
        academie,
        termes,
        referenceSuivante(academie.prefixeReference, anneeId, rang),
        circuits,
      ),
    }),
    habiller: habilleur(noms),
  }
  const decisions = planifierCampagne(faits)
  return { anneeId, precedenteId, rentreeLe: annee.debutLe, academie, modeles, decisions, noms }
}

/** What a decision shows: chips, two columns, what the rules say of the text proposed. */
export function presenter({ academie, modeles, noms, precedenteId, anneeId }: CampagneLue, aujourdhui: string) {
  const agents = new Map(noms.agents.map((agent) => [agent.id, agent]))
  const termes = new Map(noms.termes.map((terme) => [terme.id, terme]))
  const lieux = new Map(noms.etablissements.map((lieu) => [lieu.id, lieu]))
  return (decision: Decision): Proposition => {
    const { agentId, roleId, genre, service, precedente, actuelle, contenu, differences } = decision
    const agent = agents.get(agentId)
    const role = termes.get(roleId)
    const montre: Contenu | null = contenu ?? actuelle ?? precedente
    const avant = genre === 'correction' || genre === 'avenant' ? actuelle : precedente
    const apres = contenu ?? actuelle
    const accorde = role && agent ? accorder(role, agent.civilite) : ''
    const residenceId = service?.affectation.residenceId ?? montre?.lettre.residenceId ?? ''
    const reparties = apres === null ? null : heuresReparties(apres)
    return {
      ...{ cle: decision.cle, agentId, roleId, genre, differences, raison: decision.raison },
      agent: agent ? nomAffiche(agent) : '',
      role: accorde,
      roleAbrege: role?.abrege ?? accorde,
      lieu: montre?.reseaux.map(({ nom }) => nom).join(', ') || (lieux.get(residenceId)?.nom ?? ''),
      departement: lieux.get(residenceId)?.departement ?? '',
      quotite: montre?.lettre.quotite ?? service?.affectation.quotite ?? null,
      heuresDues: montre?.lettre.heuresDues ?? null,
      uniteHeures: montre ? uniteHeures(montre) : 'an',
      affectationId: service?.affectation.id ?? null,
      lettreId: actuelle?.lettre.id ?? null,
      precedenteId: precedente?.lettre.id ?? null,
      etat: actuelle?.lettre.etat ?? null,
      enLigne: differencesEnLigne(differences),
      comparaison: comparerEnColonnes(avant, apres),
      colonnes:
        genre === 'correction' || genre === 'avenant' ? ['La lettre', 'L’affectation'] : [precedenteId, anneeId],
      constats:
        apres === null || !acceptables.has(genre)
          ? []
          : controlerDossier(
              { ...apres, autres: actuelle?.autres ?? [], autresFse: actuelle?.autresFse ?? [], amende: null },
              { academie, modeles },
              aujourdhui,
            ),
      ecart: reparties === null || apres === null ? null : Number((reparties - apres.lettre.heuresDues).toFixed(4)),
    }
  }
}
