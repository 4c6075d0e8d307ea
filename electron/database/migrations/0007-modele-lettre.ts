/**
 * Models of letter that the académie changes or adds; the shipped ones that it leaves alone have no row. Frozen.
 *
 * A letter names its model by code, among any number of them: the two that a constraint allowed are no longer all. The
 * triggers keep what a foreign key would: an added model stays as long as a letter or a circuit names it.
 */
const livres = "('coordonnateur', 'formateur', 'ecmlds', 'coordonnateurDepartemental', 'referent')"

const utilise = `OLD.code NOT IN ${livres} AND (EXISTS (SELECT 1 FROM lettreDeMission l WHERE l.modele = OLD.code)
  OR EXISTS (SELECT 1 FROM circuit c WHERE c.modele = OLD.code)) BEGIN SELECT RAISE(ABORT, 'modeleUtilise'); END;`

export const sql = `
ALTER TABLE lettreDeMission DROP CONSTRAINT lettreDeMissionModele;
CREATE INDEX lettreDeMissionModele ON lettreDeMission (modele);

CREATE TABLE modeleLettre (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  libelle TEXT NOT NULL,
  contenu TEXT NOT NULL,
  CONSTRAINT modeleLettreCodeUnique UNIQUE (code),
  CONSTRAINT modeleLettreLibelle CHECK (libelle <> ''),
  CONSTRAINT modeleLettreContenu CHECK (json_valid(contenu))
) STRICT;

CREATE TRIGGER modeleUtilise_modeleLettre_D BEFORE DELETE ON modeleLettre WHEN ${utilise}
CREATE TRIGGER modeleUtilise_modeleLettre_U BEFORE UPDATE OF code ON modeleLettre WHEN OLD.code <> NEW.code AND ${utilise}
`
