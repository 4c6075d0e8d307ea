import type { Civilite } from '../agent/agent'
import type { CodeBoucle } from './boucles'
import type { CodeContenu } from './contenus'
import type { BlocModele, GenreDeTexte } from './modele-lettre'
import { rediger, type TexteRedige } from './redaction'
import type { TourDeBoucle, ValeursLettre } from './valeurs'

/** What a model comes to for one letter: its conditions decided, its loops turned, its texts written. */
export type Morceau =
  | { genre: GenreDeTexte; texte: string }
  | { genre: 'liste'; items: string[] }
  /** `tour`: rank of the row of the loop around it, for what is about one row; null outside a loop. */
  | { genre: 'contenu'; code: CodeContenu; tour: number | null }

/** A text left out because a field has no value. */
export interface Manque {
  champ: string
  /** The text, « … » in the place of the value. */
  extrait: string
  /** Title under which it stands; '' before the first one. */
  rubrique: string
}

export interface Deroulement {
  morceaux: Morceau[]
  /** In order, each one once: a loop of 150 rows says once what they all lack. */
  manques: Manque[]
}

interface Portee {
  champs: Readonly<Record<string, string>>
  boucles: Readonly<Partial<Record<CodeBoucle, readonly TourDeBoucle[]>>>
  tour: number | null
}

/** Unfolds a model for one letter. Pure. */
export function deroulerModele(
  blocs: readonly BlocModele[],
  { champs, conditions, boucles }: ValeursLettre,
  civilite: Civilite | null,
): Deroulement {
  const manques = new Map<string, Manque>()
  let rubrique = ''

  const ecrire = (texte: string, portee: Portee): TexteRedige => {
    const redige = rediger(texte, portee.champs, civilite)
    for (const champ of redige.manques) {
      const cle = `${champ} ${texte}`
      if (!manques.has(cle)) manques.set(cle, { champ, extrait: redige.extrait, rubrique })
    }
    return redige
  }

  const estVraie = (code: string, portee: Portee): boolean =>
    (conditions as Readonly<Record<string, boolean>>)[code] ?? (portee.champs[code] ?? '') !== ''

  const derouler = (bloc: BlocModele, portee: Portee): Morceau[] => {
    switch (bloc.genre) {
      case 'condition':
        return estVraie(bloc.code, portee) === bloc.sauf ? [] : bloc.blocs.flatMap((fils) => derouler(fils, portee))
      case 'boucle':
        return fusionnerListes(
          (portee.boucles[bloc.code as CodeBoucle] ?? []).flatMap((ligne, tour) =>
            bloc.blocs.flatMap((fils) => derouler(fils, entrer(portee, ligne, tour))),
          ),
        )
      case 'contenu':
        return [{ genre: 'contenu', code: bloc.code, tour: portee.tour }]
      case 'liste': {
        const items = bloc.items.flatMap((item) => ecrire(item, portee).texte ?? [])
        return items.length === 0 ? [] : [{ genre: 'liste', items }]
      }
      default: {
        const { texte, extrait } = ecrire(bloc.texte, portee)
        if (bloc.genre !== 'paragraphe') rubrique = extrait
        return texte === null || texte.trim() === '' ? [] : [{ genre: bloc.genre, texte }]
      }
    }
  }

  const racine: Portee = { champs, boucles, tour: null }
  return { morceaux: blocs.flatMap((bloc) => derouler(bloc, racine)), manques: [...manques.values()] }
}

const entrer = (portee: Portee, { champs, boucles }: TourDeBoucle, tour: number): Portee => ({
  champs: { ...portee.champs, ...champs },
  boucles: { ...portee.boucles, ...boucles },
  tour,
})

/** A list that is written at each turn is one list. */
function fusionnerListes(morceaux: readonly Morceau[]): Morceau[] {
  return morceaux.reduce<Morceau[]>((faits, morceau) => {
    const dernier = faits.at(-1)
    if (morceau.genre === 'liste' && dernier?.genre === 'liste') {
      return faits.with(-1, { genre: 'liste', items: [...dernier.items, ...morceau.items] })
    }
    faits.push(morceau)
    return faits
  }, [])
}
