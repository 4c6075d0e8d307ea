import type { Kysely, Transaction } from 'kysely'
import type { Affectation, AffectationReseau } from '../../shared/domain/affectation/affectation'
import type { Agent } from '../../shared/domain/agent/agent'
import type { BilanArrete } from '../../shared/domain/bilan/bilan-arrete'
import type { AnneeScolaire } from '../../shared/domain/annee-scolaire/annee-scolaire'
import type { DoublonEcarte } from '../../shared/domain/doublon/doublon'
import type { Etablissement } from '../../shared/domain/etablissement/etablissement'
import type { TexteCourriel } from '../../shared/domain/courriel/courriel'
import type { Fichier } from '../../shared/domain/fichier/fichier'
import type { LigneFse, OperationFse, OperationFseAgent } from '../../shared/domain/fse/fse'
import type { AgentSansLettre } from '../../shared/domain/campagne/campagne'
import type { Circuit, CircuitSignataire } from '../../shared/domain/circuit/circuit'
import type { ImportFait } from '../../shared/domain/importation/historique'
import type { CorrespondanceImport } from '../../shared/domain/importation/importation'
import type { Jalon } from '../../shared/domain/jalon/jalon'
import type {
  LettreDeMission,
  LettreDomaine,
  LettreEtablissement,
  LettreEvenement,
  LettreFigee,
  LettreFse,
  LettreObjectif,
  LettreRapport,
  LettreReseau,
  LettreSignataire,
  LettreVisa,
} from '../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { ModeleLettre } from '../../shared/domain/modele-lettre/modele-lettre'
import type { AdresseSignataire } from '../../shared/domain/courriel/adresse'
import type { ModeleWord } from '../../shared/domain/modele-word/modele-word'
import type { Academie } from '../../shared/domain/parametres/academie'
import type { ProchaineAction } from '../../shared/domain/prochaine-action/prochaine-action'
import type { Reseau, ReseauMembre } from '../../shared/domain/reseau/reseau'
import type { Vocabulaire } from '../../shared/domain/vocabulaire/vocabulaire'
import type { Vue } from '../../shared/domain/vue/vue'

/** Every table of the register, one line each: columns are the properties of the domain type. */
export interface Tables {
  academie: Academie
  adresseSignataire: AdresseSignataire
  affectation: Affectation
  affectationReseau: AffectationReseau
  agent: Agent
  agentSansLettre: AgentSansLettre
  anneeScolaire: AnneeScolaire
  bilanArrete: BilanArrete
  circuit: Circuit
  circuitSignataire: CircuitSignataire
  correspondanceImport: CorrespondanceImport
  doublonEcarte: DoublonEcarte
  etablissement: Etablissement
  fichier: Fichier
  importFait: ImportFait
  jalon: Jalon
  lettreDeMission: LettreDeMission
  lettreDomaine: LettreDomaine
  lettreEtablissement: LettreEtablissement
  lettreEvenement: LettreEvenement
  lettreFigee: LettreFigee
  lettreFse: LettreFse
  lettreObjectif: LettreObjectif
  lettreRapport: LettreRapport
  lettreReseau: LettreReseau
  lettreSignataire: LettreSignataire
  lettreVisa: LettreVisa
  ligneFse: LigneFse
  modeleLettre: ModeleLettre
  modeleWord: ModeleWord
  operationFse: OperationFse
  operationFseAgent: OperationFseAgent
  prochaineAction: ProchaineAction
  reseau: Reseau
  reseauMembre: ReseauMembre
  texteCourriel: TexteCourriel
  vocabulaire: Vocabulaire
  vue: Vue
}

/** The register's connection, or the transaction that shadows it. */
export type Database = Kysely<Tables> | Transaction<Tables>
/** For queries that only read. */
export type Reader = Pick<Database, 'selectFrom' | 'with' | 'fn'>
