import { createHash } from 'node:crypto'

/** A frozen text as it is kept: its description, its hash, and the hash of the logo that it was printed with. */
export interface TexteFige {
  contenu: string
  sha256: string
  logoSha256: string | null
}

/** SHA-256 (hexadecimal) of a frozen text: its description and the image of its logo. */
export const empreinteFigee = (contenu: string, logoSha256: string | null): string =>
  createHash('sha256')
    .update(`${contenu}\n${logoSha256 ?? ''}`)
    .digest('hex')

/** True while a frozen text is the one that was signed. */
export const estIntacte = ({ contenu, sha256, logoSha256 }: TexteFige): boolean =>
  empreinteFigee(contenu, logoSha256) === sha256
