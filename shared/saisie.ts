import type { z } from 'zod'

/** Sentence for a value that a schema refuses without writing its own: the window and the register say the same. */
export function phraseDeRefus({ code, input, ...limites }: z.core.$ZodRawIssue): string {
  if (input === undefined || input === null || input === '') return 'Ce champ est obligatoire.'
  switch (code) {
    case 'too_small':
      return typeof input === 'string'
        ? 'Ce texte est trop court.'
        : `La valeur doit être au moins ${String(limites['minimum'])}.`
    case 'too_big':
      return typeof input === 'string'
        ? 'Ce texte est trop long.'
        : `La valeur doit être au plus ${String(limites['maximum'])}.`
    case 'invalid_format':
      return 'Le format n’est pas celui attendu.'
    default:
      return 'Cette valeur n’est pas celle attendue.'
  }
}
