import { z } from 'zod'
import { AppError } from './app-error'
import { id } from './schema'

/**
 * Input of a command that changes some fields of a record. `attendu` says what the caller believed that these fields
 * held: the command is refused when another window or the terminal changed one of them meanwhile. Without it (a script,
 * an import), the new values win.
 */
export const modification = <Champs extends z.ZodRawShape>(champs: z.ZodObject<Champs>) =>
  z.object({ id, champs: champs.partial().strict(), attendu: attendu.optional() })

/** What the caller believed, by field: compared, never written. */
export const attendu = z.record(z.string(), z.unknown())

const egales = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b)

/**
 * Refuses to overwrite in silence: each written field must still hold what the caller was shown, or already what it
 * wants. Throws a `conflict` whose `fields` name those that changed; nothing has been written.
 */
export function refuserSiChangeEntreTemps(
  fiche: object,
  { champs, attendu: cru }: { champs: object; attendu?: Readonly<Record<string, unknown>> | undefined },
): void {
  if (cru === undefined) return
  const actuelle = fiche as Record<string, unknown>
  const changes = Object.entries(champs).filter(
    ([champ, voulue]) =>
      Object.hasOwn(cru, champ) && !egales(actuelle[champ], cru[champ]) && !egales(actuelle[champ], voulue),
  )
  if (changes.length === 0) return
  throw new AppError(
    'conflict',
    'Cette fiche a été modifiée entre-temps dans une autre fenêtre. Votre saisie n’a pas été enregistrée : choisissez la valeur à garder.',
    { fields: Object.fromEntries(changes.map(([champ]) => [champ, 'Modifié entre-temps dans une autre fenêtre.'])) },
  )
}
