/** Why a file that the user named could not be read, as the end of a sentence that begins with its name. */
export function raisonIllisible(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'n’a pas été trouvé : vérifiez son nom et son dossier'
  if (code === 'EISDIR') return 'est un dossier, pas un fichier'
  if (code === 'EACCES') return 'n’a pas pu être lu : vous n’en avez pas le droit, ou un autre programme le retient'
  return 'n’a pas pu être lu : vérifiez qu’il n’est pas ouvert dans un autre programme'
}
