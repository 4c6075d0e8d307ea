import type { CleDeListe } from '../../shared/domain/liste/listes'
import type { TableSupprimable } from '../../shared/domain/liste/suppression.contract'
import { ecrivainAffectation, suppressionDAffectation } from '../features/affectation/affectation.ecriture'
import { ecrivainAgent, suppressionDAgent } from '../features/agent/agent.ecriture'
import { sourceAgents } from '../features/agent/agent.source'
import { ecrivainEtablissement, suppressionDEtablissement } from '../features/etablissement/etablissement.ecriture'
import { sourceEtablissements } from '../features/etablissement/etablissement.source'
import { ecrivainOperation, suppressionDOperation } from '../features/fse/fse.ecriture'
import { sourceOperations } from '../features/fse/fse.source'
import { ecrivainLettre, suppressionDeLettre } from '../features/lettre-de-mission/ecriture'
import { suppressionDeModele } from '../features/lettre-de-mission/modele-lettre.ecriture'
import { sourceLettres } from '../features/lettre-de-mission/source'
import { ecrivainProchaineAction } from '../features/prochaine-action/prochaine-action.ecriture'
import { ecrivainReseau, suppressionDeReseau } from '../features/reseau/reseau.ecriture'
import { sourceReseaux } from '../features/reseau/reseau.source'
import type { Ecrivain } from '../liste/ecrivain'
import type { Suppression } from '../liste/suppression'
import { avecProchaineAction } from '../liste/prochaines'
import type { SourceQuelconque } from '../liste/source'

/** Where each list reads its rows, one line a list. */
export const sourcesDesListes: Record<CleDeListe, SourceQuelconque> = {
  agents: avecProchaineAction(sourceAgents),
  etablissements: avecProchaineAction(sourceEtablissements),
  lettres: avecProchaineAction(sourceLettres),
  operations: avecProchaineAction(sourceOperations),
  reseaux: avecProchaineAction(sourceReseaux),
}

/** How the cells of each table are written: by the rule of its form, one line a table. */
export const ecrivains: Readonly<Record<string, Ecrivain>> = {
  affectation: ecrivainAffectation,
  agent: ecrivainAgent,
  etablissement: ecrivainEtablissement,
  lettreDeMission: ecrivainLettre,
  operationFse: ecrivainOperation,
  prochaineAction: ecrivainProchaineAction,
  reseau: ecrivainReseau,
}

/** The rule and the deletion of each table, one line a table. */
export const suppressions: Record<TableSupprimable, Suppression> = {
  affectation: suppressionDAffectation,
  agent: suppressionDAgent,
  etablissement: suppressionDEtablissement,
  lettreDeMission: suppressionDeLettre,
  modeleLettre: suppressionDeModele,
  operationFse: suppressionDOperation,
  reseau: suppressionDeReseau,
}
