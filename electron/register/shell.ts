import type { ReglagesFenetre } from '../../shared/domain/fenetre/fenetre.contract'

/** What only the main process can do: dialogs, Chromium's printer, the file manager. */
export interface Shell {
  /** Asks for an existing file; null when the user gives up. */
  chooseFile: (request: { titre: string; filtres: FileFilter[] }) => Promise<string | null>
  /** Asks where to write; null when the user gives up. */
  chooseTarget: (request: { titre: string; nomPropose: string; filtres: FileFilter[] }) => Promise<string | null>
  chooseFolder: (request: { titre: string }) => Promise<string | null>
  /** Prints a whole HTML page to a tagged PDF with an outline, with no access to anything but the page itself. */
  printToPdf: (page: { html: string }) => Promise<Uint8Array>
  /**
   * Opens the system's print dialog on a page, in a window that nobody sees. Resolves true when the page was sent to a
   * printer, false when the user gave up; fails with a sentence when there is no printer.
   */
  print: (page: { html: string }) => Promise<boolean>
  /** Shows a file that the application has just written, in the file manager. */
  reveal: (chemin: string) => Promise<void>
  /** Changes the window's theme or zoom, and remembers it; nothing given, only answers them. */
  changeWindow: (change: Partial<ReglagesFenetre>) => Promise<ReglagesFenetre>
  /** Puts on the disk what the page keeps for itself. */
  keepTyped: (nothing: null) => Promise<null>
  /** Opens a document that the application has just written with its usual program. */
  open: (chemin: string) => Promise<void>
}

export interface FileFilter {
  nom: string
  extensions: string[]
}

/** Requests as they cross to the main process. */
export type ShellRequest = { [Verb in keyof Shell]: { verb: Verb; argument: Parameters<Shell[Verb]>[0] } }[keyof Shell]
