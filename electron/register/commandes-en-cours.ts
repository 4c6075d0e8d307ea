/** Commands being carried out in this process, so that an undo does not slip behind a running import. */
export const commandesEnCours = new Set<{ readonly name: string; readonly long: boolean }>()
