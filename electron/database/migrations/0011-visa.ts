/**
 * Texts of reference are a dated library: in force from a day to a day, replaced by another text. Frozen.
 * The columns stand on every list; only the visas use them.
 */
export const sql = `
ALTER TABLE vocabulaire ADD COLUMN debutLe TEXT
  CONSTRAINT vocabulaireDebutLe CHECK (debutLe IS NULL OR date(debutLe) IS debutLe);
ALTER TABLE vocabulaire ADD COLUMN finLe TEXT
  CONSTRAINT vocabulaireFinLe CHECK (finLe IS NULL OR (date(finLe) IS finLe AND (debutLe IS NULL OR debutLe <= finLe)));
ALTER TABLE vocabulaire ADD COLUMN remplaceParId TEXT
  CONSTRAINT vocabulaireRemplacePar REFERENCES vocabulaire (id);
CREATE INDEX vocabulaireRemplaceParId ON vocabulaire (remplaceParId);
`
