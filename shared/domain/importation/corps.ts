import { plier } from '../../text'
import type { Vocabulaire } from '../vocabulaire/vocabulaire'
import type { Index } from './termes'

/** What a « Corps / grade » cell says once taken apart. */
export interface CorpsLu {
  corps: Vocabulaire | null
  /** « classe normale », « hors classe », « classe exceptionnelle », or ''. */
  grade: string
  discipline: string
  /** What was not understood. */
  reste: string
}

/** Classes of the corps of teachers (metier.md § 1.3), as files write them. */
const grades: readonly (readonly [RegExp, string])[] = [
  [/\b(?:hors classe|hc|h cl)\b/, 'hors classe'],
  [/\b(?:classe exceptionnelle|classe exc|cl ex|ce|cex)\b/, 'classe exceptionnelle'],
  [/\b(?:classe normale|cl normale|cn)\b/, 'classe normale'],
]
/** Coordination pédagogique et ingénierie de formation: the discipline of the mission (arrêté CPLDS, metier.md § 1.3). */
const disciplines = /\bcpif\b/

/**
 * Takes « PLP hors classe » or « Certifié CPIF » apart: the grade and the discipline are set aside first, what remains is
 * looked for among the académie's corps.
 */
export function lireCorps(texte: string, index: Index): CorpsLu {
  let reste = plier(texte)
  let grade = ''
  for (const [motif, nom] of grades) {
    if (grade !== '' || !motif.test(reste)) continue
    grade = nom
    reste = plier(reste.replace(motif, ' '))
  }
  const discipline = disciplines.test(reste) ? 'CPIF' : ''
  reste = plier(reste.replace(disciplines, ' '))
  const masculin = reste.replace(/ee\b/g, 'e')
  const corps =
    index.trouver('corps', reste) ?? index.trouver('corps', texte) ?? index.trouver('corps', masculin) ?? null
  return { corps, grade, discipline, reste: corps === null ? reste : '' }
}
