import { z } from 'zod'

/** Zod's own sentences, in French, for the rules that do not write theirs. */
function sentence(issue: z.core.$ZodRawIssue): string {
  const empty = issue.input === undefined || issue.input === null || issue.input === ''
  if (empty) return 'Ce champ est obligatoire.'
  switch (issue.code) {
    case 'too_small':
      return typeof issue.input === 'string'
        ? 'Ce texte est trop court.'
        : `La valeur doit être au moins ${String(issue.minimum)}.`
    case 'too_big':
      return typeof issue.input === 'string'
        ? 'Ce texte est trop long.'
        : `La valeur doit être au plus ${String(issue.maximum)}.`
    case 'invalid_format':
      return 'Le format n’est pas celui attendu.'
    default:
      return 'Cette valeur n’est pas celle attendue.'
  }
}

/** Set once for the window: French sentences, and no `new Function` (the page's policy forbids it). */
export function configureValidation(): void {
  z.config({ jitless: true, customError: (issue) => sentence(issue) })
}
