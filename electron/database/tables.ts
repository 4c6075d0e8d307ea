import type { Kysely, Transaction } from 'kysely'
import type { Affectation, AffectationReseau } from '../../shared/domain/affectation/affectation'
import type { Agent } from '../../shared/domain/agent/agent'
import type { AnneeScolaire } from '../../shared/domain/annee-scolaire/annee-scolaire'
import type { Etablissement } from '../../shared/domain/etablissement/etablissement'
import type { Fichier } from '../../shared/domain/fichier/fichier'
import type { LigneFse, OperationFse } from '../../shared/domain/fse/fse'
import type { CorrespondanceImport } from '../../shared/domain/importation/importation'
import type {
  LettreDeMission,
  LettreDomaine,
  LettreEtablissement,
  LettreFse,
  LettreObjectif,
  LettreReseau,
  LettreSignataire,
  LettreVisa,
} from '../../shared/domain/lettre-de-mission/lettre-de-mission'
import type { Academie } from '../../shared/domain/parametres/academie'
import type { Reseau, ReseauMembre } from '../../shared/domain/reseau/reseau'
import type { Vocabulaire } from '../../shared/domain/vocabulaire/vocabulaire'
import type { Vue } from '../../shared/domain/vue/vue'

/** Every table of the register, one line each: columns are the properties of the domain type. */
export interface Tables {
  academie: Academie
  affectation: Affectation
  affectationReseau: AffectationReseau
  agent: Agent
  anneeScolaire: AnneeScolaire
  correspondanceImport: CorrespondanceImport
  etablissement: Etablissement
  fichier: Fichier
  lettreDeMission: LettreDeMission
  lettreDomaine: LettreDomaine
  lettreEtablissement: LettreEtablissement
  lettreFse: LettreFse
  lettreObjectif: LettreObjectif
  lettreReseau: LettreReseau
  lettreSignataire: LettreSignataire
  lettreVisa: LettreVisa
  ligneFse: LigneFse
  operationFse: OperationFse
  reseau: Reseau
  reseauMembre: ReseauMembre
  vocabulaire: Vocabulaire
  vue: Vue
}

/** The register's connection, or the transaction that shadows it. */
export type Database = Kysely<Tables> | Transaction<Tables>
/** For queries that only read. */
export type Reader = Pick<Database, 'selectFrom' | 'with' | 'fn'>
