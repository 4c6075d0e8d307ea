import type { Affectation, AffectationReseau } from '../affectation/affectation'
import type { Agent } from '../agent/agent'
import type { AnneeScolaire } from '../annee-scolaire/annee-scolaire'
import type { LigneFse, OperationFse } from '../fse/fse'
import type {
  LettreDeMission,
  LettreDomaine,
  LettreEtablissement,
  LettreFse,
  LettreReseau,
  LettreSignataire,
  LettreVisa,
} from '../lettre-de-mission/lettre-de-mission'
import type { ModeleLu } from '../modele-lettre/modele-lettre'
import type { Academie } from '../parametres/academie'
import type { Reseau, ReseauMembre } from '../reseau/reseau'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import type { EtablissementVu } from './etablissements'

/** The tables that an import writes, in an order that foreign keys accept. */
export interface TablesImportees {
  reseau: Reseau
  reseauMembre: ReseauMembre
  agent: Agent
  affectation: Affectation
  affectationReseau: AffectationReseau
  operationFse: OperationFse
  ligneFse: LigneFse
  lettreDeMission: LettreDeMission
  lettreEtablissement: LettreEtablissement
  lettreDomaine: LettreDomaine
  lettreReseau: LettreReseau
  lettreVisa: LettreVisa
  lettreSignataire: LettreSignataire
  lettreFse: LettreFse
}
export type TableImportee = keyof TablesImportees

/** One row to write: the plan is made of these, so that what was shown is what is written. */
export type Ecriture = {
  [Table in TableImportee]:
    | { table: Table; genre: 'ajout'; valeurs: TablesImportees[Table] }
    | { table: Table; genre: 'modification'; id: string; champs: Partial<TablesImportees[Table]> }
}[TableImportee]

/** What the register holds, as the import needs it. */
export interface RegistreLu {
  academie: Pick<Academie, 'grilleActivite' | 'toleranceHeures' | 'signature' | 'titreAutorite'>
  /** Who signs each model of letter. */
  modeles: readonly ModeleLu[]
  annee: AnneeScolaire
  /** Today, `AAAA-MM-JJ`. */
  aujourdhui: string
  vocabulaires: readonly Vocabulaire[]
  etablissements: readonly EtablissementVu[]
  tables: { readonly [Table in TableImportee]: readonly TablesImportees[Table][] }
}

/** The register as it would be once the rows planned so far are written: later sheets see earlier ones. */
export interface Etat {
  readonly registre: Omit<RegistreLu, 'tables'>
  readonly newId: () => string
  /** Every write planned so far, in order. */
  readonly ecritures: Ecriture[]
  lignes: <Table extends TableImportee>(table: Table) => TablesImportees[Table][]
  ligne: <Table extends TableImportee>(table: Table, id: string) => TablesImportees[Table] | undefined
  appliquer: (ecritures: readonly Ecriture[]) => void
}

type Rangees = { [Table in TableImportee]: Map<string, TablesImportees[Table]> }

/** An overlay on what was read: nothing of the register itself changes. */
export function creerEtat({ tables, ...registre }: RegistreLu, newId: () => string): Etat {
  const rangees = Object.fromEntries(
    Object.entries(tables).map(([table, lignes]) => [table, new Map(lignes.map((ligne) => [ligne.id, ligne]))]),
  ) as unknown as Rangees
  const ecritures: Ecriture[] = []
  const appliquerUne = (ecriture: Ecriture): void => {
    const rangee = rangees[ecriture.table] as Map<string, { id: string }>
    if (ecriture.genre === 'ajout') rangee.set(ecriture.valeurs.id, ecriture.valeurs)
    else rangee.set(ecriture.id, { ...rangee.get(ecriture.id), ...ecriture.champs, id: ecriture.id })
  }
  return {
    registre,
    newId,
    ecritures,
    lignes: (table) => [...rangees[table].values()],
    ligne: (table, id) => rangees[table].get(id),
    appliquer: (nouvelles) => {
      for (const ecriture of nouvelles) {
        ecritures.push(ecriture)
        appliquerUne(ecriture)
      }
    },
  }
}
