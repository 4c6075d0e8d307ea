import type { CleDeListe } from '../../shared/domain/liste/listes'
import { ecrivainAffectation } from '../features/affectation/affectation.ecriture'
import { ecrivainAgent } from '../features/agent/agent.ecriture'
import { sourceAgents } from '../features/agent/agent.source'
import { ecrivainEtablissement } from '../features/etablissement/etablissement.ecriture'
import { sourceEtablissements } from '../features/etablissement/etablissement.source'
import { ecrivainOperation } from '../features/fse/fse.ecriture'
import { sourceOperations } from '../features/fse/fse.source'
import { ecrivainLettre } from '../features/lettre-de-mission/ecriture'
import { sourceLettres } from '../features/lettre-de-mission/source'
import { ecrivainProchaineAction } from '../features/prochaine-action/prochaine-action.ecriture'
import { ecrivainReseau } from '../features/reseau/reseau.ecriture'
import { sourceReseaux } from '../features/reseau/reseau.source'
import type { Ecrivain } from '../liste/ecrivain'
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
