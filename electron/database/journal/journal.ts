import type BetterSqlite3 from 'better-sqlite3'
import { userInfo } from 'node:os'
import { installerDeclencheurs } from './declencheurs'
import { type EtapeRow, hacherContenu, hacherEtape, premiereEmpreinte } from './empreinte'
import { type EtapeEnCours, etapeEnCours } from './etape-en-cours'

type Sqlite = BetterSqlite3.Database

/** What is written without the software having opened a step: another program, a forgotten path. */
const horsLogiciel = (now: () => string, phrase: string): EtapeEnCours => ({
  operation: 'exterieure',
  nature: 'exterieure',
  cibleSeq: null,
  phrase,
  composer: () => phrase,
  now,
  scellee: null,
})

/**
 * The steps of one open register. Triggers write the changes; a step is sealed at the end of the transaction that made
 * them, in that transaction, by its row of `etape`: the run of changes, who, when, and the link of the chain.
 */
export class Journal {
  readonly #sqlite: Sqlite
  readonly #dernierChangement: BetterSqlite3.Statement<[], number | null>
  readonly #dernierScelle: BetterSqlite3.Statement<[], number | undefined>
  readonly #derniereEtape: BetterSqlite3.Statement<[], EtapeRow>
  readonly #auteur: BetterSqlite3.Statement<[], string | null>
  readonly #inserer: BetterSqlite3.Statement<[EtapeRow]>
  readonly #prolonger: BetterSqlite3.Statement<[EtapeRow]>

  constructor(sqlite: Sqlite) {
    installerDeclencheurs(sqlite)
    this.#sqlite = sqlite
    this.#dernierChangement = sqlite.prepare('SELECT max(seq) FROM changement').pluck() as never
    // Asked at each transaction, most of which wrote nothing: two numbers cost a sixth of the whole row (measured).
    this.#dernierScelle = sqlite
      .prepare('SELECT dernierChangement FROM etape ORDER BY seq DESC LIMIT 1')
      .pluck() as never
    this.#derniereEtape = sqlite.prepare<[], EtapeRow>('SELECT * FROM etape ORDER BY seq DESC LIMIT 1')
    this.#auteur = sqlite.prepare('SELECT auteur FROM reglageJournal').pluck() as never
    this.#inserer = sqlite.prepare(`INSERT INTO etape
      (seq, instant, phrase, operation, qui, nature, cibleSeq, premierChangement, dernierChangement, fiches, allegee, contenuSha256, empreinte)
      VALUES (@seq, @instant, @phrase, @operation, @qui, @nature, @cibleSeq, @premierChangement, @dernierChangement, @fiches, @allegee, @contenuSha256, @empreinte)`)
    this.#prolonger =
      sqlite.prepare(`UPDATE etape SET phrase = @phrase, dernierChangement = @dernierChangement, fiches = @fiches,
      contenuSha256 = @contenuSha256, empreinte = @empreinte WHERE seq = @seq`)
  }

  /** Number of the last step, 0 before the first. */
  get dernierSeq(): number {
    return this.#derniereEtape.get()?.seq ?? 0
  }

  /** Whether changes were made since the last step was sealed. */
  get ouvert(): boolean {
    return (this.#dernierChangement.get() ?? 0) > (this.#dernierScelle.get() ?? 0)
  }

  /** Before a step: what was written outside any is sealed apart, so that it is not taken for part of this one. */
  adopter(phrase = 'Modification hors du logiciel', now = etapeEnCours()?.now ?? maintenant): void {
    if (this.ouvert) this.#enTransaction(() => this.#sceller(horsLogiciel(now, phrase)))
  }

  /** Seals what was written since the last step; nothing when nothing was. Belongs to the transaction that wrote. */
  sceller(
    etape: EtapeEnCours = etapeEnCours() ?? horsLogiciel(maintenant, 'Modification hors d’une commande'),
  ): number | null {
    return this.ouvert ? this.#enTransaction(() => this.#sceller(etape)) : null
  }

  /** A step that changed no record (the journal lightened): its sentence is chained all the same. */
  noter(etape: EtapeEnCours): void {
    this.#enTransaction(() => this.#sceller(etape))
  }

  /** Runs one write that is in no transaction, sealed with its step. */
  ecrireSeul<T>(write: () => T): T {
    return this.#enTransaction(() => {
      this.adopter()
      const result = write()
      this.sceller()
      return result
    })
  }

  #enTransaction<T>(write: () => T): T {
    return this.#sqlite.inTransaction ? write() : this.#sqlite.transaction(write).immediate()
  }

  #sceller(etape: EtapeEnCours): number {
    const derniere = this.#derniereEtape.get()
    const dernierChangement = this.#dernierChangement.get() ?? 0
    if (derniere && etape.scellee?.seq === derniere.seq && etape.scellee.empreinte.equals(derniere.empreinte)) {
      return this.#continuer(etape, derniere, dernierChangement)
    }
    const premierChangement = (derniere?.dernierChangement ?? 0) + 1
    const { contenu, fiches, resume } = hacherContenu(this.#sqlite, premierChangement, dernierChangement)
    const row = {
      seq: (derniere?.seq ?? 0) + 1,
      instant: etape.now(),
      phrase: etape.phrase ?? etape.composer(resume),
      operation: etape.operation,
      qui: this.#auteur.get() ?? compte(),
      nature: etape.nature,
      cibleSeq: etape.cibleSeq,
      premierChangement,
      dernierChangement,
      fiches,
      allegee: 0,
      contenuSha256: contenu,
    }
    const empreinte = hacherEtape(derniere?.empreinte ?? premiereEmpreinte, row)
    this.#inserer.run({ ...row, empreinte })
    etape.scellee = { seq: row.seq, empreinte }
    return row.seq
  }

  /** A command that writes in two transactions is one step all the same. */
  #continuer(etape: EtapeEnCours, derniere: EtapeRow, dernierChangement: number): number {
    const { contenu, fiches, resume } = hacherContenu(this.#sqlite, derniere.premierChangement, dernierChangement)
    const phrase = etape.phrase ?? etape.composer(resume)
    const row = { ...derniere, phrase, dernierChangement, fiches, contenuSha256: contenu }
    const precedente = this.#sqlite
      .prepare<[number], { empreinte: Buffer }>('SELECT empreinte FROM etape WHERE seq = ?')
      .get(derniere.seq - 1)
    const empreinte = hacherEtape(precedente?.empreinte ?? premiereEmpreinte, row)
    this.#prolonger.run({ ...row, empreinte })
    etape.scellee = { seq: row.seq, empreinte }
    return row.seq
  }
}

const maintenant = (): string => new Date().toISOString()

/** The operating system's account name; a machine that does not say leaves it empty. */
function lireCompte(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

let compteLu: string | undefined

/** Asked of the system once: it is the same as long as the process lives. */
const compte = (): string => (compteLu ??= lireCompte())
