import {
  estImportable,
  nomsNature,
  type FeuillePlanifiee,
  type PlanImportation,
  type StatutLigne,
} from '../../../shared/domain/importation/plan'
import { compte, formatNombre } from '../../../shared/nombres'
import type { Tone } from '../../ui/tone'

/** How each status is called and coloured, in the order of the chips. */
export const statuts: readonly { statut: StatutLigne; titre: string; tone: Tone }[] = [
  { statut: 'nouvelle', titre: 'Nouvelles', tone: 'succes' },
  { statut: 'modifiee', titre: 'Modifiées', tone: 'info' },
  { statut: 'inchangee', titre: 'Inchangées', tone: 'neutre' },
  { statut: 'rejetee', titre: 'À corriger', tone: 'erreur' },
  { statut: 'doublon', titre: 'Doublons possibles', tone: 'attention' },
]

/** « 4 réseaux, 46 agents et 6 lignes FSE »: what would be written, by nature. */
export function importables(
  feuilles: readonly FeuillePlanifiee[],
  exclues: Readonly<Record<string, readonly number[]>>,
): { total: number; parNature: string[] } {
  const parts = feuilles.map(({ feuille, nature, lignes }) => {
    const siennes = new Set(exclues[feuille])
    const ecrites = lignes.filter(({ statut, numero }) => estImportable({ statut, exclue: siennes.has(numero) }))
    return { nom: nomsNature[nature], nombre: ecrites.length }
  })
  const utiles = parts.filter(({ nombre }) => nombre > 0)
  return {
    total: utiles.reduce((somme, { nombre }) => somme + nombre, 0),
    parNature: utiles.map(({ nom, nombre }) => compte(nombre, nom.un, nom.plusieurs)),
  }
}

/** « suivi.xlsx · feuille « Personnels » · en-têtes trouvés ligne 4 · 14 colonnes reconnues ». */
export function situer(
  plan: PlanImportation,
  { feuille, ligneEntetes, colonnes, memorisee }: FeuillePlanifiee,
): string {
  const reconnues = colonnes.filter(({ champ }) => champ !== null).length
  const laissees = colonnes.length - reconnues
  return [
    plan.nomFichier,
    `feuille «\u00a0${feuille}\u00a0»`,
    `en-têtes trouvés ligne ${String(ligneEntetes)}`,
    compte(reconnues, 'colonne reconnue', 'colonnes reconnues') + (memorisee ? ' comme la dernière fois' : ''),
    ...(laissees > 0 ? [compte(laissees, 'laissée de côté', 'laissées de côté')] : []),
  ].join(' · ')
}

/** « 24 Ko », « 1,3 Mo ». */
export const direTaille = (octets: number): string =>
  octets < 1_000_000
    ? `${formatNombre(Math.max(1, Math.round(octets / 1000)))}\u00a0Ko`
    : `${formatNombre(octets / 1_000_000, 1)}\u00a0Mo`
