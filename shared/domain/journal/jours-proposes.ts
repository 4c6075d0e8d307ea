import { ajouterJours, ajouterMois, composerJour, formatJour, partiesDuJour } from '../../dates'

/**
 * Earlier days that are asked for most and that the register remembers (from `depuis` on, null: none), the latest first: yesterday, last week, last month, the last 31 December (civil
 * year, budgets) and the last 31 August (end of the school year).
 */
export function joursProposes(aujourdhui: string, depuis: string | null): { libelle: string; jour: string }[] {
  const dernier = (mois: number): string => {
    const { annee } = partiesDuJour(aujourdhui)
    const jour = composerJour(annee, mois, 31) ?? aujourdhui
    return jour < aujourdhui ? jour : (composerJour(annee - 1, mois, 31) ?? aujourdhui)
  }
  const jours = [
    { libelle: 'Hier', jour: ajouterJours(aujourdhui, -1) },
    { libelle: 'Il y a une semaine', jour: ajouterJours(aujourdhui, -7) },
    { libelle: 'Il y a un mois', jour: ajouterMois(aujourdhui, -1) },
    ...[dernier(8), dernier(12)]
      .toSorted()
      .reverse()
      .map((jour) => ({ libelle: `Le ${formatJour(jour)}`, jour })),
    { libelle: 'Il y a un an', jour: ajouterMois(aujourdhui, -12) },
  ]
  return jours.filter(({ jour }) => depuis !== null && jour >= depuis)
}
