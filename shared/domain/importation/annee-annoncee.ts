import { anneeScolaireDansUnTexte } from '../../annee-scolaire'

/** The school year that a workbook's names say, and which name says it. */
export interface AnneeAnnoncee {
  anneeId: string
  /** « le fichier », « la feuille ». */
  lieu: 'fichier' | 'feuille'
  nom: string
}

/**
 * The year that the name of the file or of a sheet to import says, the file first, when it is not the one imported into;
 * null when none says any, or when one of them says this one.
 */
export function anneeAnnoncee(
  { nomFichier, feuilles }: { nomFichier: string; feuilles: readonly { feuille: string }[] },
  anneeId: string,
): AnneeAnnoncee | null {
  const noms = [
    { lieu: 'fichier' as const, nom: nomFichier },
    ...feuilles.map(({ feuille }) => ({ lieu: 'feuille' as const, nom: feuille })),
  ]
  const annonces = noms.flatMap((ou) => {
    const lue = anneeScolaireDansUnTexte(ou.nom)
    return lue === undefined ? [] : [{ ...ou, anneeId: lue }]
  })
  return annonces.some((annonce) => annonce.anneeId === anneeId) ? null : (annonces[0] ?? null)
}

/** « Le nom du fichier, « suivi 25-26.xlsx », annonce l’année 2025-2026 : l’import se ferait dans 2026-2027. » */
export const direAnnonce = ({ lieu, nom, anneeId }: AnneeAnnoncee, choisie: string): string =>
  `Le nom ${lieu === 'fichier' ? 'du fichier' : 'de la feuille'}, «\u00a0${nom}\u00a0», annonce l’année ${anneeId}\u00a0: l’import se ferait dans ${choisie}.`
