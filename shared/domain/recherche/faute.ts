/** Edits forgiven in a typed word: none below 4 letters, one from 4, two from 8; none in a number or a code. */
export function fautesAdmises(mot: string): number {
  if (/\d/.test(mot)) return 0
  return mot.length >= 8 ? 2 : mot.length >= 4 ? 1 : 0
}

/**
 * Row of the edit distance (Damerau-Levenshtein) after one more letter of a word: `rang[j]` edits make the first `j`
 * letters of `mot` out of what was read of the word. `avant` is the former row, `avant2` the one before it.
 */
export function ligneDeDistance(
  mot: string,
  lettre: string,
  precedente: string,
  avant: Uint8Array,
  avant2: Uint8Array | undefined,
  rang: Uint8Array,
): number {
  const premier = (avant[0] ?? 0) + 1
  rang[0] = premier
  let moindre = premier
  for (let j = 1; j <= mot.length; j += 1) {
    const lue = mot[j - 1]
    let cout = (avant[j - 1] ?? 0) + (lue === lettre ? 0 : 1)
    const saut = (avant[j] ?? 0) + 1
    const ajout = (rang[j - 1] ?? 0) + 1
    if (saut < cout) cout = saut
    if (ajout < cout) cout = ajout
    if (avant2 && j > 1 && lue === precedente && mot[j - 2] === lettre) {
      const echange = (avant2[j - 2] ?? 0) + 1
      if (echange < cout) cout = echange
    }
    rang[j] = cout
    if (cout < moindre) moindre = cout
  }
  return moindre
}

/** True when `mot`, typed with at most `fautes` edits, is `entier` or its beginning. Both are folded. */
export function ressemble(mot: string, entier: string, fautes: number): boolean {
  let avant2: Uint8Array | undefined
  let avant = Uint8Array.from({ length: mot.length + 1 }, (_, j) => j)
  if ((avant[mot.length] ?? 0) <= fautes) return true
  for (let i = 0; i < entier.length; i += 1) {
    const rang = new Uint8Array(mot.length + 1)
    const moindre = ligneDeDistance(mot, entier[i] ?? '', entier[i - 1] ?? '', avant, avant2, rang)
    if ((rang[mot.length] ?? 0) <= fautes) return true
    if (moindre > fautes) return false
    avant2 = avant
    avant = rang
  }
  return false
}
