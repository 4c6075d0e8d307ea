/**
 * What waits: next actions of any record, milestones of the year, pairs said not to be duplicates. Frozen.
 *
 * A next action designates its record by the table's word and the identifier: a record to come joins without rebuilding
 * this table. The last index lets the first screen count the établissements to cover without reading their rows.
 */
export const sql = `
CREATE TABLE prochaineAction (
  id TEXT NOT NULL PRIMARY KEY,
  sujet TEXT NOT NULL,
  sujetId TEXT NOT NULL,
  quoi TEXT NOT NULL,
  qui TEXT NOT NULL,
  pourLe TEXT,
  faiteAt TEXT,
  CONSTRAINT prochaineActionPourLe CHECK (pourLe IS NULL OR date(pourLe) IS pourLe)
) STRICT;
CREATE INDEX prochaineActionSujet ON prochaineAction (sujet, sujetId);
CREATE INDEX prochaineActionEnCours ON prochaineAction (pourLe) WHERE faiteAt IS NULL;

CREATE TABLE jalon (
  id TEXT NOT NULL PRIMARY KEY,
  anneeId TEXT NOT NULL,
  libelle TEXT NOT NULL,
  debutLe TEXT NOT NULL,
  finLe TEXT NOT NULL,
  preavisJours INTEGER NOT NULL,
  qui TEXT NOT NULL,
  ecran TEXT NOT NULL,
  etat TEXT NOT NULL,
  observations TEXT NOT NULL,
  CONSTRAINT jalonDates CHECK (date(debutLe) IS debutLe AND date(finLe) IS finLe AND debutLe <= finLe),
  CONSTRAINT jalonPreavis CHECK (preavisJours BETWEEN 0 AND 366),
  CONSTRAINT jalonEtat CHECK (etat IN ('aFaire', 'fait', 'sansObjet')),
  CONSTRAINT jalonAnnee FOREIGN KEY (anneeId) REFERENCES anneeScolaire (id)
) STRICT;
CREATE INDEX jalonAnneeId ON jalon (anneeId, debutLe);

CREATE TABLE doublonEcarte (
  id TEXT NOT NULL PRIMARY KEY,
  sujet TEXT NOT NULL,
  premierId TEXT NOT NULL,
  secondId TEXT NOT NULL,
  CONSTRAINT doublonEcarteUnique UNIQUE (sujet, premierId, secondId),
  CONSTRAINT doublonEcarteOrdre CHECK (premierId < secondId)
) STRICT;

CREATE INDEX etablissementCouverture ON etablissement (etat, secteur, type);
`
