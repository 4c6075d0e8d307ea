import { type Analyse, lu } from '../../../shared/analyse'
import { analyserVolume, uniteCourte, volumeCourt } from '../../../shared/domain/lettre-de-mission/intervention'
import { yesNo } from '../../liste/inputs'
import type { CellValue, Option } from '../../ui/table/cell-input'
import { champDe, type Column } from '../../ui/table/column'
import type { Lieu } from './lieu-detail'
import classes from './lettre.module.css'

const champ = champDe('lettreEtablissement')

/** Two lycées of the same name are told apart by their communes. */
const Nom = ({ lieu: { nom, uai, commune } }: { lieu: Lieu }) => (
  <span className={classes.lieu} title={[nom, commune, uai].filter((mot) => mot !== '').join(', ')}>
    <span className={classes.lieuNom} data-open>
      {nom}
    </span>
    <span className={classes.lieuOu}>{[commune, uai].filter((mot) => mot !== '').join(' · ')}</span>
  </span>
)

/** A volume is typed with its unit; kept as its text until it is known which row it is for. */
function relireVolume(texte: string): Analyse<string> {
  const lecture = analyserVolume(texte)
  return lecture.ok ? lu(texte.trim()) : lecture
}

/** The établissements of a letter as a table; `natures` is what may be chosen in it. */
export const lieuColumns = (natures: readonly Option[]): readonly Column<Lieu>[] => [
  {
    cle: 'nom',
    titre: 'Établissement',
    valeur: ({ nom }) => nom,
    rendu: (lieu) => <Nom lieu={lieu} />,
    largeur: 200,
    extensible: 3,
    principale: true,
  },
  {
    cle: 'nature',
    titre: 'Nature',
    valeur: ({ nature }) => nature?.libelle,
    rendu: ({ nature }) => nature?.abrege ?? nature?.libelle ?? '',
    largeur: 100,
    extensible: 0,
    cellule: champ('natureId'),
    edition: { input: { genre: 'choix', options: natures }, valeur: ({ natureId }) => natureId },
  },
  {
    cle: 'volume',
    titre: 'Volume',
    type: 'nombre',
    valeur: ({ volume }) => volume,
    unite: uniteCourte,
    rendu: volumeCourt,
    largeur: 88,
    cellule: champ('volume'),
    edition: { input: { genre: 'texte', analyser: relireVolume }, valeur: volumeCourt },
  },
  {
    cle: 'gpds',
    titre: 'GPDS',
    type: 'booleen',
    valeur: ({ gpds }) => gpds === 1,
    largeur: 58,
    cellule: champ('gpds'),
    edition: { input: yesNo, valeur: ({ gpds }) => String(gpds), obligatoire: true },
  },
  { cle: 'commune', titre: 'Commune', valeur: ({ commune }) => commune, largeur: 130, masquee: true },
  { cle: 'uai', titre: 'UAI', valeur: ({ uai }) => uai, largeur: 92, extensible: 0, masquee: true },
]

type Champs = Partial<Pick<Lieu, 'natureId' | 'volume' | 'uniteVolume' | 'gpds'>>

/** What cells write, as the letter holds it: a volume alone keeps the unit of its row. */
export function champsDeLieu(row: Lieu, { volume, gpds, ...champs }: Readonly<Record<string, CellValue>>): Champs {
  const lecture = typeof volume === 'string' && volume !== '' ? analyserVolume(volume) : undefined
  return {
    ...champs,
    ...(volume !== undefined && { volume: null }),
    ...(lecture?.ok && { volume: lecture.valeur.volume, uniteVolume: lecture.valeur.uniteVolume ?? row.uniteVolume }),
    ...(gpds !== undefined && { gpds: gpds === '1' ? 1 : 0 }),
  }
}
