import { lettreDeColonne } from '../../../shared/domain/importation/classeur'
import type { FeuillePlanifiee, LignePlanifiee, PlanImportation } from '../../../shared/domain/importation/plan'
import { libellesGravite } from '../../../shared/constat'
import type { ClasseurAnnote, FeuilleAnnotee } from '../../documents/excel-annote'

/** A row that would not enter the register. */
const aCorriger = ({ statut }: LignePlanifiee): boolean => statut === 'rejetee' || statut === 'doublon'

export const countACorriger = ({ feuilles }: PlanImportation): number =>
  feuilles.reduce((total, { lignes }) => total + lignes.filter(aCorriger).length, 0)

/**
 * The rows left out, sheet by sheet with their own headers, so that the corrected workbook can be imported as it is;
 * the reasons are comments on the cells, now at their new addresses.
 */
export function composeLignesACorriger(plan: PlanImportation, creeLe: string): ClasseurAnnote {
  return {
    titre: `Lignes à corriger – ${plan.nomFichier}`,
    auteur: 'Registre MLDS',
    creeLe,
    feuilles: plan.feuilles.filter(({ lignes }) => lignes.some(aCorriger)).map(composeFeuille),
  }
}

function composeFeuille({ feuille, colonnes, lignes }: FeuillePlanifiee): FeuilleAnnotee {
  const gardees = lignes.filter(aCorriger)
  const commentaires = new Map<string, string>()
  const rang = new Map(colonnes.map(({ colonne }, index) => [lettreDeColonne(colonne), index + 1]))
  gardees.forEach((ligne, index) => {
    for (const { cellule, message, suggestion, gravite } of ligne.signalements) {
      if (gravite === 'information') continue
      const colonne = lettreDeColonne(rang.get(cellule.replace(/\d+$/, '')) ?? 1)
      const adresse = `${colonne}${String(index + 2)}`
      const phrase = `${libellesGravite[gravite]} : ${message}${suggestion === null ? '' : `\nProposé : ${suggestion}`}`
      commentaires.set(adresse, [commentaires.get(adresse), phrase].filter(Boolean).join('\n\n'))
    }
  })
  return {
    nom: feuille,
    entetes: colonnes.map(({ titre }) => titre),
    lignes: gardees.map((ligne) => valeurs(ligne, colonnes)),
    commentaires,
  }
}

/** As they were written, column by column; a column that was left aside is left empty. */
const valeurs = ({ cellules }: LignePlanifiee, colonnes: FeuillePlanifiee['colonnes']): (string | null)[] =>
  colonnes.map(({ champ }) => cellules.find((cellule) => cellule.champ === champ)?.brut ?? null)
