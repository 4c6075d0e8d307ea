import type { FeuillePlanifiee, LignePlanifiee } from '../../../shared/domain/importation/plan'
import { estImportable } from '../../../shared/domain/importation/plan'
import { plier } from '../../../shared/text'
import { DiffValue } from '../../ui/state'
import type { Column } from '../../ui/table/column'
import classes from './importation.module.css'

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
  etablissements: 175,
  membres: 150,
  total: 80,
  envoyee: 95,
  signee: 95,
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
/** Understood as another word than the one written: both are worth showing. */
const traduits = new Set(['fonction', 'poste'])

/** Columns of the preview: the row, whether it is kept, then the sheet's own columns in their order. */
export function colonnesDApercu(
  feuille: FeuillePlanifiee,
  onGarder: (ligne: LignePlanifiee, garder: boolean) => void,
): Column<LignePlanifiee>[] {
  const recues = feuille.colonnes.filter(({ champ }) => champ !== null && champ !== 'reste')
  // A changed cell shows both values: its column is as wide as two.
  const changees = new Set(
    feuille.lignes.flatMap(({ statut, changements }) =>
      statut === 'modifiee' ? changements.map(({ champ }) => champ) : [],
    ),
  )
  return [
    {
      cle: 'garder',
      titre: '✓',
      valeur: (ligne) => estImportable(ligne),
      largeur: 34,
      extensible: 0,
      triable: false,
      rendu: (ligne) => <Garder ligne={ligne} onGarder={onGarder} />,
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
        ...(aDroite.has(cle) || cle.includes(':') ? { type: 'nombre' as const } : {}),
        valeur: (ligne) => celluleDe(ligne, cle)?.lu ?? '',
        largeur: (largeurs[cle] ?? (cle.includes(':') ? 92 : 120)) * (changees.has(cle) ? 1.8 : 1),
        principale: rang === 0,
        extensible: cle === 'etablissement' || cle === 'etablissements' || cle === 'membres' ? 1 : 0,
        rendu: (ligne) => <Cellule ligne={ligne} champ={cle} />,
      }
    }),
  ]
}

const sansUnite = (titre: string): string => {
  const court = titre.replace(/^heures\s+(?:de\s+|d’)?/iu, '')
  return court.charAt(0).toLocaleUpperCase('fr') + court.slice(1)
}

const celluleDe = ({ cellules }: LignePlanifiee, champ: string) => cellules.find((cellule) => cellule.champ === champ)

function Garder({
  ligne,
  onGarder,
}: {
  ligne: LignePlanifiee
  onGarder: (ligne: LignePlanifiee, garder: boolean) => void
}) {
  if (ligne.statut !== 'nouvelle' && ligne.statut !== 'modifiee') return null
  return (
    <input
      type="checkbox"
      className={classes.garder}
      aria-label={`Importer la ligne ${String(ligne.numero)}, ${ligne.titre}`}
      checked={!ligne.exclue}
      onChange={(event) => onGarder(ligne, event.currentTarget.checked)}
    />
  )
}

/** What the cell was understood as; the old value struck when it changes, red when it keeps the row out. */
function Cellule({ ligne, champ }: { ligne: LignePlanifiee; champ: string }) {
  const cellule = celluleDe(ligne, champ)
  if (!cellule) return null
  const changements = ligne.changements.filter((changement) => changement.champ === champ)
  const [change] = changements
  if (change && ligne.statut === 'modifiee' && !ligne.exclue)
    return <span className={classes.texte}>{<DiffValue before={change.avant} after={change.apres} />}</span>
  const gravite = ligne.signalements.find((s) => s.cellule === cellule.ref && s.gravite !== 'information')?.gravite
  const { brut, lu } = cellule
  const traduit = traduits.has(champ) && lu !== '' && plier(brut) !== plier(lu)
  return (
    <span
      className={classes.texte}
      data-gravite={gravite}
      data-exclue={ligne.exclue || undefined}
      title={brut === lu ? brut : `${brut} → ${lu}`}
    >
      {traduit ? (
        <>
          {brut} → <strong>{lu}</strong>
        </>
      ) : (
        lu || brut
      )}
    </span>
  )
}
