import type BetterSqlite3 from 'better-sqlite3'
import { champsTus, libelleChamp } from '../../../shared/domain/journal/champs'
import { nommerFiche, parentDe } from '../../../shared/domain/journal/fiches'
import { genresDeFiche, type Ligne, type Lire } from '../../../shared/domain/journal/fiches.donnees'
import type {
  EtapeDeJournal,
  FicheDesignee,
  FicheGardee,
  NatureEtape,
  ValeurChangee,
} from '../../../shared/domain/journal/journal.contract'
import { afficherValeur, extraitsDifferents } from '../../../shared/domain/journal/valeurs'
import { phraseDeRefus } from '../../../shared/domain/journal/refus'
import type { EtapeRow } from '../../database/journal/empreinte'
import { effets, estFondatrice } from '../../database/journal/etapes'
import type { Obstacle } from '../../database/journal/inverse'
import { Lignes, lireJson, memeValeur } from '../../database/journal/lignes'

/** Says records, values and steps in French, reading the register as it is and, for what is gone, the journal. */
export class Affichage {
  readonly lignes: Lignes
  readonly #effets: ReturnType<typeof effets>
  readonly #derniereSuppression: BetterSqlite3.Statement<[string, string], string>
  readonly #modele: (code: string) => Ligne | null
  readonly #suivies: BetterSqlite3.Statement<[string], string>

  constructor(sqlite: BetterSqlite3.Database) {
    this.lignes = new Lignes(sqlite)
    this.#effets = effets(sqlite)
    const modele = sqlite.prepare<[string], Ligne>('SELECT * FROM modeleLettre WHERE code = ?')
    this.#modele = (code) => modele.get(code) ?? null
    this.#suivies = sqlite.prepare('SELECT ligneId FROM fichePistee WHERE tableNom = ?').pluck() as never
    this.#derniereSuppression = sqlite
      .prepare(
        `SELECT c.avant FROM fichePistee f JOIN changement c ON c.ficheNum = f.num
         WHERE f.tableNom = ? AND f.ligneId = ? AND c.operation = 'D' ORDER BY c.seq DESC LIMIT 1`,
      )
      .pluck() as never
  }

  /** The row as it is, or as it last was; a model of letter also by its code. */
  readonly lire: Lire = (table, id) => {
    const presente = this.lignes.lire(table, id) ?? (table === 'modeleLettre' ? this.#modele(id) : null)
    if (presente) return presente
    const avant = this.#derniereSuppression.get(table, id)
    return avant === undefined ? null : lireJson(avant)
  }

  etape({ seq, instant, phrase, operation, qui, nature, fiches, allegee }: EtapeRow): EtapeDeJournal {
    const tient = this.#effets.tient(seq)
    const annulable = tient && fiches > 0 && allegee === 0 && !estFondatrice({ operation })
    return {
      seq,
      instant,
      phrase,
      operation,
      qui,
      nature: nature as NatureEtape,
      fiches,
      tient,
      annulable,
      allegee: allegee === 1,
    }
  }

  fiche(table: string, id: string, ligne: Ligne | null = this.lire(table, id)): FicheDesignee {
    return { table, id, libelle: nommerFiche(table, ligne, this.lire), page: this.#page(table, id, ligne) }
  }

  gardee({ table, id, raison, champs, autre }: Obstacle): FicheGardee {
    const fiche = this.fiche(table, id)
    const cause = {
      table,
      libelle: fiche.libelle,
      raison,
      champs,
      autre: autre && this.fiche(autre.table, autre.id).libelle,
    }
    return { ...fiche, raison: phraseDeRefus(cause) }
  }

  /** The columns that differ between two states of a record; all those that say something when there was none. */
  valeurs(table: string, avant: Ligne | null, apres: Ligne | null): ValeurChangee[] {
    const references = this.lignes.references(table)
    const noms = Object.keys({ ...avant, ...apres }).filter((champ) => !champsTus.has(champ))
    const dire = (champ: string, ligne: Ligne | null): string =>
      ligne === null ? '—' : afficherValeur({ table, champ, ligne }, references, this.lire)
    return noms
      .filter((champ) => !memeValeur(avant?.[champ] ?? null, apres?.[champ] ?? null))
      .map((champ) => {
        const [ancienne, nouvelle] = extraitsDifferents(dire(champ, avant), dire(champ, apres))
        return { champ, libelle: libelleChamp(table, champ) ?? champ, avant: ancienne, apres: nouvelle }
      })
      .filter((valeur) => valeur.avant !== valeur.apres)
  }

  #page(table: string, id: string, ligne: Ligne | null): { table: string; id: string } | null {
    const racine = this.racine(table, id, ligne)
    return this.lignes.lire(racine.table, racine.id) === null ? null : racine
  }

  /** The record whose page shows this one, climbing from a row to what it belongs to. */
  racine(table: string, id: string, ligne?: Ligne | null): { table: string; id: string } {
    if (!genresDeFiche[table]?.parent) return { table, id }
    const parent = parentDe(table, ligne === undefined ? this.lire(table, id) : ligne)
    return parent === null ? { table, id } : this.racine(parent.table, parent.id)
  }

  /** Under what name a screen shows a record: its identifier, usually. */
  repere(table: string, id: string): string {
    const ligne = this.lire(table, id)
    return (ligne && genresDeFiche[table]?.repere?.(ligne)) ?? id
  }

  /** The school year of a record, or of what it belongs to; null for what has none. */
  annee(table: string, id: string): string | null {
    const ligne = this.lire(table, id)
    if (typeof ligne?.['anneeId'] === 'string') return ligne['anneeId']
    const parent = parentDe(table, ligne)
    return parent === null ? null : this.annee(parent.table, parent.id)
  }

  /** The rows, there or gone, that a screen knows under one name: its identifier, or the code of a model… */
  identifiants(table: string, repere: string): string[] {
    if (!genresDeFiche[table]?.repere) return [repere]
    return this.#suivies.all(table).filter((id) => id === repere || this.repere(table, id) === repere)
  }
}
