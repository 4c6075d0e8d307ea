/** Where a signatory is written to in each département: an IA-DASEN is not the same person everywhere. Frozen. */
export const sql = `
CREATE TABLE adresseSignataire (
  id TEXT NOT NULL PRIMARY KEY,
  signataireId TEXT NOT NULL,
  departement TEXT NOT NULL,
  courriel TEXT NOT NULL,
  CONSTRAINT adresseSignataireUnique UNIQUE (signataireId, departement),
  CONSTRAINT adresseSignataireVide CHECK (departement <> '' AND courriel <> ''),
  CONSTRAINT adresseSignataireSignataire FOREIGN KEY (signataireId) REFERENCES vocabulaire (id)
) STRICT;
`
