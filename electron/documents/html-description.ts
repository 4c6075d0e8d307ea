/**
 * What a printed document says, as plain data: the only thing that features compose (and test by plain equality).
 * It holds no style; `html.ts` renders it to a page that Chromium prints, `docx.ts` to a Word document.
 */
export interface DocumentDecrit {
  titre: string
  parties: readonly PartieDecrite[]
}

/** What a file says of itself; the instant is a value (ISO UTC), never the clock. */
export interface ProprietesDocument {
  auteur: string
  sujet: string
  creeLe: string
}

/** A part starts on a new page, has its own page numbers and its own entry in the outline. */
export interface PartieDecrite {
  /** First level of the outline. */
  titre: string
  /** Exactly one of its blocks is a title of level 1. */
  blocs: readonly Bloc[]
  pied: PiedDePage
}

/** On every page: « sujet – mention – page 2/3 »; a subject too long for the line is cut, never the rest. */
export interface PiedDePage {
  sujet: string
  mention: string
  /** At the left of the first page only; '' when there is nothing to say. */
  premierePage: string
}

export type Bloc =
  | TitreDecrit
  | ParagrapheDecrit
  | ListeDecrite
  | TableauDecrit
  | EnTeteDecrit
  | SignaturesDecrites
  | EmblemeDecrit
  | GroupeDecrit

/** Level 1 names the part, levels 2 and 3 are its sections; all of them are in the outline. */
export interface TitreDecrit {
  genre: 'titre'
  niveau: 1 | 2 | 3
  texte: string
  /** « Objet », written before a title of level 1 as official letters do. */
  etiquette?: string
}

/** Line breaks of the text are kept. */
export interface ParagrapheDecrit {
  genre: 'paragraphe'
  texte: string
  /** 'discret': smaller, for copies and annexes. */
  style?: 'courant' | 'discret'
}

export interface ListeDecrite {
  genre: 'liste'
  items: readonly string[]
  /** 'references' hangs under its label, without bullets in front of a single item. */
  style?: 'puces' | 'references'
  /** « Références » */
  etiquette?: string
}

export interface ColonneDeTableau {
  titre: string
  /** Share of the width, in percent; the rest is spread. */
  largeur?: number
  /** Numbers go right. */
  aDroite?: boolean
}

/** Rows are never cut by a page break and the header is repeated on each page. */
export interface TableauDecrit {
  genre: 'tableau'
  /** What the table is, for assistive tools, and for the eye when no title has just said it. */
  legende: string
  legendeVisible: boolean
  colonnes: readonly ColonneDeTableau[]
  lignes: readonly (readonly string[])[]
  total?: readonly string[]
  /** Rows tall enough to sign in. */
  aSigner?: true
}

/** The head of an official letter (metier.md § 9.5): stamp at the left; place, date and addressee at the right. */
export interface EnTeteDecrit {
  genre: 'enTete'
  /** `data:` URL of an image, and the words that replace it when it is not seen. */
  logo: { source: string; texte: string } | null
  timbre: readonly LigneDeTimbre[]
  lieuEtDate: string
  /** Who writes: « La rectrice de l’académie de … »; empty when the stamp says enough. */
  attache: readonly string[]
  /** Who is written to; the first line is the name. */
  destinataire: readonly string[]
  /** « s/c de … », in order. */
  voieHierarchique: readonly string[]
}

export interface LigneDeTimbre {
  texte: string
  style: 'fort' | 'courant' | 'discret'
}

/** Boxes to sign in, never split from the blocks given with them. */
export interface SignaturesDecrites {
  genre: 'signatures'
  cases: readonly CaseDeSignature[]
}

export interface CaseDeSignature {
  qualite: string
  nom: string
  /** « lu et pris connaissance », « Signé le … ». */
  mention: string
}

/** The emblem of the European Union, and what is written beside it. */
export interface EmblemeDecrit {
  genre: 'embleme'
  texte: string
}

/** Blocks that stay on one page together. */
export interface GroupeDecrit {
  genre: 'groupe'
  blocs: readonly Bloc[]
}
