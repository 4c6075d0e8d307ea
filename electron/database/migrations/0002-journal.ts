/**
 * The journal: what every change was, in the order in which it was made. Frozen: later shapes are later migrations.
 *
 * `changement` is written by triggers (see `journal/declencheurs.ts`), one row per changed record: a step is a run of
 * consecutive changes, sealed by its row of `etape`. An insertion stores nothing but itself: the record is its own
 * content, and what later changes take from it is in their `avant`. Written at every row of an import, these two tables
 * have no foreign key and the identifier first: a third of what they cost (measured).
 */
export const sql = `
CREATE TABLE etape (
  seq INTEGER NOT NULL PRIMARY KEY,
  instant TEXT NOT NULL,
  phrase TEXT NOT NULL,
  operation TEXT NOT NULL,
  qui TEXT NOT NULL,
  nature TEXT NOT NULL,
  cibleSeq INTEGER,
  premierChangement INTEGER NOT NULL,
  dernierChangement INTEGER NOT NULL,
  fiches INTEGER NOT NULL,
  allegee INTEGER NOT NULL,
  contenuSha256 BLOB NOT NULL,
  empreinte BLOB NOT NULL,
  CONSTRAINT etapeNature CHECK (nature IN ('normale', 'annulation', 'retablissement', 'exterieure', 'allegement')),
  CONSTRAINT etapeAllegee CHECK (allegee IN (0, 1)),
  CONSTRAINT etapeChangements CHECK (premierChangement <= dernierChangement + 1),
  CONSTRAINT etapeCible FOREIGN KEY (cibleSeq) REFERENCES etape (seq)
) STRICT;
CREATE INDEX etapeCibleSeq ON etape (cibleSeq);
CREATE INDEX etapeDernierChangement ON etape (dernierChangement);

CREATE TABLE fichePistee (
  num INTEGER NOT NULL PRIMARY KEY,
  tableNom TEXT NOT NULL,
  ligneId TEXT NOT NULL,
  parentId TEXT,
  CONSTRAINT fichePisteeUnique UNIQUE (ligneId, tableNom)
) STRICT;
CREATE INDEX fichePisteeParentId ON fichePistee (parentId, tableNom) WHERE parentId IS NOT NULL;

CREATE TABLE changement (
  seq INTEGER NOT NULL PRIMARY KEY,
  ficheNum INTEGER NOT NULL,
  operation TEXT NOT NULL,
  avant TEXT,
  apres TEXT,
  CONSTRAINT changementOperation CHECK (operation IN ('I', 'U', 'D'))
) STRICT;
CREATE INDEX changementFicheNum ON changement (ficheNum, seq);

CREATE TABLE reglageJournal (
  id TEXT NOT NULL PRIMARY KEY,
  auteur TEXT,
  corbeilleJours INTEGER NOT NULL,
  allegerApresJours INTEGER NOT NULL,
  CONSTRAINT reglageJournalUnique CHECK (id = 'journal'),
  CONSTRAINT reglageJournalCorbeille CHECK (corbeilleJours BETWEEN 1 AND 3650),
  CONSTRAINT reglageJournalAlleger CHECK (allegerApresJours BETWEEN 1 AND 36500)
) STRICT;
INSERT INTO reglageJournal (id, auteur, corbeilleJours, allegerApresJours) VALUES ('journal', NULL, 30, 400);
`
