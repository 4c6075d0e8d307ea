import { AppError } from '../../../shared/app-error'

const maxLogoBytes = 2 * 1024 * 1024

/** Refuses a file too heavy for a logo, before it is read. */
export function refuserLogoTropLourd(octets: number, nom: string): void {
  if (octets <= maxLogoBytes) return
  const mo = (octets / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  throw new AppError(
    'invalid',
    `« ${nom} » pèse ${mo} Mo : le logo ne doit pas dépasser 2 Mo. Le logo actuel est conservé.`,
  )
}

/** The image's type, told by its first bytes and never by its name; refused with a sentence when it is not one. */
export function logoType(bytes: Uint8Array, nom: string): 'image/png' | 'image/jpeg' {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  throw new AppError('invalid', `« ${nom} » n’est pas une image PNG ou JPEG. Le logo actuel est conservé.`)
}

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)
