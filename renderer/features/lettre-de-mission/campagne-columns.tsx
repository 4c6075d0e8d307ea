import { estACorriger } from '../../../shared/domain/lettre-de-mission/a-corriger'
import type { Proposition } from '../../../shared/domain/campagne/campagne.contract'
import { type GenreProposition, libellesGenre } from '../../../shared/domain/campagne/proposition'
import { typographier } from '../../../shared/typographie'
import { unitesDHeures } from '../../../shared/domain/affectation/heures-dues'
import { heuresCourtes } from '../../ui/format'
import type { Column } from '../../ui/table/column'
import { State } from '../../ui/state'
import type { Tone } from '../../ui/tone'
import classes from './campagne.module.css'
import { Puces } from './differences'

const tons: Record<GenreProposition, Tone> = {
  modifiee: 'info',
  nouvelle: 'succes',
  reconduite: 'succes',
  correction: 'attention',
  avenant: 'attention',
  empechee: 'erreur',
  aExpliquer: 'attention',
  orpheline: 'attention',
  sansObjet: 'neutre',
  aJour: 'succes',
}

export const Genre = ({ genre }: { genre: GenreProposition }) => (
  <State tone={tons[genre]}>{libellesGenre[genre]}</State>
)

const montrees = ({ enLigne, differences }: Proposition) => (enLigne.length > 0 ? enLigne : differences)
const sansDifference = ({ genre, raison }: Proposition): string => (genre === 'reconduite' ? 'sans changement' : raison)

/** The same words as the line, for the search, the filters and the export: « Quotité : 50 % → 100 % », « À jour ». */
export function direChangement(proposition: Proposition): string {
  const { genre } = proposition
  const dits = montrees(proposition).map(({ libelle, avant, apres }) => {
    if (avant === '' || apres === '') return `${libelle} : ${avant === '' ? apres : `${avant} retiré`}`
    return `${libelle} : ${avant} → ${apres}`
  })
  const texte = dits.length > 0 ? dits.join(' ; ') : sansDifference(proposition)
  return typographier([genre === 'modifiee' ? '' : libellesGenre[genre], texte].filter((mot) => mot !== '').join(', '))
}

/** What the line says of the letter: its differences, or why there is none. */
function Changement({ proposition }: { proposition: Proposition }) {
  const { raison, genre } = proposition
  const differences = montrees(proposition)
  return (
    <span className={classes.enLigne}>
      {genre !== 'modifiee' && <Genre genre={genre} />}
      {differences.length > 0 ? (
        <Puces differences={differences} />
      ) : (
        <span className={classes.phrase} title={raison}>
          {sansDifference(proposition)}
        </span>
      )}
    </span>
  )
}

export const campagneColumns = (depuis: string): readonly Column<Proposition>[] => [
  { cle: 'agent', titre: 'Agent', valeur: ({ agent }) => agent, largeur: 200, principale: true, extensible: 0 },
  { cle: 'role', titre: 'Rôle', valeur: ({ roleAbrege }) => roleAbrege, largeur: 164, extensible: 0, groupable: true },
  { cle: 'quotite', titre: 'Quotité', type: 'pourcentage', valeur: ({ quotite }) => quotite, largeur: 75 },
  {
    cle: 'heures',
    titre: 'Heures dues',
    type: 'heures',
    valeur: ({ heuresDues }) => heuresDues,
    unite: ({ uniteHeures }) => unitesDHeures[uniteHeures],
    rendu: ({ heuresDues, uniteHeures }) => (heuresDues === null ? '' : heuresCourtes(heuresDues, uniteHeures)),
    largeur: 108,
  },
  {
    cle: 'change',
    titre: `Ce qui change depuis ${depuis}`,
    valeur: direChangement,
    rendu: (proposition) => <Changement proposition={proposition} />,
    largeur: 208,
  },
  {
    cle: 'genre',
    titre: 'Proposition',
    type: 'etat',
    valeur: ({ genre }) => libellesGenre[genre],
    rendu: ({ genre }) => <Genre genre={genre} />,
    largeur: 150,
    groupable: true,
    masquee: true,
  },
]

const duGenre =
  (...genres: GenreProposition[]) =>
  ({ genre }: Proposition): boolean =>
    genres.includes(genre)

export const campagneChips = [
  { cle: 'modifiees', titre: 'Modifiées', garde: duGenre('modifiee') },
  { cle: 'reconduites', titre: 'Reconduites', garde: duGenre('reconduite') },
  { cle: 'nouvelles', titre: 'Nouvelles', garde: duGenre('nouvelle') },
  { cle: 'ecarts', titre: 'Affectation changée', garde: duGenre('correction', 'avenant'), tone: 'attention' as const },
  {
    cle: 'aExpliquer',
    titre: 'À expliquer',
    garde: duGenre('aExpliquer', 'orpheline', 'empechee'),
    tone: 'attention' as const,
  },
  {
    cle: 'bloquees',
    titre: 'À corriger',
    garde: ({ constats }: Proposition) => estACorriger(constats),
    tone: 'erreur' as const,
  },
  { cle: 'sansLettre', titre: 'Sans lettre', garde: duGenre('sansObjet') },
  { cle: 'aJour', titre: 'À jour', garde: duGenre('aJour') },
]
