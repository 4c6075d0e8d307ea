import type { Signalement } from './plan'

/** « 0351796K » → « 0a »: what a text looks like, whatever it says. */
const forme = (texte: string): string => texte.replace(/\d+/gu, '0').replace(/\p{L}+/gu, 'a')

/** What differs between two texts, word by word: a long list in which one code is wrong differs by that code. */
function ecart(avant: string, apres: string): [string, string] {
  const [x, y] = [avant, apres].map((texte) => texte.split(/[\s,;/|]+/u).filter(Boolean)) as [string[], string[]]
  while (x.length > 0 && y.length > 0 && x[0] === y[0]) {
    x.shift()
    y.shift()
  }
  while (x.length > 0 && y.length > 0 && x.at(-1) === y.at(-1)) {
    x.pop()
    y.pop()
  }
  return [x.join(' '), y.join(' ')]
}

/**
 * What makes two corrections alike: the same rule, in the same column of the same sheet, turning what looks the same into
 * what looks the same (« 0351796K » → « 0351796M » and « 0350709A » → « 0350709F »). Undefined when nothing is proposed.
 */
export function motifDeCorrection({ feuille, cellule, regle, valeur, correction }: Signalement): string | undefined {
  if (correction === null || cellule === '') return undefined
  const [avant, apres] = ecart(valeur, correction)
  return [feuille, cellule.replace(/\d+$/u, ''), regle, forme(avant), forme(apres)].join('\u0000')
}

/** Findings by pattern of their correction, each in the order given; those without correction are nowhere. */
export function grouperParMotif(signalements: readonly Signalement[]): Map<string, Signalement[]> {
  const groupes = new Map<string, Signalement[]>()
  for (const signalement of signalements) {
    const motif = motifDeCorrection(signalement)
    if (motif === undefined) continue
    const groupe = groupes.get(motif)
    if (groupe) groupe.push(signalement)
    else groupes.set(motif, [signalement])
  }
  return groupes
}
