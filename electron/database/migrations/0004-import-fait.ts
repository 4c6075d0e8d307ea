/** The history of imports: one row per file imported, journalled with what it wrote. Frozen. */
export const sql = `
CREATE TABLE importFait (
  id TEXT NOT NULL PRIMARY KEY,
  genre TEXT NOT NULL,
  nomFichier TEXT NOT NULL,
  taille INTEGER NOT NULL,
  empreinte TEXT NOT NULL,
  anneeId TEXT,
  importeAt TEXT NOT NULL,
  lues INTEGER NOT NULL,
  creees INTEGER NOT NULL,
  modifiees INTEGER NOT NULL,
  inchangees INTEGER NOT NULL,
  refusees INTEGER NOT NULL,
  doublons INTEGER NOT NULL,
  fermees INTEGER NOT NULL,
  decochees INTEGER NOT NULL,
  contenu TEXT NOT NULL,
  CONSTRAINT importFaitGenre CHECK (genre IN ('classeur', 'annuaire')),
  CONSTRAINT importFaitContenu CHECK (json_valid(contenu))
) STRICT;
CREATE INDEX importFaitEmpreinte ON importFait (empreinte);
`
