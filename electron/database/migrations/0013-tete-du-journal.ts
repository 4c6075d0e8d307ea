/**
 * The last link of the journal's chain, kept apart by the file itself: a chain whose end was cut off still holds together,
 * but no longer ends where it did. `coupeA`: the number of the first step that was written in the place of another. Frozen: later shapes are later migrations.
 */
export const sql = `
CREATE TABLE teteDuJournal (
  id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  empreinte BLOB NOT NULL,
  coupeA INTEGER,
  CONSTRAINT teteDuJournalUnique CHECK (id = 'journal')
) STRICT, WITHOUT ROWID;
INSERT INTO teteDuJournal (id, seq, empreinte, coupeA)
  SELECT 'journal', coalesce(max(seq), 0), coalesce((SELECT empreinte FROM etape ORDER BY seq DESC LIMIT 1), x''), NULL FROM etape;
CREATE TRIGGER tete_etape_I AFTER INSERT ON etape BEGIN
  UPDATE teteDuJournal SET seq = NEW.seq, empreinte = NEW.empreinte,
    coupeA = CASE WHEN coupeA IS NULL AND NEW.seq <> seq + 1 THEN NEW.seq ELSE coupeA END;
END;
CREATE TRIGGER tete_etape_U AFTER UPDATE OF empreinte ON etape WHEN NEW.seq = (SELECT seq FROM teteDuJournal) BEGIN
  UPDATE teteDuJournal SET empreinte = NEW.empreinte;
END;
`
