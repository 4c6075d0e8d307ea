import {
  absents,
  champsPresents,
  cleDePresence,
  comparer,
  type Ecart,
} from '../../../shared/domain/annuaire/comparaison'
import type { Colonnes } from '../../../shared/domain/annuaire/colonnes'
import {
  type Anomalie,
  type EtablissementAnnuaire,
  type LigneAnnuaire,
  lireLigne,
} from '../../../shared/domain/annuaire/lecture'
import type { PerimetreAnnuaire } from '../../../shared/domain/annuaire/perimetre'
import type { Etablissement } from '../../../shared/domain/etablissement/etablissement'

export interface LigneNouvelle {
  numero: number
  lu: EtablissementAnnuaire
  anomalies: Anomalie[]
}

export interface LigneModifiee extends LigneNouvelle, Ecart {
  avant: Etablissement
  rouverte: boolean
}

export interface LigneRejetee {
  numero: number
  ligne: Extract<LigneAnnuaire, { sort: 'rejetee' }>
}

/** A record to close: said closed by the row `numero`, or absent from the file. */
export interface AFermer {
  avant: Etablissement
  numero: number | null
}

/** What importing the file would write, and what it would leave. */
export interface PlanAnnuaire {
  lues: number
  horsPerimetre: number
  inchangees: number
  nouvelles: LigneNouvelle[]
  modifiees: LigneModifiee[]
  rejetees: LigneRejetee[]
  doublons: LigneNouvelle[]
  fermees: AFermer[]
  /** Rows of unchanged records that deserve a look. */
  douteuses: LigneNouvelle[]
  /** What the file holds, wanted or not: rows by place and kind. */
  contenu: Contenu[]
}

export interface Contenu {
  academieCode: string
  departement: string
  type: string
  lignes: number
}

/**
 * Decides row by row what becomes of each one, against the register as it is. Feed it every row, then ask for the
 * plan: reading a large file can be cut in slices between which the process answers others.
 */
export class Planification {
  readonly #colonnes: Colonnes
  readonly #perimetre: PerimetreAnnuaire
  readonly #enregistres: ReadonlyMap<string, Etablissement>
  readonly #presents: ReturnType<typeof champsPresents>
  readonly #vus = new Set<string>()
  readonly #retenus = new Set<string>()
  readonly #plan: PlanAnnuaire = {
    lues: 0,
    horsPerimetre: 0,
    inchangees: 0,
    nouvelles: [],
    modifiees: [],
    rejetees: [],
    doublons: [],
    fermees: [],
    douteuses: [],
    contenu: [],
  }
  readonly #contenu = new Map<string, Contenu>()

  constructor(colonnes: Colonnes, perimetre: PerimetreAnnuaire, enregistres: ReadonlyMap<string, Etablissement>) {
    this.#colonnes = colonnes
    this.#perimetre = perimetre
    this.#enregistres = enregistres
    this.#presents = champsPresents(colonnes)
  }

  lire(numero: number, valeurs: readonly string[]): void {
    this.#plan.lues += 1
    const ligne = lireLigne(valeurs, this.#colonnes, this.#perimetre)
    this.#vus.add(valeurs[this.#colonnes.uai ?? 0]?.trim() ?? '')
    this.#compterContenu(ligne)
    if (ligne.sort === 'horsPerimetre') {
      this.#plan.horsPerimetre += 1
    } else if (ligne.sort === 'rejetee') {
      this.#vus.add(ligne.uaiProbable)
      this.#plan.rejetees.push({ numero, ligne })
    } else {
      this.#classer({ numero, lu: ligne.etablissement, anomalies: ligne.anomalies })
    }
  }

  #classer(ligne: LigneNouvelle): void {
    const { lu } = ligne
    if (this.#retenus.has(lu.uai)) {
      this.#plan.doublons.push(ligne)
      return
    }
    this.#retenus.add(lu.uai)
    this.#vus.add(lu.uai)
    const avant = this.#enregistres.get(lu.uai)
    if (lu.etat === 'ferme') this.#classerFerme(ligne, avant)
    else if (!avant) this.#plan.nouvelles.push(ligne)
    else this.#classerConnu(ligne, avant)
  }

  /** Closed in the annuaire: closed here when it is known and open, of no interest otherwise. */
  #classerFerme({ numero }: LigneNouvelle, avant: Etablissement | undefined): void {
    if (!avant) this.#plan.horsPerimetre += 1
    else if (avant.etat === 'ouvert') this.#plan.fermees.push({ avant, numero })
    else this.#plan.inchangees += 1
  }

  #classerConnu(ligne: LigneNouvelle, avant: Etablissement): void {
    const ecart = comparer(avant, ligne.lu, this.#presents)
    if (ecart.changements.length > 0) {
      this.#plan.modifiees.push({ ...ligne, ...ecart, avant, rouverte: avant.etat === 'ferme' })
      return
    }
    this.#plan.inchangees += 1
    if (ligne.anomalies.length > 0) this.#plan.douteuses.push(ligne)
  }

  #compterContenu(ligne: LigneAnnuaire): void {
    if (ligne.sort === 'rejetee') return
    const { departement, academieCode, type } = ligne.sort === 'lue' ? ligne.etablissement : ligne
    const cle = `${academieCode} ${departement} ${type}`
    const contenu = this.#contenu.get(cle)
    if (contenu) contenu.lignes += 1
    else this.#contenu.set(cle, { academieCode, departement, type, lignes: 1 })
  }

  terminer({ fermerAbsents }: { fermerAbsents: boolean }): PlanAnnuaire {
    this.#plan.contenu.push(...this.#contenu.values())
    if (fermerAbsents) {
      const presents = new Set(this.#plan.contenu.map(cleDePresence))
      const disparus = absents([...this.#enregistres.values()], {
        vus: this.#vus,
        presents,
        perimetre: this.#perimetre,
      })
      this.#plan.fermees.push(...disparus.map((avant) => ({ avant, numero: null })))
    }
    return this.#plan
  }
}
