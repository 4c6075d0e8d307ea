/** Rows by key, in the order met. `Map.groupBy` without needing a runtime that has it (Node 20, Chromium 130). */
export function grouperPar<Row, Key>(rows: Iterable<Row>, cle: (row: Row) => Key): Map<Key, Row[]> {
  const groupes = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = cle(row)
    const groupe = groupes.get(key)
    if (groupe) groupe.push(row)
    else groupes.set(key, [row])
  }
  return groupes
}
