/** Rows that only the act that writes them can bring back: a frozen text, a step, a file, the trace of an import. */
const jamaisSeules: ReadonlySet<string> = new Set([
  'correspondanceImport',
  'fichier',
  'importFait',
  'lettreEvenement',
  'lettreFigee',
])

/** What follows the life of a letter, and is not written by hand: putting it back alone would contradict its steps. */
const suivies: Readonly<Record<string, readonly string[]>> = {
  lettreDeMission: [
    ...['etat', 'active', 'envoyeeLe', 'signeeLe'],
    ...['version', 'remplaceId', 'nature', 'numeroAvenant'],
  ],
  lettreSignataire: ['signeLe'],
  lettreRapport: ['demandeLe', 'recuLe', 'fichierId'],
}

/** Whether rows of a table may be put back one by one, from the history or the corbeille. */
export const seRestaure = (table: string): boolean => !jamaisSeules.has(table)

/** Whether one value may be put back from the history. */
export const champSeRestaure = (table: string, champ: string): boolean =>
  seRestaure(table) && !(suivies[table]?.includes(champ) ?? false)

/** Why not, and what to do instead. */
export const refusDeRestaurer =
  'Cela suit les étapes de la lettre et ne se rétablit pas seul : annulez l’étape qui l’a changé, ou franchissez-la de nouveau. Rien n’a changé.'
