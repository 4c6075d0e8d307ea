import { bouclesDisponibles, champsDisponibles, catalogue } from '../../../shared/domain/modele-lettre/catalogue'
import type { BlocModele } from '../../../shared/domain/modele-lettre/modele-lettre'

export type GenreDeBloc = BlocModele['genre']

export const nomsDesGenres: Readonly<Record<GenreDeBloc, string>> = {
  rubrique: 'Rubrique',
  sousRubrique: 'Sous-rubrique',
  paragraphe: 'Paragraphe',
  liste: 'Liste à puces',
  condition: 'Passage sous condition',
  boucle: 'Passage répété',
  contenu: 'Contenu de la lettre',
}

/** A block to fill in, of a kind that may stand at that place; null when none may (a loop in a row that has none). */
export function blocNeuf(genre: GenreDeBloc, autour: readonly string[]): BlocModele | null {
  switch (genre) {
    case 'liste':
      return { genre, items: [''] }
    case 'condition':
      return {
        genre,
        code: catalogue.conditions[0]?.code ?? '',
        sauf: false,
        blocs: [{ genre: 'paragraphe', texte: '' }],
      }
    case 'boucle': {
      const [boucle] = bouclesDisponibles(autour)
      return boucle ? { genre, code: boucle.code, blocs: [{ genre: 'liste', items: [''] }] } : null
    }
    case 'contenu':
      return { genre, code: 'etablissements' }
    default:
      return { genre, texte: '' }
  }
}

/** Kinds that may be added there, in the order of the menu. */
export const genresPossibles = (autour: readonly string[], profondeur: number): GenreDeBloc[] =>
  (Object.keys(nomsDesGenres) as GenreDeBloc[]).filter((genre) => {
    if (genre === 'condition' || genre === 'boucle') {
      return profondeur < 3 && (genre === 'condition' || bouclesDisponibles(autour).length > 0)
    }
    return true
  })

/** What a condition may be about: the catalogue's, then « such a field has a value ». */
export const choixDeCondition = (
  autour: readonly string[],
): { group: string; items: { value: string; label: string }[] }[] => [
  {
    group: 'Conditions',
    items: catalogue.conditions.map(({ code, libelle }) => ({ value: code, label: libelle })),
  },
  {
    group: 'Un champ a une valeur',
    items: champsDisponibles(autour).map(({ code, libelle }) => ({ value: code, label: `« ${libelle} » est rempli` })),
  },
]
