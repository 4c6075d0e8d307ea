import type { FeuillePlanifiee, LignePlanifiee } from '../../../shared/domain/importation/plan'
import { estImportable } from '../../../shared/domain/importation/plan'
import type { Column } from '../../ui/table/column'
import { Cellule } from './cellule'
import { Garder } from './garder'
import type { Saisie } from './use-saisie'

/** Least widths of the fields whose texts are long or short; the others share what is left. */
const largeurs: Readonly<Record<string, number>> = {
  nom: 115,
  prenom: 95,
  nomPrenom: 170,
  fonction: 280,
  statut: 80,
  corps: 110,
  quotite: 80,
  uai: 90,
  etablissement: 210,
  reseau: 110,
  courriel: 200,
  telephone: 115,
  contratFin: 110,
  cplds: 80,
  etablissements: 157,
  membres: 150,
  total: 80,
  envoyee: 104,
  signee: 104,
  fse: 65,
  code: 110,
  tete: 200,
  animateur: 120,
  poste: 340,
  libelle: 160,
  prevu: 115,
  realise: 115,
  justificatif: 100,
  observations: 170,
}
const aDroite = new Set(['quotite', 'total', 'fse', 'prevu', 'realise', 'reste'])
/** Taken among few: ticked in the filter, and rows are gathered by them. */
const listes = new Set(['fonction', 'statut', 'corps', 'reseau', 'type', 'regime'])
/** Understood as another word than the one written: both are worth showing. */
const traduits = new Set(['fonction', 'poste'])

/** What the user is doing to the rows. */
interface EnMain extends Pick<Saisie<LignePlanifiee>, 'edition' | 'enAttente'> {
  /** Fields that show two values in some row: their columns are as wide as two. */
  doubles: ReadonlySet<string>
  onGarder: (ligne: LignePlanifiee, garder: boolean) => void
}

/** Fields changed by the file or corrected here, in one row at least. */
export function champsDoubles(
  { lignes, colonnes }: FeuillePlanifiee,
  corrigees: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const modifies = lignes.flatMap(({ statut, changements }) => (statut === 'modifiee' ? changements : []))
  const lettres = new Set(Array.from(corrigees.keys(), (ref) => ref.replace(/\d+$/u, '')))
  const corriges = colonnes.filter(({ lettre }) => lettres.has(lettre))
  return new Set([...modifies, ...corriges].map(({ champ }) => champ ?? ''))
}

/** Columns of the preview: the row, whether it is kept, then the sheet's own columns in their order. */
export function colonnesDApercu(
  feuille: FeuillePlanifiee,
  { edition, doubles, enAttente, onGarder }: EnMain,
): Column<LignePlanifiee>[] {
  const recues = feuille.colonnes.filter(({ champ }) => champ !== null && champ !== 'reste')
  return [
    {
      cle: 'garder',
      titre: '✓',
      valeur: (ligne) => estImportable(ligne),
      largeur: 34,
      extensible: 0,
      triable: false,
      rendu: (ligne) =>
        ligne.statut === 'nouvelle' || ligne.statut === 'modifiee' ? (
          <Garder
            nom={`la ligne ${String(ligne.numero)}, ${ligne.titre}`}
            gardee={!ligne.exclue}
            onGarder={(garder) => onGarder(ligne, garder)}
          />
        ) : null,
    },
    {
      cle: 'numero',
      titre: 'Ligne',
      type: 'nombre',
      valeur: ({ numero }) => numero,
      largeur: 56,
      rendu: ({ numero }) => numero,
    },
    ...recues.map(({ champ, titre }, rang): Column<LignePlanifiee> => {
      const cle = champ ?? ''
      return {
        cle,
        // « Heures prévention » is « Prévention » in a narrow column: the unit is on each figure's total.
        titre: cle.includes(':') ? sansUnite(titre) : titre,
        ...(listes.has(cle) && { type: 'liste' as const, groupable: true }),
        ...(aDroite.has(cle) || cle.includes(':') ? { type: 'nombre' as const } : {}),
        valeur: (ligne) => celluleDe(ligne, cle)?.lu ?? '',
        largeur: largeurDe(cle, doubles.has(cle)),
        principale: rang === 0,
        extensible: cle === 'etablissement' || cle === 'etablissements' || cle === 'membres' ? 1 : 0,
        edition: edition(cle),
        rendu: (ligne) => celluleMontree(ligne, cle, enAttente),
      }
    }),
  ]
}

const largeurDe = (champ: string, changee: boolean): number => {
  const seule = largeurs[champ] ?? (champ.includes(':') ? 92 : 120)
  return changee && seule < 150 ? seule * 1.8 : seule
}

const sansUnite = (titre: string): string => {
  const court = titre.replace(/^heures\s+(?:de\s+|d’)?/iu, '')
  return court.charAt(0).toLocaleUpperCase('fr') + court.slice(1)
}

const celluleDe = ({ cellules }: LignePlanifiee, champ: string) => cellules.find((cellule) => cellule.champ === champ)

function celluleMontree(ligne: LignePlanifiee, champ: string, enAttente: EnMain['enAttente']) {
  const cellule = celluleDe(ligne, champ)
  if (!cellule) return null
  const changement =
    ligne.statut === 'modifiee' ? ligne.changements.find((changement) => changement.champ === champ) : undefined
  return (
    <Cellule
      cellule={cellule}
      changement={changement}
      signalements={ligne.signalements}
      exclue={ligne.exclue}
      traduite={traduits.has(champ)}
      enAttente={enAttente}
    />
  )
}
