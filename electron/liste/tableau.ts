import type { z } from 'zod'
import type { ExportDeListe } from '../../shared/domain/liste/liste.contract'
import type { exporterTableau } from '../../shared/domain/liste/tableau.contract'
import { estNumerique, type Valeur } from '../../shared/liste/colonne'
import { restreindre } from '../../shared/liste/restreindre'
import type { Context } from '../register/context'
import type { ColonneExportee, FaitsDExport } from './export.documents'
import { enCaracteres, livrer, sansColonne } from './exportation'

type Demande = z.output<(typeof exporterTableau)['input']>

/** A figure of its own is kept as the total of its column, instead of the sum. */
function decrire({ cle, titre, type, total }: Demande['colonnes'][number]): ColonneExportee {
  return {
    ...{ cle, titre, type },
    ...(total !== undefined && { total: 'somme' }),
    ...(typeof total === 'number' && { totalDe: cle }),
  }
}

/** The rows given, as the export of any list takes them; a value that its column does not type is not written. */
export function faitsDuTableau(demande: Demande): FaitsDExport {
  const { titre, noun, colonnes: decrites, vues, lignes, unites } = demande
  const largeurs = new Map(decrites.map(({ cle, largeur }) => [cle, largeur]))
  const colonnes = decrites.map(decrire)
  const parCle = new Map(colonnes.map((colonne) => [colonne.cle, colonne]))
  const totaux = Object.fromEntries(
    decrites.flatMap(({ cle, total }) => (typeof total === 'number' ? [[cle, total] as const] : [])),
  )
  if (!vues.some((cle) => parCle.has(cle))) throw sansColonne()
  const { filtre, tris, groupe, abandons } = restreindre(colonnes, demande)
  const { anneeId, ensemble, choisies, recherche, puces, groupes, replies } = demande
  return {
    liste: { titre, noun, colonnes },
    colonnes: vues.flatMap((cle, rang) => {
      const colonne = parCle.get(cle)
      if (!colonne) return []
      const [largeur, comptees] = [largeurs.get(cle), unites[cle]]
      return {
        ...{ colonne, valeurs: lignes.map((ligne) => valeurDe(colonne, ligne[rang])) },
        ...(comptees && { unites: comptees }),
        ...(largeur !== undefined && { largeur: enCaracteres(largeur) }),
      }
    }),
    ...{ totaux, ordre: null, retenues: lignes.length, choisies, ensemble, anneeId },
    ...{ recherche, filtre, puces, tris, groupe, groupes: groupe ? groupes : [], replies, abandons },
  }
}

const jourLisible = /^\d{4}-\d{2}-\d{2}$/u

function valeurDe({ type }: ColonneExportee, valeur: Valeur): Valeur {
  if (estNumerique(type)) return typeof valeur === 'number' ? valeur : null
  if (type === 'booleen') return typeof valeur === 'boolean' ? valeur : null
  if (type === 'jour') return typeof valeur === 'string' && jourLisible.test(valeur) ? valeur : null
  return valeur
}

export const exporterLeTableau = (context: Context, demande: Demande): Promise<ExportDeListe> =>
  livrer(context, faitsDuTableau(demande), demande)
