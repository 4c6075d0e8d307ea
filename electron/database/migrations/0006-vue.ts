/** Saved views of lists; `contenu` is the JSON of `shared/domain/vue`. Frozen: later shapes are later migrations. */
export const sql = `
CREATE TABLE vue (
  id TEXT NOT NULL PRIMARY KEY,
  liste TEXT NOT NULL,
  nom TEXT NOT NULL,
  contenu TEXT NOT NULL,
  CONSTRAINT vueNom CHECK (nom <> ''),
  CONSTRAINT vueContenu CHECK (json_valid(contenu)),
  CONSTRAINT vueUnique UNIQUE (liste, nom)
) STRICT, WITHOUT ROWID;
`
