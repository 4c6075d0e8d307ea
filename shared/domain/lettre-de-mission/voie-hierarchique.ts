import type { SignataireModele } from '../modele-lettre/modele-lettre'
import type { DossierLettre } from './dossier'
import { complementDe } from './genre'

/** « s/c du chef d’établissement, Lycée Macé »: a line per signatory through whom the model's rules send the letter. */
export function voieHierarchique(
  { signataires, residence }: Pick<DossierLettre, 'signataires' | 'residence'>,
  regles: readonly SignataireModele[],
): string[] {
  return signataires.flatMap(({ code, qualite, nom }) => {
    const regle = regles.find((autre) => autre.code === code)
    if (regle?.voieHierarchique !== true) return []
    const lieu = regle.residence === true && residence !== null ? `, ${residence.nom}` : ''
    const qui = nom === '' ? complementDe(qualite) : `de ${nom}, ${qualite.charAt(0).toLowerCase()}${qualite.slice(1)}`
    return [`s/c ${qui}${lieu}`]
  })
}
