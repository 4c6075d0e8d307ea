/** The bilan of a year as it was presented: what it says, kept with its hash. Frozen. */
export const sql = `
CREATE TABLE bilanArrete (
  id TEXT NOT NULL PRIMARY KEY,
  anneeId TEXT NOT NULL,
  contenu TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  arreteAt TEXT NOT NULL,
  CONSTRAINT bilanArreteUnique UNIQUE (anneeId),
  CONSTRAINT bilanArreteSha256 CHECK (length(sha256) = 64),
  CONSTRAINT bilanArreteAnnee FOREIGN KEY (anneeId) REFERENCES anneeScolaire (id)
) STRICT;
`
