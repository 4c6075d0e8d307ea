import { adresse } from '../../../shared/domain/importation/classeur'

/** Puts the cells that the user corrected in the place of those of the file, row by row as they are read. */
export function correcteur(corrections: readonly { cellule: string; valeur: string }[]) {
  const parLigne = new Map<number, { cellule: string; index: number; valeur: string }[]>()
  for (const { cellule, valeur } of corrections) {
    const lieu = adresse(cellule)
    if (!lieu) continue
    parLigne.set(lieu.numero, [...(parLigne.get(lieu.numero) ?? []), { cellule, index: lieu.colonne - 1, valeur }])
  }
  const origines = new Map<string, string>()
  const appliquer = (numero: number, valeurs: readonly string[]): readonly string[] => {
    const siennes = parLigne.get(numero)
    if (!siennes) return valeurs
    const corrigees = [...valeurs]
    for (const { cellule, index, valeur } of siennes) {
      origines.set(cellule, valeurs[index] ?? '')
      corrigees[index] = valeur
    }
    return corrigees
  }
  return { appliquer, origines }
}
