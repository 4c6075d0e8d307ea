import type { ModeleLu, OrigineModele } from './modele-lettre'

type Candidat = Pick<ModeleLu, 'code' | 'origine'> & { contenu: Pick<ModeleLu['contenu'], 'propose'> }

/** The académie's own models speak first, then those that it changed. */
const preseance: Record<OrigineModele, number> = { ajoute: 0, modifie: 1, livre: 2 }

/**
 * The code of the model proposed for a rôle: one that names it, else one for its category; null: this rôle gets no
 * letter. Between two that would do, the académie's own comes first.
 */
export function modelePourRole(
  role: { code: string; categorie: string | null } | null,
  modeles: readonly Candidat[],
): string | null {
  if (role === null) return null
  const ordonnes = modeles.toSorted((a, b) => preseance[a.origine] - preseance[b.origine])
  const nomme = ordonnes.find(({ contenu }) => contenu.propose.roles.includes(role.code))
  const general = ordonnes.find(
    ({ contenu }) => contenu.propose.categorie !== null && contenu.propose.categorie === role.categorie,
  )
  return (nomme ?? general)?.code ?? null
}

/** The model of this code. A letter never keeps a code without a model: the register's triggers see to it. */
export function modeleDe<Modele extends { code: string }>(modeles: readonly Modele[], code: string): Modele {
  const modele = modeles.find((autre) => autre.code === code)
  if (modele === undefined) throw new Error(`no model of letter has the code ${code}`)
  return modele
}
