/** The académie's own texts of messages, and where signatories are written to. Frozen: later shapes are later migrations. */
export const sql = `
CREATE TABLE texteCourriel (
  id TEXT NOT NULL PRIMARY KEY,
  genre TEXT NOT NULL,
  objet TEXT NOT NULL,
  corps TEXT NOT NULL,
  CONSTRAINT texteCourrielGenre CHECK (genre IN ('lettreAgent', 'transmission', 'relanceSignataire', 'demandeRapport',
    'relanceRapport')),
  CONSTRAINT texteCourrielUnique UNIQUE (genre),
  CONSTRAINT texteCourrielVide CHECK (objet <> '' AND corps <> '')
) STRICT, WITHOUT ROWID;

ALTER TABLE vocabulaire ADD COLUMN courriel TEXT NOT NULL DEFAULT '';
`
