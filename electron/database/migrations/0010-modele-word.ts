/** The académie's own Word documents: for a model of letter, the file that its letters fill in when they go to Word. Frozen. */
export const sql = `
CREATE TABLE modeleWord (
  id TEXT NOT NULL PRIMARY KEY,
  modele TEXT NOT NULL,
  fichierId TEXT NOT NULL,
  CONSTRAINT modeleWordUnique UNIQUE (modele),
  CONSTRAINT modeleWordFichier FOREIGN KEY (fichierId) REFERENCES fichier (id)
) STRICT;
CREATE INDEX modeleWordFichierId ON modeleWord (fichierId);
`
