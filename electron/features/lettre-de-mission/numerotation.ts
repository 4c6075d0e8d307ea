import type { Morceau } from '../../../shared/domain/modele-lettre/deroulement'
import type { Bloc } from '../../documents/html-description'
import { liste, paragraphe, titre } from './blocs'

type Contenu = Extract<Morceau, { genre: 'contenu' }>

interface Article {
  titre: string
  blocs: Bloc[]
}

interface Section {
  titre: string
  contenu: Bloc[]
  articles: Article[]
}

/** What a piece prints; a `contenu` prints what the letter has to say there. */
function blocsDe(morceau: Morceau, inserer: (contenu: Contenu) => Bloc[]): Bloc[] {
  if (morceau.genre === 'contenu') return inserer(morceau)
  return morceau.genre === 'liste' ? [liste(morceau.items)] : [paragraphe(morceau.texte)]
}

function ranger(morceaux: readonly Morceau[], inserer: (contenu: Contenu) => Bloc[]): Section[] {
  const sections: Section[] = [{ titre: '', contenu: [], articles: [] }]
  for (const morceau of morceaux) {
    if (morceau.genre === 'rubrique') {
      sections.push({ titre: morceau.texte, contenu: [], articles: [] })
      continue
    }
    const section = sections.at(-1)
    if (morceau.genre === 'sousRubrique') section?.articles.push({ titre: morceau.texte, blocs: [] })
    else (section?.articles.at(-1)?.blocs ?? section?.contenu)?.push(...blocsDe(morceau, inserer))
  }
  return sections
}

/** « 1. », « 1.1 »: a title under which nothing is written is left out, and the others are numbered without it. */
export function numeroter(morceaux: readonly Morceau[], inserer: (contenu: Contenu) => Bloc[]): Bloc[] {
  const [avant, ...sections] = ranger(morceaux, inserer).map(({ articles, ...section }) => ({
    ...section,
    articles: articles.filter(({ blocs }) => blocs.length > 0),
  }))
  const pleines = sections.filter(({ contenu, articles }) => contenu.length + articles.length > 0)
  return [
    ...(avant?.contenu ?? []),
    ...pleines.flatMap(({ titre: intitule, contenu, articles }, rang): Bloc[] => {
      const numero = String(rang + 1)
      return [
        titre(2, `${numero}. ${intitule}`),
        ...contenu,
        ...articles.flatMap((article, place): Bloc[] => [
          titre(3, `${numero}.${String(place + 1)} ${article.titre}`),
          ...article.blocs,
        ]),
      ]
    }),
  ]
}
