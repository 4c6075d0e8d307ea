import { z } from 'zod'
import { phraseDeRefus } from '../../../shared/saisie'

/** Set once for the window: French sentences, and no `new Function` (the page's policy forbids it). */
export function configureValidation(): void {
  z.config({ jitless: true, customError: phraseDeRefus })
}
