/** What is printed beside the emblem of the European Union on letters that give time to an FSE operation. Frozen. */
export const sql = `
ALTER TABLE academie ADD COLUMN mentionEurope TEXT NOT NULL DEFAULT 'Cofinancé par l’Union européenne';
`
