/** The user's own words: what follows the program, and the application's folder while it is not packaged. */
export function wordsOf(argv: readonly string[], isPackaged: boolean): string[] {
  const rest = argv.slice(1)
  const first = rest.findIndex((word) => !word.startsWith('-'))
  if (first === -1) return []
  return rest.slice(isPackaged ? first : first + 1)
}
